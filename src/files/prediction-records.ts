import {readdirSync, readFileSync, statSync} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import path from 'node:path';
import type {RecordWriter} from '../app/serve/recorded-rows.ts';
import {KnownError} from '../errors.ts';
import {makeFolder} from './make-folder.ts';

type RecordOptions = {
  /** The model's name, which the files begin with. */
  readonly name: string;
  /** All files of this model together stay below this size. */
  readonly mostBytes: number;
};

/**
 * Files of recorded predictions, one for each day: `churn-2026-01-31.csv`. Another one is begun, `…_2.csv`, where the
 * columns changed during the day or a file ends in the middle of a line.
 *
 * @throws {KnownError} `cannot_write` when there can be no such folder.
 */
export function predictionRecords(folder: string, {name, mostBytes}: RecordOptions): RecordWriter {
  openFolder(folder);
  const prefix = `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-`;
  const filesOf = () => readdirSync(folder).filter(file => file.startsWith(prefix) && file.endsWith('.csv'));
  const sizeOf = (file: string) => statSync(path.join(folder, file), {throwIfNoEntry: false})?.size ?? 0;
  const measure = () => filesOf().reduce((sum, file) => sum + sizeOf(file), 0);
  let bytes = measure();
  let place = {day: '', header: '', file: ''};
  return {
    async append({header, lines}, at) {
      try {
        const day = at.toISOString().slice(0, 10);
        if (place.day !== day || place.header !== header) {
          place = {day, header, file: fileFor(path.join(folder, prefix + day), header)};
        }
        const more = Buffer.byteLength(header) + Buffer.byteLength(lines);
        // Somebody may have made room meanwhile.
        if (bytes + more > mostBytes) bytes = measure();
        if (bytes + more > mostBytes) return `the files of ${folder} have reached ${Math.round(mostBytes / 1e6)} MB`;
        bytes += await appendTo(place.file, header, lines);
        return null;
      } catch (error) {
        place = {day: '', header: '', file: ''};
        return (error as Error).message;
      }
    },
  };
}

function openFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new KnownError('cannot_write', `Predictions cannot be recorded in ${folder}: ${(cause as Error).message}.`, {
      hint: 'Name a folder that you may write to: --record DIR.',
      at: {file: folder},
      cause,
    });
  }
}

/** The first file of a day that has these columns and is whole, or that is not there yet. */
function fileFor(beginning: string, header: string): string {
  for (let number = 1; ; number++) {
    const file = `${beginning}${number === 1 ? '' : `_${number}`}.csv`;
    if (!statSync(file, {throwIfNoEntry: false})) return file;
    const text = readFileSync(file, 'utf8');
    if (text === '' || (text.startsWith(header) && text.endsWith('\n'))) return file;
  }
}

/** Add lines to a file, all or none, under a header where it is new. @returns how many bytes it grew. */
async function appendTo(file: string, header: string, lines: string): Promise<number> {
  const handle = await open(file, 'a');
  try {
    const {size} = await handle.stat();
    const text = size === 0 ? header + lines : lines;
    await writeWhole(handle, text, size);
    return Buffer.byteLength(text);
  } finally {
    await handle.close();
  }
}

async function writeWhole(handle: FileHandle, text: string, size: number): Promise<void> {
  try {
    await handle.appendFile(text);
  } catch (error) {
    // Half a line would spoil the whole file for whoever reads it.
    await handle.truncate(size);
    throw error;
  }
}
