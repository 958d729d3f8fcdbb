import {expect, test} from 'vitest';
import {median, quantile, sortedValues} from '../../src/ml/quantile.ts';
import {column, expectClose, readReference} from './reference.ts';

const {columns} = readReference('preprocessing');

test('quantiles interpolate linearly, as numpy does by default', () => {
  for (const name of Object.keys(columns)) {
    const sorted = sortedValues(column(columns[name].values));
    const got = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map(share => quantile(sorted, share));
    expectClose(got, columns[name].quantiles, 1e-11, name);
  }
});

test('the median of an even number of values is the mean of the middle two', () => {
  expect(median(Float64Array.of(1, 2, 4, 9))).toBe(3);
});

test('gaps are left out, and a column without values has no quantile', () => {
  expect([...sortedValues(Float64Array.of(3, Number.NaN, -1))]).toEqual([-1, 3]);
  expect(quantile(new Float64Array(0), 0.5)).toBeNaN();
  expect(median(new Float64Array(0))).toBeNaN();
});
