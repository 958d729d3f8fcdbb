import {mkdirSync, statSync} from 'node:fs';
import path from 'node:path';

/**
 * Make a folder and those above it.
 *
 * Node's own `recursive` loops without end where a file system answers "no such file" to making one, as `/proc` does; one
 * folder at a time fails there as anywhere else.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(name: string): boolean {
  return statSync(name, {throwIfNoEntry: false})?.isDirectory() ?? false;
}
