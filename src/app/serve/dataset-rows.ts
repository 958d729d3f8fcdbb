import {rowAt} from '../../data/table.ts';
import {loadTable} from '../../stages/ingestion/load.ts';
import {readSpec} from '../../stages/read-spec.ts';
import type {Ports} from '../ports.ts';
import {findDataset} from '../resolve-spec.ts';
import type {PagesRequest} from './serving.ts';

/** The rows of a bundled dataset as objects, in the order of its file. @throws {KnownError} `unknown_dataset` */
export async function datasetRows(
  name: string,
  {datasets, readSource}: Pick<Ports, 'datasets' | 'readSource'>,
): Promise<PagesRequest['rows']> {
  findDataset(datasets, name);
  const {ingestion} = readSpec({ingestion: {source: 'dataset', dataset: name}}).spec;
  const {table} = loadTable(await readSource(ingestion, '.'), ingestion);
  return Array.from({length: table.rows}, (_, row) => rowAt(table, row));
}
