import {expect, test} from 'vitest';
import {shuffle} from '../../src/tutor/random.ts';

test('the same seed gives the same order, pinned for ever', () => {
  expect(shuffle([1, 2, 3, 4, 5], 'seed')).toEqual(shuffle([1, 2, 3, 4, 5], 'seed'));
  expect(shuffle([1, 2, 3, 4, 5], 'seed').join('')).toMatchInlineSnapshot(`"32415"`);
});

test('shuffling keeps every item and leaves the list given as it was', () => {
  const items = ['a', 'b', 'c', 'd'];
  expect([...shuffle(items, 'x')].sort()).toEqual(items);
  expect(items).toEqual(['a', 'b', 'c', 'd']);
});

test('over many seeds each item comes first about equally often', () => {
  const firsts = [0, 0, 0, 0];
  for (let seed = 0; seed < 4000; seed++) firsts[shuffle([0, 1, 2, 3], `s${seed}`)[0]!]!++;
  for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});
