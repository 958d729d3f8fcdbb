import {utimesSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {sha256} from '../../src/engine/hash.ts';
import {diskStore} from '../../src/files/disk-store.ts';
import {withSoftCap} from '../../src/files/soft-cap.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

const kilobyte = (letter: string) => new TextEncoder().encode(letter.repeat(1000));
const hashOf = (letter: string) => sha256(kilobyte(letter));

/** Fill a store with a letter a kilobyte, each last used an hour later than the one before, long ago. */
function fill(letters: string, most: number, named: readonly string[] = []) {
  const folder = temporaryFolder();
  const notices: string[] = [];
  const options = {most, named: () => new Set(named.map(hashOf)), onNotice: (text: string) => notices.push(text)};
  const store = withSoftCap(diskStore(folder), folder, options);
  [...letters].forEach((letter, hour) => {
    const hash = hashOf(letter);
    store.writeObject(hash, kilobyte(letter));
    utimesSync(path.join(folder, 'objects', hash.slice(0, 2), hash), hour * 3600, hour * 3600);
  });
  const left = () => [...letters].filter(letter => store.entries().some(entry => entry.name === hashOf(letter)));
  return {store, notices, left};
}

test('a store under its limit keeps everything', () => {
  const {left, notices} = fill('abc', 10_000);
  expect(left()).toEqual(['a', 'b', 'c']);
  expect(notices).toEqual([]);
});

test('a store over its limit drops what was used longest ago, down to a little under it', () => {
  const {store, left} = fill('abcde', 5000);
  store.writeObject(hashOf('f'), kilobyte('f'));
  expect(left()).toEqual(['c', 'd', 'e']);
  expect(store.entries().filter(entry => entry.kind === 'object')).toHaveLength(4);
});

test('what a run or a model names stays, whatever it weighs and however old it is', () => {
  const {store, left} = fill('abcde', 5000, ['a', 'b']);
  store.writeObject(hashOf('f'), kilobyte('f'));
  expect(left()).toEqual(['a', 'b', 'e']);
});

test('where everything is named nothing goes, and the notice says how to make room, once', () => {
  const {store, left, notices} = fill('abcde', 5000, ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  store.writeObject(hashOf('f'), kilobyte('f'));
  expect(left()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(notices).toEqual([expect.stringContaining('runs gc --keep 20')]);
});

test('an object that is there already is not counted again', () => {
  const {store, left} = fill('abcd', 5000);
  for (let time = 0; time < 10; time++) store.writeObject(hashOf('d'), kilobyte('d'));
  expect(left()).toEqual(['a', 'b', 'c', 'd']);
});
