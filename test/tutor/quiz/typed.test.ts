import {expect, test} from 'vitest';
import {matchesText, parseTypedNumber} from '../../../src/tutor/quiz/typed.ts';

test.each(['training', ' Training ', 'the training', 'training.', 'TRAINING-SET', 'training  set'])(
  'the typed answer "%s" is accepted',
  typed => expect(matchesText(typed, ['training', 'training-set'])).toBe(true),
);

test.each(['', ' ', 'test', 'train ing', 'trainings rows'])('the typed answer "%s" is not accepted', typed =>
  expect(matchesText(typed, ['training', 'training-set'])).toBe(false),
);

test.each([
  ['0.97', 0.97],
  ['0,97', 0.97],
  ['.5', 0.5],
  ['97 %', 0.97],
  ['97 percent', 0.97],
  ['= 3', 3],
  ['−2', -2],
  ['1,024', 1024],
  ['1,024.5', 1024.5],
  ['0,125', 0.125],
  ['12,5', 12.5],
  ['1 000', 1000],
  ['1e-3', 0.001],
])('the number %s is read as %d', (typed, value) => expect(parseTypedNumber(typed)).toBeCloseTo(value, 12));

test.each(['', 'many', '12 apples', '1.2.3', '--1'])('"%s" is not a number', typed =>
  expect(parseTypedNumber(typed)).toBeUndefined(),
);

test('a unit the question names may be typed, and per cent stays per cent where it is asked for', () => {
  expect(parseTypedNumber('45 rows', 'rows')).toBe(45);
  expect(parseTypedNumber('97%', '%')).toBe(97);
  expect(parseTypedNumber('97', 'per cent')).toBe(97);
});
