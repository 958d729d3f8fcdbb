import fc from 'fast-check';
import {expect, test} from 'vitest';
import {randomStream} from '../../src/data/random.ts';
import {shareOut} from '../../src/ml/share-out.ts';
import {type Classes, groupSplit, randomSplit, type Split, stratifiedSplit, timeSplit} from '../../src/ml/split.ts';
import {readReference} from './reference.ts';

const stream = (seed = '42') => randomStream(seed);

function classesOf(sizes: readonly number[]): Classes {
  return {
    codes: Int32Array.from(sizes.flatMap((size, code) => new Array<number>(size).fill(code))),
    levels: sizes.map((_, code) => `class ${code}`),
  };
}

function countPer(codes: Int32Array, rows: Int32Array, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const row of rows) counts[codes[row]!]!++;
  return counts;
}

function expectPartition({train, test}: Split, n: number): void {
  expect([...train, ...test].sort((a, b) => a - b)).toEqual(Array.from({length: n}, (_, row) => row));
  expect(train).toEqual(train.slice().sort());
  expect(test).toEqual(test.slice().sort());
}

test('the test part has the share rounded up, as in scikit-learn: 178 rows at 0.3 are 124 and 54', () => {
  const split = randomSplit(178, 0.3, stream());
  expect([split.train.length, split.test.length]).toEqual([124, 54]);
});

test('a random split is a partition, the same for the same seed and another for another', () => {
  const split = randomSplit(50, 0.25, stream());
  expectPartition(split, 50);
  expect(randomSplit(50, 0.25, stream())).toEqual(split);
  expect(randomSplit(50, 0.25, stream('43'))).not.toEqual(split);
});

test('a part that would be empty is refused', () => {
  for (const [n, share] of [
    [10, 0],
    [10, 1],
    [1, 0.5],
    [0, 0.5],
    [10, 0.95],
    [10, Number.NaN],
  ] as const) {
    expect(() => randomSplit(n, share, stream()), `${n} at ${share}`).toThrow(/leaves one part empty/);
  }
});

test('every class gets the rows that scikit-learn gives it', () => {
  for (const {sizes, share, test: wanted} of readReference('preprocessing').stratified) {
    const classes = classesOf(sizes);
    const split = stratifiedSplit(classes, share, stream());
    expectPartition(split, classes.codes.length);
    expect(countPer(classes.codes, split.test, sizes.length)).toEqual(wanted);
  }
});

test('a class of two rows or more is in both parts wherever the sizes allow it', () => {
  const sizes = fc.array(fc.integer({min: 2, max: 30}), {minLength: 1, maxLength: 6});
  fc.assert(
    fc.property(sizes, fc.double({min: 0.01, max: 0.99, noNaN: true}), (list, share) => {
      const total = list.reduce((sum, size) => sum + size, 0);
      const seats = Math.min(total - 1, Math.ceil(total * share));
      const shares = shareOut(list, seats);
      expect(shares.reduce((sum, value) => sum + value, 0)).toBe(seats);
      if (seats < list.length || total - seats < list.length) return;
      shares.forEach((value, code) => {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(list[code]!);
      });
    }),
  );
});

test('a class of one row is refused by name with the three ways out', () => {
  expect(() => stratifiedSplit(classesOf([5, 1, 4]), 0.3, stream())).toThrow(
    expect.objectContaining({
      code: 'bad_target',
      message: 'The class `class 1` has one row, and one row cannot be in both parts.',
      hint: expect.stringMatching(/Merge.*drop.*split\.stratify: false/),
      at: {row: 6},
    }),
  );
});

test('a row without a class cannot be stratified', () => {
  const classes = {codes: Int32Array.of(0, 0, -1), levels: ['a']};
  expect(() => stratifiedSplit(classes, 0.5, stream())).toThrow(/Row 3 has no class/);
});

test('no group is in both parts, and the share counts groups', () => {
  const groups = Int32Array.from({length: 60}, (_, row) => row % 10);
  const split = groupSplit(groups, 0.25, stream());
  expectPartition(split, 60);
  const inTest = new Set(Array.from(split.test, row => groups[row]));
  expect(inTest.size).toBe(3);
  expect(split.test.length).toBe(18);
  expect(Array.from(split.train, row => groups[row]).some(group => inTest.has(group))).toBe(false);
});

test('a row without a group, and a single group, are refused', () => {
  expect(() => groupSplit(Int32Array.of(0, -1), 0.5, stream())).toThrow(/Row 2 has no group/);
  expect(() => groupSplit(Int32Array.of(3, 3), 0.5, stream())).toThrow(/1 groups/);
});

test('a split by time tests on the latest rows', () => {
  const split = timeSplit(Float64Array.of(30, 10, 50, 20, 40), 0.4);
  expect([...split.test]).toEqual([2, 4]);
  expect([...split.train]).toEqual([0, 1, 3]);
  expect([...timeSplit(Int32Array.of(1, 1, 0, 1), 0.5).test]).toEqual([1, 3]);
});

test('a row without a time is refused, whether NaN or code -1', () => {
  expect(() => timeSplit(Float64Array.of(1, Number.NaN), 0.5)).toThrow(/Row 2 has no time/);
  expect(() => timeSplit(Int32Array.of(-1, 1), 0.5)).toThrow(/Row 1 has no time/);
  expect([...timeSplit(Float64Array.of(-1, -2), 0.5).test]).toEqual([0]);
});
