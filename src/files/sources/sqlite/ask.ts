import type {Database, Statement} from 'sql.js/dist/sql-wasm-inline.js';
import {formatJsonColumns} from '../../../data/json-columns.ts';
import type {RawValue} from '../../../data/raw.ts';
import {KnownError} from '../../../errors.ts';
import {
  binaryValue,
  noAnswer,
  noOnlyTable,
  notQuestion,
  refusedQuery,
  severalStatements,
  tooManyRows,
} from './problem.ts';
import {quoteName, readSchema} from './schema.ts';

/** More cells than this do not fit comfortably into memory, and a query without an end never stops by itself. */
const mostCells = 20_000_000;
/** Blanks, comments and semicolons, which say nothing. */
const nothing = /^(?:[\s;]|--.*(?:\n|$)|\/\*[\s\S]*?\*\/)+/;

/** What is asked of a database: the query of a person, or null for all rows of its only table. */
export type Question = {
  readonly query: string | null;
  /** The most rows wanted; null for all. */
  readonly limit: number | null;
  /** What the database is called, for messages. */
  readonly file: string;
};

/**
 * Ask a database for rows.
 *
 * @returns the answer as JSON, in the form of `formatJsonColumns`.
 * @throws {KnownError} `bad_sqlite` if SQLite refuses the query, if it is not a single question, or if there are several
 *   tables and no query; `empty_table` if no row answers it; `too_large` if too many do.
 */
export function askDatabase(database: Database, {query: asked, limit, file}: Question): string {
  let query = asked;
  try {
    query ??= queryOfOnlyTable(database, file);
    return readAnswer(prepareQuestion(database, query, file), {query, limit, file});
  } catch (error) {
    if (error instanceof KnownError) throw error;
    throw refusedQuery(database, query, error as Error, file);
  }
}

function queryOfOnlyTable(database: Database, file: string): string {
  const schema = readSchema(database);
  if (schema.length !== 1) throw noOnlyTable(schema, file);
  return `SELECT * FROM ${quoteName(schema[0]!.name)}`;
}

function prepareQuestion(database: Database, query: string, file: string): Statement {
  const [firstWord] = /^\w+/.exec(query.replace(nothing, '')) ?? [];
  const statements = database.iterateStatements(query);
  const statement = statements.next().value;
  const isQuestion = ['select', 'with', 'values'].includes(firstWord?.toLowerCase() ?? '');
  if (!statement || !isQuestion) throw notQuestion(firstWord, file);
  if (statements.getRemainingSQL().replace(nothing, '') !== '') throw severalStatements(query, file);
  return statement;
}

function readAnswer(statement: Statement, {query, limit, file}: Question & {readonly query: string}): string {
  const names = statement.getColumnNames();
  const columns = names.map((): RawValue[] => []);
  let rows = 0;
  while (rows !== limit && statement.step()) {
    rows += 1;
    if (rows * names.length > mostCells) throw tooManyRows(rows - 1, file);
    for (const [index, value] of statement.get(null, {useBigInt: true}).entries()) {
      if (value instanceof Uint8Array) throw binaryValue(names[index]!, rows, file);
      columns[index]!.push(value);
    }
  }
  if (rows === 0) throw noAnswer(query, file);
  return formatJsonColumns(names, columns);
}
