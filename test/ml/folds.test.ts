import fc from 'fast-check';
import {expect, test} from 'vitest';
import {randomStream} from '../../src/data/random.ts';
import {kFold, stratifiedKFold} from '../../src/ml/folds.ts';

const stream = () => randomStream('42');

test('every row is tested exactly once and the first folds take the rows left over', () => {
  const folds = kFold(23, 5, stream());
  expect(folds.map(fold => fold.test.length)).toEqual([5, 5, 5, 4, 4]);
  expect(folds.flatMap(fold => [...fold.test]).sort((a, b) => a - b)).toEqual([...Array(23).keys()]);
  for (const fold of folds) expect(fold.train.length + fold.test.length).toBe(23);
});

test('stratified folds differ by at most one row, in each class and in all', () => {
  const codes = fc.array(fc.integer({min: 0, max: 3}), {minLength: 12, maxLength: 80});
  fc.assert(
    fc.property(codes, fc.integer({min: 2, max: 3}), (list, k) => {
      const folds = stratifiedKFold({codes: Int32Array.from(list), levels: ['a', 'b', 'c', 'd']}, k, stream());
      expect(folds.flatMap(fold => [...fold.test]).sort((a, b) => a - b)).toEqual([...list.keys()]);
      for (const code of [0, 1, 2, 3]) {
        const counts = folds.map(fold => fold.test.filter(row => list[row] === code).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
      const sizes = folds.map(fold => fold.test.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('folds are the same for the same seed', () => {
  expect(kFold(30, 3, stream())).toEqual(kFold(30, 3, stream()));
});

test('more folds than rows, one fold and part of a fold are refused', () => {
  for (const k of [1, 6, 2.5]) expect(() => kFold(5, k, stream()), String(k)).toThrow(/cannot be cut/);
  const classes = {codes: Int32Array.of(0, 0, 1), levels: ['a', 'b']};
  expect(() => stratifiedKFold(classes, 3, stream())).toThrow(/2 rows of the largest class cannot be cut into 3 folds/);
  expect(() => stratifiedKFold({...classes, codes: Int32Array.of(0, -1)}, 2, stream())).toThrow(/Row 2 has no class/);
});
