import {readFileSync} from 'node:fs';
import path from 'node:path';
import {parseCsv} from '../../src/data/csv.ts';
import {decodeText} from '../../src/data/decode-text.ts';
import {type InferredTable, inferTable} from '../../src/data/infer.ts';
import {cellAt, findColumn, type Table} from '../../src/data/table.ts';

export const folder = path.join(import.meta.dirname, '../../datasets');

export function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T;
}

export function readDataset(file: string): InferredTable {
  return inferTable(parseCsv(decodeText(readFileSync(path.join(folder, file))).text));
}

/** One column as cells, by name. */
export function cells(table: Table, name: string) {
  const column = findColumn(table, name)!;
  return Array.from({length: table.rows}, (_, row) => cellAt(column, row));
}
