import {expect, test} from 'vitest';
import {makeLevels} from '../../../src/data/table.ts';
import {alignCounts, countLevels, newLevels} from '../../../src/ml/drift/levels.ts';

test('the words that occur are counted, gaps are not', () => {
  const column = makeLevels('plan', ['b', 'a', null, 'b']);
  expect(countLevels(column)).toEqual({levels: ['a', 'b'], counts: [1, 2]});
  expect(countLevels({...column, codes: Int32Array.of(1, -1)})).toEqual({levels: ['b'], counts: [1]});
});

test('two counts are brought onto the same words', () => {
  const aligned = alignCounts({levels: ['a', 'c'], counts: [3, 1]}, {levels: ['b', 'c'], counts: [2, 5]});
  expect(aligned).toEqual({levels: ['a', 'b', 'c'], reference: [3, 0, 1], current: [0, 2, 5]});
});

test('words that the reference never had are listed with their counts', () => {
  const fresh = newLevels({levels: ['a'], counts: [3]}, {levels: ['a', 'x', 'y'], counts: [1, 2, 4]});
  expect(fresh).toEqual({levels: ['x', 'y'], counts: [2, 4]});
});
