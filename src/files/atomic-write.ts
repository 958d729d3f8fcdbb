import {renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {KnownError} from '../errors.ts';
import {makeFolder} from './make-folder.ts';

/** How files are written: an argument where a test lets the disk be full. */
export type WriteFile = (file: string, content: string | Uint8Array) => void;

/**
 * Write a file so that a crash leaves the old one or the new one, never half of either.
 *
 * @throws {KnownError} `cannot_write` when the folder cannot be written to or the disk is full.
 */
export function writeFileAtomic(file: string, content: string | Uint8Array): void {
  // No two writers share a name, and none meets what one that was killed left behind.
  const temporary = `${file}.${crypto.randomUUID()}.tmp`;
  try {
    makeFolder(path.dirname(file));
    writeFileSync(temporary, content, {flag: 'wx'});
    renameSync(temporary, file);
  } catch (error) {
    removeQuietly(temporary);
    throw cannotWrite(file, error);
  }
}

/** Remove a file if that is possible; that it is not there, or may not be removed, is no trouble here. */
export function removeQuietly(file: string): void {
  try {
    rmSync(file, {force: true});
  } catch {
    // What stays behind is found by garbage collection.
  }
}

/** Say why something could not be written, and what to do about it. */
export function cannotWrite(file: string, cause: unknown): KnownError {
  const reason = (cause as NodeJS.ErrnoException).code;
  const full = reason === 'ENOSPC' || reason === 'EDQUOT';
  return new KnownError(
    'cannot_write',
    `Cannot write to ${path.dirname(file)}: ${full ? 'the disk is full' : (reason ?? cause)}.`,
    {
      hint: full
        ? 'Free some space and run the command again: what was finished is kept.'
        : 'Name a folder of your own with --home DIR or MLPT_HOME.',
      at: {file},
      cause,
      resumable: true,
    },
  );
}
