import {statSync} from 'node:fs';
import path from 'node:path';
import load, {type Database} from 'sql.js/dist/sql-wasm-inline.js';
import {KnownError} from '../../../errors.ts';
import {readNamedFile} from '../read-file.ts';

/** The whole file is copied into the memory of SQLite, so the limit is lower than that of other files. */
const mostBytes = 256 * 1024 * 1024;
const magic = 'SQLite format 3\0';

/** Open an empty database in memory. */
export async function openEmptyDatabase(): Promise<Database> {
  const {Database} = await load();
  return new Database();
}

/**
 * Open a database file for reading; it is copied into memory, so nothing can change it.
 *
 * @throws {KnownError} `missing_file`, `too_large`, or `bad_sqlite` if it is not a whole SQLite database.
 */
export async function openDatabase(name: string, folder: string): Promise<Database> {
  const bytes = readNamedFile(name, folder, mostBytes);
  if (bytes.length === 0) {
    throw notDatabase(`${name} is empty: it has 0 bytes.`, 'Check that the program that makes it has finished.', name);
  }
  if (new TextDecoder('latin1').decode(bytes.subarray(0, magic.length)) !== magic) {
    const hint = 'Choose a file made by SQLite; an encrypted one must be decrypted first.';
    throw notDatabase(`${name} is not an SQLite database.`, hint, name);
  }
  refuseUnfinished(name, folder);
  const {Database} = await load();
  const database = new Database(bytes);
  database.run('PRAGMA query_only = ON');
  return database;
}

/** In write-ahead mode the newest rows stand in a file beside the database until someone closes it. */
function refuseUnfinished(name: string, folder: string): void {
  const waiting = statSync(path.resolve(folder, `${name}-wal`), {throwIfNoEntry: false})?.size ?? 0;
  if (waiting === 0) return;
  throw notDatabase(
    `The newest rows of ${name} are still in ${name}-wal.`,
    `Close the program that uses it, or run: sqlite3 ${name} "PRAGMA wal_checkpoint(TRUNCATE)"`,
    name,
  );
}

function notDatabase(message: string, hint: string, file: string): KnownError {
  return new KnownError('bad_sqlite', message, {hint, at: {file}});
}
