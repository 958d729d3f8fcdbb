import type {SourceReader} from '../../../app/ports.ts';
import {askDatabase} from './ask.ts';
import {openDatabase} from './open-database.ts';
import {openSampleDatabase} from './sample-database.ts';

type Ingestion = Parameters<SourceReader>[0];
type Wanted = Pick<Ingestion, 'path' | 'dataset' | 'query' | 'limit'>;

/**
 * Read the answer to a query from a database: a file, or a bundled dataset put into one.
 *
 * @throws {KnownError} `missing_file`, `bad_sqlite`, `empty_table` or `too_large`.
 */
export async function readSqlite({path, dataset, query, limit}: Wanted, folder: string): ReturnType<SourceReader> {
  const origin = path ?? `${dataset} (bundled)`;
  const database = path === null ? await openSampleDatabase(dataset!) : await openDatabase(path, folder);
  try {
    const json = askDatabase(database, {query, limit, file: origin});
    return {format: 'columns', bytes: new TextEncoder().encode(json), origin};
  } finally {
    database.close();
  }
}
