import path from 'node:path';
import {KnownError} from '../errors.ts';
import {writeFileAtomic} from './atomic-write.ts';

/**
 * Write a file that a person named, relative to a folder; one of that name is replaced.
 *
 * @throws {KnownError} `cannot_write`
 */
export function saveFile(name: string, folder: string, content: string | Uint8Array): void {
  const file = path.resolve(folder, name);
  try {
    writeFileAtomic(file, content);
  } catch (error) {
    const reason = (error as Error).message.replace(/^.*?: /, '');
    throw new KnownError('cannot_write', `Cannot write ${name}: ${reason}`, {
      hint: 'Name a file in a folder that you may write to, on a disk with room.',
      at: {file},
      cause: error,
    });
  }
}
