import {expect, test} from 'vitest';
import {correlation, mean, mode, standardDeviation, variance} from '../../src/ml/summary.ts';
import {column, expectClose, readReference} from './reference.ts';

const {columns, correlation: pair} = readReference('preprocessing');

test('mean and variance agree with numpy, also far from zero', () => {
  for (const name of Object.keys(columns)) {
    const values = column(columns[name].values);
    expectClose(mean(values), columns[name].mean, 1e-11, name);
    expectClose([variance(values), variance(values, 1)], [columns[name].variance, columns[name].variance1], 1e-9, name);
  }
});

test('the standard deviation is the root of the variance', () => {
  expect(standardDeviation(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))).toBe(2);
});

test('a variance needs more values than it takes off', () => {
  expect(variance(Float64Array.of(4))).toBe(0);
  expect(variance(Float64Array.of(4), 1)).toBeNaN();
});

test('of several most frequent values the smallest is the mode', () => {
  expect(mode(Float64Array.of(7, 3, 7, 3, 9, Number.NaN))).toBe(3);
  expect(mode(Float64Array.of(Number.NaN))).toBeNaN();
});

test('the correlation agrees with numpy', () => {
  expectClose(correlation(column(pair.x), column(pair.y)), pair.r);
});

test('the correlation leaves out rows with a gap on either side', () => {
  const [x, y] = [Float64Array.of(1, 2, Number.NaN, 4), Float64Array.of(2, 4, 5, Number.NaN)];
  expect(correlation(x, y)).toBeCloseTo(1, 12);
});

test('a column that does not vary has no correlation', () => {
  expect(correlation(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3))).toBeNaN();
});
