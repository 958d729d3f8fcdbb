import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {isInside} from '../../src/files/is-inside.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

test('a path is inside a folder only if every link on the way stays in it', () => {
  const top = temporaryFolder();
  const folder = path.join(top, 'bundle');
  mkdirSync(path.join(folder, 'data'), {recursive: true});
  writeFileSync(path.join(top, 'secret.csv'), '');
  writeFileSync(path.join(folder, 'data/rows.csv'), '');
  symlinkSync(path.join(top, 'secret.csv'), path.join(folder, 'link.csv'));
  symlinkSync(top, path.join(folder, 'up'));
  symlinkSync(path.join(folder, 'data'), path.join(folder, 'shortcut'));
  const verdicts = [
    'data/rows.csv',
    'shortcut/rows.csv',
    'data/missing.csv',
    '..data.csv',
    'link.csv',
    'up/secret.csv',
    'up/missing.csv',
    '../secret.csv',
    'data/../../secret.csv',
    '/etc/passwd',
    '.',
  ].filter(name => isInside(name, folder));
  expect(verdicts).toEqual(['data/rows.csv', 'shortcut/rows.csv', 'data/missing.csv', '..data.csv']);
});

test('a folder that is itself reached by a link is where it really is', () => {
  const top = temporaryFolder();
  mkdirSync(path.join(top, 'real'));
  symlinkSync(path.join(top, 'real'), path.join(top, 'alias'));
  expect(isInside('rows.csv', path.join(top, 'alias'))).toBe(true);
});
