import fc from 'fast-check';
import {expect, test} from 'vitest';
import {fiveNumbers, quantile} from '../../src/charts/five-numbers.ts';
import {exactAxis, niceAxis, stepOf} from '../../src/charts/scale.ts';

test('a nice axis has round ends and a middle tick only where it is round', () => {
  expect(niceAxis('x', [0.8123, 0.973]).ticks.map(tick => tick.text)).toEqual(['0.8', '0.9', '1.0']);
  expect(niceAxis('x', [50, 400]).ticks.map(tick => tick.text)).toEqual(['0', '200', '400']);
});

test('a nice axis holds all its values, however large, small or alike', () => {
  fc.assert(
    fc.property(fc.array(fc.double({min: -1e100, max: 1e100, noNaN: true}), {minLength: 1}), values => {
      const axis = niceAxis('x', values);
      const slack = (axis.high - axis.low) * 1e-6;
      expect(axis.high).toBeGreaterThan(axis.low);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(axis.low - slack);
      expect(Math.max(...values)).toBeLessThanOrEqual(axis.high + slack);
    }),
  );
});

test('a value beyond an axis is put at its end', () => {
  const axis = exactAxis('x', 0, 10);
  expect([-5, 0, 5, 10, 99].map(value => stepOf(axis, value, 11))).toEqual([0, 0, 5, 10, 10]);
});

test('quartiles lie between neighbours by proportion, as in NumPy', () => {
  // numpy.percentile([1, 2, 3, 4], [25, 50, 75])
  expect([0.25, 0.5, 0.75].map(share => quantile([1, 2, 3, 4], share))).toEqual([1.75, 2.5, 3.25]);
});

test('whiskers end at the last value within 1.5 boxes, and the rest are outliers', () => {
  const numbers = fiveNumbers([1, 2, 3, 4, 5, 100, Number.NaN]);
  expect(numbers).toMatchObject({q1: 2.25, median: 3.5, q3: 4.75, lowWhisker: 1, highWhisker: 5, outliers: [100]});
  expect(fiveNumbers([Number.NaN])).toBeUndefined();
});
