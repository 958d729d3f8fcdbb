import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import type {NamedText} from '../../app/ports.ts';
import {KnownError} from '../../errors.ts';

/** Larger files do not fit a table in memory; design: what to use beyond is in the README. */
const mostBytes = 512 * 1024 * 1024;

/**
 * Read a file that a person named, relative to a folder.
 *
 * @throws {KnownError} `missing_file`, or `too_large` above half a gigabyte.
 */
export function readNamedFile(name: string, folder: string): Uint8Array {
  const file = path.resolve(folder, name);
  try {
    const {size} = statSync(file);
    if (size > mostBytes) {
      throw new KnownError(
        'too_large',
        `${name} has ${Math.round(size / 1024 / 1024)} MB, more than this program takes.`,
        {
          hint: 'Work on a sample of it; for data larger than one machine see `ml-pipeline-tutor export --to spark`.',
          at: {file},
        },
      );
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof KnownError) throw error;
    throw notReadable(name, file, (error as NodeJS.ErrnoException).code, error);
  }
}

/** Read a text file that a person named, such as a pipeline. */
export function readNamedText(name: string, folder: string): NamedText {
  const text = new TextDecoder().decode(readNamedFile(name, folder));
  return {name, text, folder: path.dirname(path.resolve(folder, name))};
}

function notReadable(name: string, file: string, code: string | undefined, cause: unknown): KnownError {
  if (code === 'ENOENT') {
    return new KnownError('missing_file', `There is no file ${name}.`, {
      hint: `Check the name; it was looked for at ${file}.`,
      at: {file},
      cause,
    });
  }
  const reason = code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'you may not read it' : String(code);
  return new KnownError('missing_file', `${name} cannot be read: ${reason}.`, {
    hint: 'Name a file that you may read.',
    at: {file},
    cause,
  });
}
