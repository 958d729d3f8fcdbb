import {expect, test} from 'vitest';
import {scoreAnova, scoreLine} from '../../../src/ml/select/f-test.ts';
import {expectClose, readReference} from '../reference.ts';

const {x, codes, target, f_classif, f_regression} = readReference('features');
const columns: readonly Float64Array[] = x.map((values: number[]) => Float64Array.from(values));

test('the F of an analysis of variance agrees with scikit-learn', () => {
  const scores = columns.map(values => scoreAnova(values, Int32Array.from(codes), 3));
  expectClose(scores, f_classif);
});

test('a class that does not occur changes nothing', () => {
  expect(scoreAnova(columns[0]!, Int32Array.from(codes), 5)).toBe(scoreAnova(columns[0]!, Int32Array.from(codes), 3));
});

test('the F of a line agrees with scikit-learn', () => {
  const scores = columns.map(values => scoreLine(values, Float64Array.from(target)));
  expectClose(scores, f_regression);
});

test('a column that does not vary scores 0 and a perfect one the largest number', () => {
  const flat = Float64Array.of(2, 2, 2, 2);
  const perfect = Float64Array.of(0, 0, 1, 1);
  expect(scoreAnova(flat, Int32Array.of(0, 0, 1, 1), 2)).toBe(0);
  expect(scoreAnova(perfect, Int32Array.of(0, 0, 1, 1), 2)).toBe(Number.MAX_VALUE);
  expect(scoreLine(flat, perfect)).toBe(0);
  expect(scoreLine(perfect, perfect)).toBe(Number.MAX_VALUE);
});
