import type {Database} from 'sql.js/dist/sql-wasm-inline.js';
import {nearest} from '../../../data/nearest.ts';

/** What a database holds: its tables and views with the names of their columns. */
export type Schema = readonly {readonly name: string; readonly columns: readonly string[]}[];

const tablesListed = 20;

/** Read what tables and views a database has. */
export function readSchema(database: Database): Schema {
  const found = database.exec(
    `SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid`,
  )[0];
  const tables = new Map<string, string[]>();
  for (const [table, column] of found?.values ?? []) {
    const columns = tables.get(String(table)) ?? [];
    tables.set(String(table), columns);
    columns.push(String(column));
  }
  return [...tables].map(([name, columns]) => ({name, columns}));
}

/** Write a name so that SQL takes it for one, whatever is in it. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** List the tables with their columns, for a hint. */
export function describeSchema(schema: Schema): string {
  if (schema.length === 0) return 'The database has no tables.';
  const tables = schema.slice(0, tablesListed).map(({name, columns}) => `${name} (${columns.join(', ')})`);
  const more = schema.length > tablesListed ? `, … (${schema.length} in all)` : '';
  return `The ${schema.length === 1 ? 'only table is' : 'tables are'} ${tables.join(', ')}${more}.`;
}

/** What to do about a message of SQLite: the name that was probably meant, and what there is. */
export function hintFor(message: string, schema: Schema): string {
  const [, kind, name] = /^no such (table|column): (?:.*\.)?(.+)$/.exec(message) ?? [];
  const known = kind === 'table' ? schema.map(table => table.name) : schema.flatMap(table => table.columns);
  const guess = name === undefined ? undefined : nearest(name, known);
  return `${guess ? `Did you mean \`${guess}\`? ` : ''}${describeSchema(schema)}`;
}
