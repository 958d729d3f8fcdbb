import {realpathSync} from 'node:fs';
import path from 'node:path';

/**
 * Tell whether a path stays in a folder once every link on the way is followed. A file that does not exist is judged
 * by where it would be.
 */
export function isInside(name: string, folder: string): boolean {
  const top = realOf(path.resolve(folder));
  const way = path.relative(top, realOf(path.resolve(folder, name)));
  return way !== '' && way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    const parent = path.dirname(file);
    return parent === file ? file : path.join(realOf(parent), path.basename(file));
  }
}
