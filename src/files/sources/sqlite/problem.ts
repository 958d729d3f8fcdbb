import type {Database} from 'sql.js/dist/sql-wasm-inline.js';
import {KnownError} from '../../../errors.ts';
import {describeSchema, hintFor, readSchema, type Schema} from './schema.ts';

const queryShown = 200;

/** SQLite refused a query: its own words, the query, and what there is to ask for. */
export function refusedQuery(database: Database, query: string | null, error: Error, file: string): KnownError {
  const asked = query === null ? '' : ` Asked was: ${shorten(query)}`;
  return new KnownError('bad_sqlite', `SQLite says: ${error.message}.${asked}`, {
    hint: hintOf(database, error.message),
    at: {file},
    cause: error,
  });
}

function hintOf(database: Database, message: string): string {
  if (message.includes('readonly')) return 'A query only asks: begin it with SELECT or WITH.';
  try {
    return hintFor(message, readSchema(database));
  } catch {
    return 'The file is damaged. Check it: sqlite3 FILE "PRAGMA integrity_check"';
  }
}

/** There is no query, and not exactly one table that could be meant. */
export function noOnlyTable(schema: Schema, file: string): KnownError {
  const [first] = schema;
  return new KnownError('bad_sqlite', first ? `${file} has ${schema.length} tables.` : `${file} has no tables.`, {
    hint: first
      ? `Say which rows you want, such as \`ingestion.query: SELECT * FROM ${first.name}\`. ${describeSchema(schema)}`
      : 'Choose a database that holds a table.',
    at: {file},
  });
}

/** The query does not ask for rows. */
export function notQuestion(firstWord: string | undefined, file: string): KnownError {
  const message = firstWord
    ? `\`ingestion.query\` begins with ${firstWord}, which gives no rows.`
    : '`ingestion.query` is empty.';
  return new KnownError('bad_sqlite', message, {hint: 'Begin it with SELECT or WITH.', at: {file}});
}

/** The query goes on after its first statement. */
export function severalStatements(query: string, file: string): KnownError {
  return new KnownError('bad_sqlite', `\`ingestion.query\` holds several statements: ${shorten(query)}`, {
    hint: 'Ask one question; put what comes before it into a WITH clause.',
    at: {file},
  });
}

/** The answer has no rows. */
export function noAnswer(query: string, file: string): KnownError {
  return new KnownError('empty_table', `No row answers the query: ${shorten(query)}`, {
    hint: 'Check the conditions of the query, or choose another table.',
    at: {file},
  });
}

/** The answer has more rows than fit. */
export function tooManyRows(rows: number, file: string): KnownError {
  return new KnownError('too_large', `The query gives more than ${rows} rows, more than this program takes.`, {
    hint: 'Ask for fewer rows or columns, or set `ingestion.limit`.',
    at: {file},
  });
}

/** A column of the answer holds bytes. */
export function binaryValue(name: string, row: number, file: string): KnownError {
  return new KnownError('bad_sqlite', `Column \`${name}\` holds binary data, which is no value of a table.`, {
    hint: 'Name the columns that you want in `ingestion.query`, without this one.',
    at: {file, row},
  });
}

function shorten(query: string): string {
  const line = query.replace(/\s+/g, ' ').trim();
  return line.length <= queryShown ? line : `${line.slice(0, queryShown)}…`;
}
