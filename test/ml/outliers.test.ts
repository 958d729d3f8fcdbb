import {expect, test} from 'vitest';
import {clip, countOutside, fitFences} from '../../src/ml/outliers.ts';
import {column, expectClose, readReference} from './reference.ts';

const {columns} = readReference('preprocessing');

test('fences agree with the formula computed by numpy', () => {
  for (const name of ['gamma', 'two', 'far', 'ties']) {
    for (const method of ['clip_iqr', 'clip_z'] as const) {
      const fences = fitFences(column(columns[name].values), method);
      expectClose([fences?.low, fences?.high], columns[name].fences[method], 1e-11, `${name} ${method}`);
    }
  }
});

test('values beyond a fence are moved onto it and gaps stay gaps', () => {
  const values = Float64Array.of(-5, 1, Number.NaN, 99);
  expect([...clip(values, {low: 0, high: 10})]).toEqual([0, 1, Number.NaN, 10]);
  expect(countOutside(values, {low: 0, high: 10})).toBe(2);
});

test('a middle half of one value has no fences, since they would flatten the column', () => {
  const mostlyZero = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 0, 5, 40);
  expect(fitFences(mostlyZero, 'clip_iqr')).toBeNull();
  expect(fitFences(mostlyZero, 'clip_z', 1)).not.toBeNull();
});

test('a column without values or without spread has no fences', () => {
  expect(fitFences(Float64Array.of(Number.NaN), 'clip_z')).toBeNull();
  expect(fitFences(Float64Array.of(4, 4), 'clip_z')).toBeNull();
});
