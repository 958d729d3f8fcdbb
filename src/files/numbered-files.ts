import {randomUUID} from 'node:crypto';
import {existsSync, linkSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {sha256} from '../engine/hash.ts';
import type {Json} from '../engine/value.ts';
import {cannotWrite} from './atomic-write.ts';
import {makeFolder} from './make-folder.ts';

/** Write a file; the place where a test can fill the disk. */
export type WriteFile = (file: string, content: string, options: {readonly flag: 'wx'}) => void;

/** Entries in files `1.json`, `2.json` … that are each written once: whoever comes second gets the next number. */
export type NumberedFiles<T> = {
  /** Entry n is at place n − 1; null where it is damaged or gone. */
  list(): ReadonlyArray<T | null>;
  /**
   * Add an entry under the next free number.
   *
   * @param make - told that number; asked again when another process took it. Undefined: nothing is added.
   */
  add(make: (number: number) => T | undefined): T | undefined;
};

/**
 * Open a folder of numbered entries. Each file carries the hash of what it says, so that one that was changed or only
 * half written is found out.
 *
 * @param onDamage - told each damaged file.
 */
export function numberedFiles<T extends Json>(
  folder: string,
  onDamage: (file: string) => void,
  write: WriteFile = writeFileSync,
): NumberedFiles<T> {
  const fileOf = (number: number) => path.join(folder, `${number}.json`);
  const read = (number: number): T | null => {
    const file = fileOf(number);
    const entry = existsSync(file) ? unseal<T>(readFileSync(file, 'utf8')) : null;
    if (entry === null) onDamage(file);
    return entry;
  };
  const list = () => Array.from({length: lastNumber(folder)}, (_, place) => read(place + 1));
  return {
    list,
    add(make) {
      while (true) {
        const number = lastNumber(folder) + 1;
        const entry = make(number);
        if (entry === undefined) return undefined;
        if (createFile(fileOf(number), seal(entry), write)) return entry;
      }
    },
  };
}

/**
 * Create a file that must not be there yet, whole or not at all.
 *
 * @returns false when it is there already.
 * @throws {KnownError} `cannot_write`
 */
export function createFile(file: string, content: string, write: WriteFile = writeFileSync): boolean {
  const temporary = path.join(path.dirname(file), `.${randomUUID()}.tmp`);
  try {
    makeFolder(path.dirname(file));
    write(temporary, content, {flag: 'wx'});
    linkSync(temporary, file);
    return true;
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // Some file systems have no links; there a crash may leave half a file, which its hash gives away.
    if (code !== undefined && ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(code)) {
      return createPlainly(file, content, write);
    }
    throw cannotWrite(file, error);
  } finally {
    rmSync(temporary, {force: true});
  }
}

function createPlainly(file: string, content: string, write: WriteFile): boolean {
  try {
    write(file, content, {flag: 'wx'});
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cannotWrite(file, error);
  }
}

function lastNumber(folder: string): number {
  if (!existsSync(folder)) return 0;
  const numbers = readdirSync(folder).map(name => Number(/^(\d{1,9})\.json$/.exec(name)?.[1] ?? 0));
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function seal(entry: Json): string {
  const text = JSON.stringify(entry);
  return `{"sha256":"${sha256(text)}","entry":${text}}\n`;
}

function unseal<T extends Json>(text: string): T | null {
  try {
    const sealed = JSON.parse(text) as {readonly sha256: string; readonly entry: T};
    return sha256(JSON.stringify(sealed.entry)) === sealed.sha256 ? sealed.entry : null;
  } catch {
    return null;
  }
}
