import {expect, test} from 'vitest';
import {formatValue} from '../../../src/tutor/figures/format.ts';
import {fillFigures, findFigures} from '../../../src/tutor/figures/inline.ts';
import {results} from '../mini-course.ts';

test('figures in a text are filled with values in their formats', () => {
  const text =
    'From {{unscaled.test.accuracy}} to {{scaled.test.accuracy | percent}}: {{scaled.test.accuracy - unscaled.test.accuracy | points 0}}.';
  expect(fillFigures(text, results)).toBe('From 0.72 to 96.0%: +24 points.');
});

test('a figure whose run is missing says so in its place', () => {
  expect(fillFigures('{{late.test.f1}}', results)).toBe('[The run `late` has not been made yet.]');
  expect(fillFigures('{{result.test.f1}}', {})).toBe('[There is no run yet.]');
});

test('numbers are written short, and in the format asked for', () => {
  expect([0.97214, 12, 1024, 123.456, 0.00123, 0, -0.5].map(value => formatValue(value))).toEqual([
    '0.972',
    '12',
    '1,024',
    '123.5',
    '0.00123',
    '0',
    '-0.5',
  ]);
  expect(formatValue(-0.034, {name: 'points'})).toBe('-3.4 points');
  expect(formatValue(0.5, {name: 'percent', digits: 0})).toBe('50%');
  expect(formatValue(1234.5, {name: 'whole'})).toBe('1,235');
  expect(formatValue(2, {name: 'number', digits: 2})).toBe('2.00');
  expect(formatValue([true, null, 'word'])).toBe('yes, none, word');
});

test('a figure that cannot be read is found with its place in the text', () => {
  expect(findFigures('ok {{a.b | prcent}}')).toMatchObject({fault: {message: '`prcent` is not a format.', offset: 11}});
  expect(findFigures('{{a.b | percent 9}}')).toMatchObject({fault: {hint: 'Write `percent 0`.'}});
  expect(findFigures('{{a}}')).toMatchObject({fault: {offset: 2}});
  expect(findFigures('{{a.b | percent | points}}')).toMatchObject({fault: {message: 'A figure takes one format.'}});
});

test('a seed is written without commas and a fingerprint by its first eight digits', () => {
  expect(formatValue(1248899448, {name: 'plain'})).toBe('1248899448');
  expect(formatValue('sha256:4045e322bba69308c833', {name: 'hash'})).toBe('4045e322');
});
