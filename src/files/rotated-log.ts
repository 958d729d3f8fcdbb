import {closeSync, fstatSync, openSync, readFileSync, readSync, renameSync, writeSync} from 'node:fs';
import path from 'node:path';
import {cannotWrite} from './atomic-write.ts';
import {makeFolder} from './make-folder.ts';

// Two files of this size are all that is ever kept of a log.
const mostBytes = 1_000_000;

/**
 * Add a line to a log. When the file has grown large it is put aside as `….1.jsonl`, in place of the one before.
 *
 * @throws {KnownError} `cannot_write` when the folder cannot be written to or the disk is full.
 */
export function appendLine(file: string, line: string, most = mostBytes): void {
  try {
    makeFolder(path.dirname(file));
    if (appendTo(file, line) > most) renameSync(file, olderOf(file));
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** @returns the size of the file afterwards. */
function appendTo(file: string, line: string): number {
  const open = openSync(file, 'a+');
  try {
    const {size} = fstatSync(open);
    // What a program that was killed, or a full disk, left of its last line must not swallow this one.
    const isWhole = size === 0 || lastByte(open, size) === 0x0a;
    const bytes = Buffer.from(`${isWhole ? '' : '\n'}${line}\n`);
    writeSync(open, bytes);
    return size + bytes.length;
  } finally {
    closeSync(open);
  }
}

function lastByte(open: number, size: number): number {
  const byte = Buffer.alloc(1);
  readSync(open, byte, 0, 1, size - 1);
  return byte[0]!;
}

/** The last lines of a log, oldest first; none where it cannot be read. */
export function lastLines(file: string, most: number): readonly string[] {
  const recent = linesOf(file);
  const lines = recent.length >= most ? recent : [...linesOf(olderOf(file)), ...recent];
  return lines.slice(-most);
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

function olderOf(file: string): string {
  return file.replace(/\.jsonl$/, '.1.jsonl');
}
