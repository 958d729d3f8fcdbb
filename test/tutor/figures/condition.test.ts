import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {RunPair} from '../../../src/tutor/figures/check-condition.ts';
import {checkCondition} from '../../../src/tutor/figures/check-condition.ts';
import {parseCondition} from '../../../src/tutor/figures/condition.ts';
import {runResult} from '../mini-course.ts';

const before = runResult(0.9);
const result = runResult(0.95, {
  steps: [{id: 'preprocessing.scale', status: 'unchanged'}],
  warnings: [{code: 'leak.target_like', message: 'a column gives it away'}],
  pipeline: {training: {params: {n_neighbors: 1, max_depth: null}}, preprocessing: {scale: 'none'}},
});

function check(source: string, runs: RunPair = {result, before}) {
  const parsed = parseCondition(source);
  if ('fault' in parsed) throw new Error(parsed.fault.message);
  return checkCondition(parsed.value, runs);
}

const cases: readonly (readonly [string, boolean])[] = [
  ['test.accuracy >= 0.9', true],
  ['test.accuracy < 0.95', false],
  ['test.accuracy > before.test.accuracy', true],
  ['test.accuracy >= before.test.accuracy + 0.05', true],
  ['test.accuracy > before.test.accuracy + 0.05', false],
  ['train.accuracy - test.accuracy < 0.1', true],
  ['test.accuracy > train.accuracy', false],
  ['fingerprint == before.fingerprint', true],
  ['fingerprint != before.fingerprint', false],
  ['pipeline.training.params.n_neighbors == 1', true],
  ['pipeline.training.params.max_depth == none', true],
  ['pipeline.preprocessing.scale == none', true],
  ['steps.preprocessing.scale.status == unchanged', true],
  ['before.steps.preprocessing.scale.status == ran', true],
  ['warnings has leak.target_like', true],
  ['warnings lacks leak.target_like', false],
  ['confusion.labels has a', true],
  ['honest == true', true],
  ['pipeline.preprocessing.scale == "none"', true],
];

test.each(cases)('the condition %s is %s', (source, holds) => {
  expect(check(source).holds).toBe(holds);
});

test('a check says what was compared, in a sentence', () => {
  expect(check('test.accuracy > before.test.accuracy + 0.1').words).toBe(
    'test.accuracy (0.95) is not more than test.accuracy of the run before + 0.1 (1).',
  );
  expect(check('test.accuracy >= 0.9')).toEqual({
    holds: true,
    left: 0.95,
    right: 0.9,
    words: 'test.accuracy (0.95) is at least 0.9.',
  });
  expect(check('warnings lacks leak.target_like').words).toBe('warnings has leak.target_like.');
});

test('words that are looked for in a text stand in quotes', () => {
  expect(check('fingerprint lacks "which the rows do not have"').words).toBe(
    'fingerprint does not have “which the rows do not have”.',
  );
});

test('a value that is not there makes a condition fail and is named', () => {
  expect(check('test.roc_auc > 0.5')).toMatchObject({
    holds: false,
    left: null,
    words: 'The run has no `test.roc_auc`.',
  });
  expect(check('test.accuracy > before.test.accuracy', {result})).toMatchObject({
    holds: false,
    words: 'There is no earlier run to compare with.',
  });
  expect(check('test.f1 != 1').holds).toBe(false);
});

test('words and numbers cannot be ordered', () => {
  expect(check('fingerprint > 0.5').holds).toBe(false);
  expect(check('fingerprint <= 0.5')).toMatchObject({
    holds: false,
    words: 'fingerprint (sha256:1) cannot be compared with 0.5.',
  });
});

const faults: readonly (readonly [string, string, number])[] = [
  ['test.accuracy', 'compares nothing', 0],
  ['test.accuracy => 0.9', 'cannot be read', 14],
  ['test.accuracy >=', 'missing', 16],
  ['>= 0.9', 'missing', 0],
  ['test.accuracy > 0.9 0.8', 'not expected', 20],
  ['before == 3', 'names no value', 0],
  ['"word" == 3', 'is a word', 0],
];

test.each(faults)('the condition %s has a fault: %s at %i', (source, message, offset) => {
  const parsed = parseCondition(source);
  expect(parsed).toMatchObject({fault: {offset}});
  expect('fault' in parsed && parsed.fault.message).toContain(message);
});

test('no text makes the reader throw, and what it reads it reads the same again', () => {
  fc.assert(
    fc.property(fc.string({maxLength: 40}), source => {
      const parsed = parseCondition(source);
      if ('value' in parsed) expect(parseCondition(parsed.value.source)).toEqual(parsed);
      else expect(parsed.fault.offset).toBeLessThanOrEqual(source.length);
    }),
  );
});
