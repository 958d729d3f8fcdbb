import {copyFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {KnownError} from '../errors.ts';

/**
 * Write a file so that a crash leaves the old one or the new one, never half of either.
 *
 * @param options.keepPrevious - a name under which the copy that is replaced stays.
 * @throws {KnownError} `cannot_write` when the folder cannot be written to or the disk is full.
 */
export function writeFileAtomic(
  file: string,
  content: string | Uint8Array,
  options: {readonly keepPrevious?: string} = {},
): void {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), {recursive: true});
    writeFileSync(temporary, content);
    if (options.keepPrevious && existsSync(file)) copyFileSync(file, options.keepPrevious);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, {force: true});
    throw cannotWrite(file, error);
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
        ? 'Free some space and run the command again.'
        : 'Name a folder of your own with --home DIR or MLPT_HOME.',
      at: {file},
      cause,
    },
  );
}
