import fc from 'fast-check';
import {expect, test} from 'vitest';
import {largestWhere, meantBy, neighbour, roundDown} from '../../../../src/stages/export/onnx/float32.ts';

test('rounding down gives the largest single-precision number that is not above', () => {
  expect(roundDown(0.1)).toBe(0.09999999403953552);
  fc.assert(
    fc.property(fc.double({noNaN: true, min: -1e30, max: 1e30}), value => {
      const rounded = roundDown(value);
      expect(Math.fround(rounded)).toBe(rounded);
      expect(rounded).toBeLessThanOrEqual(value);
      expect(neighbour(rounded, 1)).toBeGreaterThan(value);
    }),
  );
});

test('a decimal of up to six digits is what its single-precision number stands for', () => {
  expect(meantBy(Math.fround(1.55))).toBe(1.55);
  fc.assert(
    fc.property(fc.integer({min: -999_999, max: 999_999}), fc.integer({min: 0, max: 6}), (digits, places) => {
      const decimal = Number(`${digits}e-${places}`);
      expect(meantBy(Math.fround(decimal))).toBe(decimal + 0);
    }),
  );
});

test('the largest number that satisfies a condition is found to the last bit', () => {
  expect(largestWhere(value => value <= 1)).toBe(1);
  expect(largestWhere(value => value < 1)).toBe(1 - 2 ** -24);
  expect(largestWhere(value => value < -3.5)).toBe(neighbour(-3.5, -1));
  expect(largestWhere(value => value <= 0)).toBe(0);
  expect(largestWhere(() => true)).toBe(Infinity);
  expect(largestWhere(() => false)).toBe(-Infinity);
});
