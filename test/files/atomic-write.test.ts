import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {cannotWrite, writeFileAtomic} from '../../src/files/atomic-write.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

test('a file is written whole, in folders that are made on the way, and nothing else stays behind', () => {
  const file = path.join(temporaryFolder(), 'deep/er/file.json');
  writeFileAtomic(file, 'old');
  writeFileAtomic(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(path.dirname(file))).toEqual(['file.json']);
});

test('a file that cannot be written leaves the old one, no temporary file, and says why', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'taken');
  mkdirSync(path.join(file, 'inside'), {recursive: true});
  expect(() => writeFileAtomic(file, 'text')).toThrowError(expect.objectContaining({code: 'cannot_write'}));
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('a folder whose name is taken by a file is refused as such', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'file'), '');
  expect(() => writeFileAtomic(path.join(folder, 'file/inner'), 'text')).toThrowError(
    expect.objectContaining({code: 'cannot_write'}),
  );
});

test('a full disk is called a full disk', () => {
  const error = cannotWrite('/home/me/store/file', Object.assign(new Error('ENOSPC'), {code: 'ENOSPC'}));
  expect(error.message).toBe('Cannot write to /home/me/store: the disk is full.');
  expect(error.hint).toBe('Free some space and run the command again: what was finished is kept.');
});
