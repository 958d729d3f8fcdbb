import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Database} from 'sql.js/dist/sql-wasm-inline.js';
import {parseCsv} from '../../../data/csv.ts';
import {decodeText} from '../../../data/decode-text.ts';
import {inferTable} from '../../../data/infer.ts';
import {type Column, cellAt, isNumeric, type Table} from '../../../data/table.ts';
import {KnownError} from '../../../errors.ts';
import {assetsFolder} from '../../assets.ts';
import {openEmptyDatabase} from './open-database.ts';
import {quoteName} from './schema.ts';

type Entry = {
  readonly name: string;
  readonly file: string;
  readonly tables?: readonly {readonly name: string; readonly file: string}[];
};

/**
 * Put a bundled dataset into a database: a table of its name, and one for each table it can be joined with.
 *
 * It is made anew from the CSV files each time, so the package need not carry the same rows twice.
 *
 * @throws {KnownError} `unknown_dataset` if there is none of that name.
 */
export async function openSampleDatabase(name: string): Promise<Database> {
  const folder = assetsFolder('datasets');
  const {datasets} = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8')) as {datasets: readonly Entry[]};
  const entry = datasets.find(dataset => dataset.name === name);
  if (!entry) {
    throw new KnownError('unknown_dataset', `There is no dataset \`${name}\`.`, {
      hint: `Known: ${datasets.map(dataset => dataset.name).join(', ')}.`,
      at: {name},
    });
  }
  const database = await openEmptyDatabase();
  for (const {name: table, file} of [entry, ...(entry.tables ?? [])]) {
    const {text} = decodeText(readFileSync(path.join(folder, file)));
    addTable(database, table, inferTable(parseCsv(text)).table);
  }
  database.run('PRAGMA query_only = ON');
  return database;
}

/** Add a table with its rows to a database; a gap is NULL. */
export function addTable(database: Database, name: string, {rows, columns}: Table): void {
  const declared = columns.map(column => `${quoteName(column.name)} ${sqlType(column)}`);
  database.run(`CREATE TABLE ${quoteName(name)} (${declared.join(', ')})`);
  const insert = database.prepare(`INSERT INTO ${quoteName(name)} VALUES (${columns.map(() => '?').join(', ')})`);
  database.run('BEGIN');
  for (let row = 0; row < rows; row++) insert.run(columns.map(column => cellAt(column, row)));
  database.run('COMMIT');
  insert.free();
}

function sqlType(column: Column): 'INTEGER' | 'REAL' | 'TEXT' {
  if (!isNumeric(column)) return 'TEXT';
  return column.values.every(value => Number.isNaN(value) || Number.isSafeInteger(value)) ? 'INTEGER' : 'REAL';
}
