import fc from 'fast-check';
import {expect, test} from 'vitest';
import {countDistinct} from '../../src/data/count-distinct.ts';

test('gaps do not count, and −0 is 0', () => {
  expect(countDistinct(Float64Array.of())).toBe(0);
  expect(countDistinct(Float64Array.of(Number.NaN, Number.NaN))).toBe(0);
  expect(countDistinct(Float64Array.of(0, -0, 1, Number.NaN, 1))).toBe(2);
});

test('the count is that of a set', () => {
  const numbers = fc.array(fc.oneof(fc.integer({min: -5, max: 5}), fc.double({noNaN: true})));
  fc.assert(
    fc.property(numbers, values => {
      expect(countDistinct(Float64Array.from(values))).toBe(new Set(values).size);
    }),
  );
});
