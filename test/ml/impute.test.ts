import {expect, test} from 'vitest';
import {makeLevels} from '../../src/data/table.ts';
import {fillLevels, fillNumbers, fitLevelFill, fitNumberFill} from '../../src/ml/impute.ts';
import {column, expectClose, readReference} from './reference.ts';

const {columns} = readReference('preprocessing');

test('the learned fill is that of scikit-learn for every strategy', () => {
  for (const name of Object.keys(columns)) {
    for (const strategy of ['mean', 'median', 'most_frequent'] as const) {
      const fill = fitNumberFill(column(columns[name].values), strategy);
      expectClose(fill, columns[name].fill[strategy], 1e-11, `${name} ${strategy}`);
    }
  }
});

test('a column of gaps teaches no fill unless it is a constant', () => {
  const gaps = Float64Array.of(Number.NaN, Number.NaN);
  expect(fitNumberFill(gaps, 'median')).toBeNull();
  expect(fitNumberFill(gaps, 'constant')).toBe(0);
  expect(fitNumberFill(gaps, 'constant', -7)).toBe(-7);
});

test('only gaps are filled, in a new column', () => {
  const values = Float64Array.of(1, Number.NaN, 3);
  expect([...fillNumbers(values, 9)]).toEqual([1, 9, 3]);
  expect(values[1]).toBeNaN();
});

test('of several most frequent words the first by code point is learned', () => {
  expect(fitLevelFill(makeLevels('plan', ['b', 'a', null, 'b', 'a', 'c']), 'most_frequent')).toBe('a');
});

test('a column of words that are all missing teaches no fill unless it is a constant', () => {
  const gaps = makeLevels('plan', [null, null]);
  expect(fitLevelFill(gaps, 'most_frequent')).toBeNull();
  expect(fitLevelFill(gaps, 'constant')).toBe('missing_value');
});

test('a fill that the column does not know becomes one of its levels, in order', () => {
  const words = ['z', null, 'a', 'z'];
  expect(fillLevels(makeLevels('plan', words), 'm')).toEqual(makeLevels('plan', ['z', 'm', 'a', 'z']));
  expect(fillLevels(makeLevels('plan', words), 'z')).toEqual(makeLevels('plan', ['z', 'z', 'a', 'z']));
});

test('a column without gaps is given back as it is', () => {
  const full = makeLevels('plan', ['a', 'b']);
  expect(fillLevels(full, 'c')).toBe(full);
});
