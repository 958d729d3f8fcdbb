import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readNumber} from '../../src/data/number-text.ts';
import {readPlainNumber} from '../../src/data/plain-number.ts';

const read = (text: string) => readPlainNumber(text, 0, text.length);

test.each([
  ['0', 0],
  ['-12', -12],
  ['12.50', 12.5],
  ['0.001', 0.001],
  ['5.', 5],
  ['-0', 0],
  ['123456789012345', 123456789012345],
])('%s is read', (text, value) => {
  expect(Object.is(read(text), value)).toBe(true);
});

test.each(['', '-', '.', '.5', '007', '1.2.3', '+1', '1e3', ' 1', '1 ', '1,5', '1234567890123456', '0x1'])(
  '%j is left to the careful reader',
  text => {
    expect(read(text)).toBeNaN();
  },
);

test('a number is read out of the middle of a text, and a cell that is no cell is none', () => {
  expect(readPlainNumber('a,12.5,b', 2, 6)).toBe(12.5);
  expect(readPlainNumber('12', -1, 0)).toBeNaN();
  expect(readPlainNumber('"12"', 1, -3)).toBeNaN();
});

test('what it reads, the careful reader reads to the last bit the same', () => {
  const digits = fc.string({unit: fc.constantFrom(...'0123456789.-'), maxLength: 18});
  const numbers = fc.tuple(fc.double({noNaN: true, noDefaultInfinity: true}), fc.nat(12)).map(([x, n]) => x.toFixed(n));
  fc.assert(
    fc.property(fc.oneof(digits, numbers), text => {
      const value = read(text);
      if (!Number.isNaN(value)) expect(Object.is(value, readNumber(text))).toBe(true);
    }),
    {numRuns: 2000},
  );
});
