import {mkdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {sha256} from '../../src/engine/hash.ts';
import {diskStore} from '../../src/files/disk-store.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

const bytes = new TextEncoder().encode('an output');
const hash = sha256(bytes);
const key = 'a'.repeat(64);
const objectIn = (folder: string) => path.join(folder, 'objects', hash.slice(0, 2), hash);
const resultIn = (folder: string) => path.join(folder, 'results/aa', `${key}.json`);

function filledStore(onDamage: (file: string) => void = () => {}) {
  const folder = temporaryFolder();
  const store = diskStore(folder, {onDamage});
  store.writeObject(hash, bytes);
  store.writeResult({version: 1, key, output: hash, report: {rows: [1, 1]}});
  return {folder, store};
}

test('what one program stores another finds', () => {
  const {folder} = filledStore();
  const other = diskStore(folder);
  expect(other.hasObject(hash)).toBe(true);
  expect(new Uint8Array(other.readObject(hash)!)).toEqual(bytes);
  expect(other.readResult(key)).toEqual({version: 1, key, output: hash, report: {rows: [1, 1]}});
});

test.each([
  ['cut short', (file: string) => truncateSync(file, 3)],
  ['tampered with', (file: string) => writeFileSync(file, 'am output')],
  ['emptied', (file: string) => truncateSync(file, 0)],
])('an object that was %s is told, put away, and counts as absent', (_, damage) => {
  const {folder} = filledStore();
  damage(objectIn(folder));
  const damaged: string[] = [];
  const store = diskStore(folder, {onDamage: file => damaged.push(file)});
  expect(store.hasObject(hash)).toBe(false);
  expect(damaged).toEqual([objectIn(folder)]);
  store.writeObject(hash, bytes);
  expect(readFileSync(objectIn(folder), 'utf8')).toBe('an output');
});

test.each([
  ['half a result', '{"version": 1, "key"'],
  ['the result of another step', JSON.stringify({version: 1, key: 'b'.repeat(64), output: hash})],
  ['a result without an output', JSON.stringify({version: 1, key, output: '../../etc/passwd'})],
  ['null', 'null'],
])('%s is told, put away, and counts as absent', (_, text) => {
  const damaged: string[] = [];
  const {folder, store} = filledStore(file => damaged.push(file));
  writeFileSync(resultIn(folder), text);
  expect(store.readResult(key)).toBeUndefined();
  expect(damaged).toEqual([resultIn(folder)]);
  expect(store.entries().map(entry => entry.kind)).toEqual(['object']);
});

test('an object that is asked for counts as used now', () => {
  const {folder, store} = filledStore();
  utimesSync(objectIn(folder), 1000, 1000);
  expect(store.entries().find(entry => entry.kind === 'object')?.used).toBe(1_000_000);
  store.hasObject(hash);
  expect(statSync(objectIn(folder)).mtimeMs).toBeGreaterThan(1_000_000);
});

test('everything in the store is listed and can be removed, debris of a killed program included', () => {
  const {folder, store} = filledStore();
  writeFileSync(`${objectIn(folder)}.12ab.tmp`, 'half');
  mkdirSync(path.join(folder, 'objects/zz/odd'), {recursive: true});
  const entries = store.entries();
  expect(entries.map(entry => entry.kind).sort()).toEqual(['debris', 'object', 'result']);
  for (const entry of entries) store.remove(entry);
  expect(store.entries()).toEqual([]);
  expect(store.hasObject(hash)).toBe(false);
});
