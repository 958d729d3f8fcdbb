import {expect, test} from 'vitest';
import {jensenShannon, wasserstein} from '../../../src/ml/drift/distance.ts';
import {expectClose, readReference} from '../reference.ts';

const {samples, counts} = readReference('drift');

test('the distance between shares agrees with scipy', () => {
  for (const {reference, current, jensen_shannon} of counts)
    expectClose(jensenShannon(reference, current), jensen_shannon);
});

test('the distance between samples of numbers agrees with scipy', () => {
  for (const {reference, current, wasserstein: wanted} of samples) {
    expectClose(wasserstein(Float64Array.from(reference), Float64Array.from(current)), wanted);
  }
});

test('equal shares are 0 apart and shares with nothing in common 1', () => {
  expect(jensenShannon([2, 2], [5, 5])).toBe(0);
  expect(jensenShannon([4, 0], [0, 9])).toBe(1);
});

test('a sample moved by 3 is 3 away', () => {
  expect(wasserstein(Float64Array.of(1, 2, Number.NaN), Float64Array.of(4, 5))).toBe(3);
});

test('an empty sample has no distance', () => {
  expect(jensenShannon([0], [1])).toHaveProperty('undefined');
  expect(wasserstein(new Float64Array(0), Float64Array.of(1))).toHaveProperty('undefined');
});
