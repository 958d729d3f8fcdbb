import {expect, test} from 'vitest';
import {mean, median, mode, std, variance} from '../../scripts/stubs/mathjs/index.cjs';

test('mean, median, variance and std agree with mathjs', () => {
  expect(mean([1, 2, 3, 6])).toBe(3);
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(4.571428571428571, 14);
  expect(std([1, 2, 3, 4])).toBeCloseTo(1.2909944487358056, 14);
});

test('mode gives every commonest value in the order of the list', () => {
  expect(mode([3, 1, 1, 3, 2])).toEqual([3, 1]);
  expect(mode(['b', 'a', 'a'])).toEqual(['a']);
});

test('one value alone has the variance 0, as in mathjs', () => {
  expect(variance([7])).toBe(0);
});

test('a NaN makes every statistic NaN', () => {
  for (const statistic of [mean, median, variance, std]) expect(statistic([1, Number.NaN, 3])).toBeNaN();
});

test('numbers may come one by one, and booleans count as 0 and 1', () => {
  expect(mean(1, 2, 6)).toBe(3);
  expect(mean([true, false])).toBe(0.5);
});

test('an empty list and words are refused', () => {
  for (const statistic of [mean, median, mode, variance, std]) expect(() => statistic([])).toThrow('empty array');
  expect(() => mean(['a'])).toThrow('Cannot convert "a" to a number');
});
