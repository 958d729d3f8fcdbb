import {existsSync, statfsSync} from 'node:fs';
import path from 'node:path';
import type {MachineFacts} from '../app/doctor/machine-facts.ts';
import {KnownError} from '../errors.ts';
import {removeQuietly, writeFileAtomic} from './atomic-write.ts';

/** Find out whether a home can be used, by writing a file as everything else is written, and how much room it has. */
export function tryHome(folder: string): MachineFacts['home'] {
  const file = path.join(folder, `doctor-${process.pid}`);
  try {
    writeFileAtomic(file, '');
    return {folder, problem: null, freeBytes: freeBytesIn(folder)};
  } catch (error) {
    return {folder, problem: reasonOf(error), freeBytes: freeBytesIn(folder)};
  } finally {
    removeQuietly(file);
  }
}

function reasonOf(error: unknown): string {
  const {cause = error} = error instanceof KnownError ? error : {};
  return (cause as NodeJS.ErrnoException).code ?? String(cause);
}

/** The room on the disk where a folder is, or would be made. */
function freeBytesIn(folder: string): number | null {
  try {
    if (!existsSync(folder) && path.dirname(folder) !== folder) return freeBytesIn(path.dirname(folder));
    const {bavail, bsize} = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
