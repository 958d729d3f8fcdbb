import {expect, test} from 'vitest';
import {evaluateExpression, parseExpression} from '../../../src/tutor/figures/expression.ts';
import {results} from '../mini-course.ts';

function outcomeOf(source: string): unknown {
  const parsed = parseExpression(source);
  return 'fault' in parsed ? parsed.fault : evaluateExpression(parsed.value, results);
}

test('a path, a difference and a number are evaluated over named runs', () => {
  expect(outcomeOf('scaled.test.accuracy')).toEqual({value: 0.96});
  expect(outcomeOf('scaled.test.accuracy - unscaled.test.accuracy')).toEqual({value: 0.96 - 0.72});
  expect(outcomeOf('unscaled.test.accuracy + 0.1')).toEqual({value: 0.72 + 0.1});
});

test('a hyphen without spaces belongs to a name', () => {
  expect(parseExpression('with-scaling.test.f1')).toEqual({
    value: {first: {kind: 'path', run: 'with-scaling', path: ['test', 'f1']}},
  });
});

test('what is missing is said in words', () => {
  expect(outcomeOf('scaled.test.roc_auc')).toEqual({missing: 'The run has no `test.roc_auc`.'});
  expect(outcomeOf('other.test.accuracy')).toEqual({missing: 'The run `other` has not been made yet.'});
  expect(outcomeOf('scaled.fingerprint + 1')).toEqual({missing: '`scaled.fingerprint` and `1` are not both numbers.'});
});

test('a fault says how many characters in it stands', () => {
  expect(outcomeOf('scaled')).toMatchObject({message: '`scaled` names no value.', offset: 0});
  expect(outcomeOf('a.b - - c.d')).toMatchObject({message: '`-` is not expected here.', offset: 6});
  expect(outcomeOf('a.b  ? c')).toMatchObject({message: '`? c` cannot be read here.', offset: 5});
  expect(outcomeOf('a.b -')).toMatchObject({message: 'A value is missing after `-`.', offset: 5});
  expect(outcomeOf('a.b - c.d - e.f')).toMatchObject({offset: 10});
  expect(outcomeOf('')).toMatchObject({message: 'A value is missing here.'});
});
