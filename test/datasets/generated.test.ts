import {execFileSync} from 'node:child_process';
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {generateDatasets} from '../../scripts/datasets/all.ts';
import {folder} from './read-dataset.ts';

function filesUnder(root: string): readonly string[] {
  const names = readdirSync(root, {recursive: true, encoding: 'utf8'});
  return names.filter(name => statSync(path.join(root, name)).isFile()).sort();
}

test('the generator makes the files of the repository again, byte for byte', () => {
  const files = generateDatasets();
  expect(files.size).toBe(13);
  for (const [name, contents] of files) {
    const isEqual = Buffer.from(contents).equals(readFileSync(path.join(folder, name)));
    expect(isEqual, `${name} differs: run node scripts/datasets/make.mjs`).toBe(true);
  }
});

test('plain node writes the same files', () => {
  const target = mkdtempSync(path.join(tmpdir(), 'datasets-'));
  try {
    execFileSync(process.execPath, [path.join(import.meta.dirname, '../../scripts/datasets/make.mjs'), target]);
    expect(filesUnder(target)).toEqual([...generateDatasets().keys()].sort());
    for (const name of filesUnder(target)) {
      expect(readFileSync(path.join(target, name)).equals(readFileSync(path.join(folder, name))), name).toBe(true);
    }
  } finally {
    rmSync(target, {recursive: true});
  }
});
