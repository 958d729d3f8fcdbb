import {expect, test} from 'vitest';
import {formatColumn, formatCount, formatNumber, formatPercent, joinWords} from '../../src/charts/number.ts';

test.each([
  [0.97345, '0.973'],
  [0.5, '0.5'],
  [12.345, '12.3'],
  [123.4, '123'],
  [12000, '12,000'],
  [1234567, '1,234,567'],
  [-0.42, '-0.42'],
  [-12000, '-12,000'],
  [0, '0'],
  [0.0001234, '0.000123'],
  [0.00001234, '1.23e-5'],
  [2e10, '2e10'],
  [0.9996, '0.9996'],
  [1, '1'],
  [Number.NaN, 'n/a'],
  [Number.NEGATIVE_INFINITY, '-inf'],
])('the number %d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test('numbers under one another have the same decimals', () => {
  expect(formatColumn([0.42, 0.27, 0.163, 0.09])).toEqual(['0.420', '0.270', '0.163', '0.090']);
  expect(formatColumn([1, 0.973])).toEqual(['1.000', '0.973']);
  expect(formatColumn([12000, 3])).toEqual(['12,000', '3']);
});

test('a percentage that is not quite none or all says so', () => {
  expect([0, 0.001, 0.42, 0.999, 1, Number.NaN].map(formatPercent)).toEqual([
    '0%',
    '<1%',
    '42%',
    '>99%',
    '100%',
    'n/a',
  ]);
});

test('counts and lists read as English', () => {
  expect([formatCount(1, 'row'), formatCount(12000, 'row')]).toEqual(['1 row', '12,000 rows']);
  expect([joinWords([]), joinWords(['a']), joinWords(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
});
