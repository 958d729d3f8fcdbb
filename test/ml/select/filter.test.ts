import {expect, test} from 'vitest';
import {keepBest, keepUncorrelated, keepVarying} from '../../../src/ml/select/filter.ts';
import {readReference} from '../reference.ts';

const {x, varying} = readReference('features');

test('the columns above a variance are those of scikit-learn', () => {
  const columns = x.map((values: number[]) => Float64Array.from(values));
  expect(keepVarying(columns, 1)).toEqual(varying);
});

test('a column of equal values is dropped although rounding gives it a variance', () => {
  const tenths = new Float64Array(9).fill(0.1);
  expect(keepVarying([tenths, Float64Array.of(1, 2, 1, 2, 1, 2, 1, 2, 1)])).toEqual([1]);
});

test('of two columns that say the same the later is dropped, and the twin is named', () => {
  const a = Float64Array.of(1, 2, 3, 4);
  const b = Float64Array.of(4, 1, 3, 2);
  const minusA = Float64Array.of(-1, -2, -3, -4);
  const {kept, twins} = keepUncorrelated([a, b, minusA], 0.95);
  expect(kept).toEqual([0, 1]);
  expect(twins).toHaveLength(1);
  expect(twins[0]).toMatchObject({dropped: 2, because: 0});
  expect(twins[0]!.r).toBeCloseTo(-1, 12);
});

test('a column that was dropped does not take another with it', () => {
  const a = Float64Array.of(0, 1, 2, 3, 4, 5);
  const b = Float64Array.of(0, 1, 2, 3, 5, 4);
  const c = Float64Array.of(1, 0, 2, 3, 5, 4);
  expect(keepUncorrelated([a, b, c], 0.93).kept).toEqual([0, 2]);
});

test('the best k columns come back in their own order, the earlier of equals first', () => {
  expect(keepBest([3, 9, 1, 9, 9], 2)).toEqual([1, 3]);
  expect(keepBest([1, 2], 10)).toEqual([0, 1]);
});
