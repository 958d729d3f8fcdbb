import {expect, test} from 'vitest';
import {randomStream} from '../../src/data/random.ts';

const draws = (seed: string, count = 5) => {
  const random = randomStream(seed);
  return Array.from({length: count}, () => random.next());
};

test('a seed gives the same numbers for ever', () => {
  expect(draws('42', 3)).toEqual([0.7363774552941322, 0.20271928398869932, 0.17093255487270653]);
  expect(draws('42')).toEqual(draws('42'));
});

test('another name is another stream', () => {
  expect(draws('42')).not.toEqual(draws('43'));
  expect(draws('42/tree/1')).not.toEqual(draws('42/tree/2'));
});

test('numbers are spread evenly over [0, 1)', () => {
  const values = draws('even', 20_000);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThan(1);
  expect(mean).toBeCloseTo(0.5, 2);
});

test('normal draws have mean 0 and variance 1', () => {
  const random = randomStream('normal');
  const values = Array.from({length: 20_000}, () => random.normal());
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
});

test('a permutation holds every number once, a bootstrap draws with replacement', () => {
  const permutation = randomStream('p').permutation(100);
  expect([...permutation].sort((a, b) => a - b)).toEqual([...Array(100).keys()]);
  expect([...permutation]).not.toEqual([...Array(100).keys()]);
  const sample = randomStream('b').bootstrap(1000);
  expect(sample).toHaveLength(1000);
  expect(new Set(sample).size / 1000).toBeCloseTo(1 - Math.exp(-1), 1);
});
