import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readNumber} from '../../src/data/number-text.ts';

test('decimal and scientific literals are numbers', () => {
  const numbers = {'12': 12, '-0.5': -0.5, '.5': 0.5, '5.': 5, '+3': 3, '1e-3': 0.001, '6.02E+23': 6.02e23, '0': 0};
  for (const [text, value] of Object.entries(numbers)) expect(readNumber(text), text).toBe(value);
});

test('what `Number` would take for a number by mistake is none', () => {
  const words = [
    '',
    ' ',
    '0x10',
    'Infinity',
    '-Infinity',
    'NaN',
    '12abc',
    '1,5',
    '1_000',
    '--1',
    '.',
    '-',
    'e5',
    '1e',
    '1e+',
    '1.2.3',
    '٣',
  ];
  for (const text of words) expect(readNumber(text), text).toBeNaN();
});

test('a leading zero makes a code, not a number', () => {
  for (const text of ['007', '00', '-01', '01.5']) expect(readNumber(text), text).toBeNaN();
});

test('whole numbers up to 2^53 are numbers, longer ones are identifiers', () => {
  expect(readNumber('9007199254740992')).toBe(2 ** 53);
  expect(readNumber('-9007199254740992')).toBe(-(2 ** 53));
  expect(readNumber('9007199254740993')).toBeNaN();
  expect(readNumber('-12345678901234567890')).toBeNaN();
  expect(readNumber('+12345678901234567890')).toBeNaN();
  expect(readNumber('1e20')).toBe(1e20);
});

test('a number too large for a double is infinite', () => {
  expect(readNumber('1e999')).toBe(Number.POSITIVE_INFINITY);
  expect(readNumber('-1e999')).toBe(Number.NEGATIVE_INFINITY);
});

test('minus zero is zero', () => {
  for (const text of ['-0', '-0.0', '-1e-999']) expect(Object.is(readNumber(text), 0), text).toBe(true);
});

test('with a decimal comma the point is no longer one', () => {
  expect(readNumber('1,5', ',')).toBe(1.5);
  expect(readNumber('-,25', ',')).toBe(-0.25);
  expect(readNumber('1.5', ',')).toBeNaN();
});

test('every double comes back from its own text', () => {
  fc.assert(
    fc.property(fc.double({noNaN: true, noDefaultInfinity: true}), value => {
      const isLongWhole = Number.isInteger(value) && Math.abs(value) > 2 ** 53 && !String(value).includes('e');
      expect(readNumber(String(value))).toBe(isLongWhole ? Number.NaN : value + 0);
    }),
  );
});
