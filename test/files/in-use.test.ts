import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {enterHome, othersIn} from '../../src/files/in-use.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

test('this program is no other, and an empty home is used by nobody', () => {
  const home = temporaryFolder();
  expect(othersIn(home)).toBe(false);
  enterHome(home);
  expect(othersIn(home)).toBe(false);
});

test('another program counts while it lives, and what it leaves behind is cleared away', async () => {
  const home = temporaryFolder();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const mark = path.join(home, 'in-use', String(other.pid));
  mkdirSync(path.dirname(mark));
  writeFileSync(mark, '');
  expect(othersIn(home)).toBe(true);
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(othersIn(home)).toBe(false);
  expect(existsSync(mark)).toBe(false);
});
