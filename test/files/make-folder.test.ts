import {existsSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makeFolder} from '../../src/files/make-folder.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

test('a folder is made with those above it, and one that is there is left alone', () => {
  const folder = path.join(temporaryFolder(), 'a/b/c');
  makeFolder(folder);
  makeFolder(folder);
  expect(statSync(folder).isDirectory()).toBe(true);
});

test('where no folder can be made, that is said at once', () => {
  const file = path.join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(path.join(file, 'inside'))).toThrow(/ENOTDIR/);
  expect(() => makeFolder(file)).toThrow(/EEXIST/);
  // Linux has a file system that answers "no such file" for ever.
  if (existsSync('/proc/self')) expect(() => makeFolder('/proc/nowhere/inside')).toThrow(/ENOENT/);
  else expect(existsSync('/proc/self')).toBe(false);
});
