import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import type {NamedText} from '../../app/ports.ts';
import {nearest} from '../../data/nearest.ts';
import {KnownError} from '../../errors.ts';

/** A text cannot be longer than this in JavaScript; what to use beyond is in the README. */
const mostBytes = 500 * 1024 * 1024;

/**
 * Read a file that a person named, relative to a folder.
 *
 * @throws {KnownError} `missing_file`, or `too_large` above `most` bytes.
 */
export function readNamedFile(name: string, folder: string, most: number = mostBytes): Uint8Array {
  const file = path.resolve(folder, name);
  try {
    const {size} = statSync(file);
    if (size > most) {
      throw new KnownError('too_large', `${name} has ${sayBytes(size)}, more than this program takes.`, {
        hint: 'Work on a sample of it; for data larger than one machine see `ml-pipeline-tutor export --to spark`.',
        at: {file},
      });
    }
    return readFileSync(file);
  } catch (error) {
    if (error instanceof KnownError) throw error;
    throw notReadable(name, file, (error as NodeJS.ErrnoException).code, error);
  }
}

/** Read a text file that a person named, such as a pipeline. */
export function readNamedText(name: string, folder: string, most?: number): NamedText {
  const text = new TextDecoder().decode(readNamedFile(name, folder, most));
  return {name, text, folder: path.dirname(path.resolve(folder, name))};
}

function notReadable(name: string, file: string, code: string | undefined, cause: unknown): KnownError {
  if (code === 'ENOENT') {
    return new KnownError('missing_file', `There is no file ${name}.`, {
      hint: `${similarName(file)}It was looked for at ${file}.`,
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

function similarName(file: string): string {
  try {
    const guess = nearest(path.basename(file), readdirSync(path.dirname(file)));
    return guess ? `Did you mean ${guess}? ` : '';
  } catch {
    return `There is no folder ${path.dirname(file)} either. `;
  }
}

function sayBytes(size: number): string {
  const megabyte = 1024 * 1024;
  return size < megabyte ? `${Math.ceil(size / 1024)} kB` : `${Math.round(size / megabyte)} MB`;
}
