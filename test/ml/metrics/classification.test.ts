import {expect, test} from 'vitest';
import {
  accuracy,
  balancedAccuracy,
  cohenKappa,
  f1,
  matthewsCorrelation,
  precision,
  recall,
} from '../../../src/ml/metrics/classification.ts';
import {countConfusion} from '../../../src/ml/metrics/confusion.ts';
import {expectClose, readReference} from '../reference.ts';

const {classes} = readReference('metrics');
const names = ['a', 'b', 'c', 'd'];

function confusionOf(actual: readonly number[], predicted: readonly number[], labels: readonly string[]) {
  return countConfusion(Int32Array.from(actual), Int32Array.from(predicted), labels);
}

test('rows of the confusion matrix are the actual classes', () => {
  expect(confusionOf([0, 0, 0, 1], [0, 1, 1, 1], ['no', 'yes']).matrix).toEqual([
    [1, 2],
    [0, 1],
  ]);
});

test('every score and average agrees with scikit-learn', () => {
  for (const wanted of classes) {
    const confusion = confusionOf(wanted.actual, wanted.predicted, names.slice(0, wanted.classes));
    expect(confusion.matrix).toEqual(wanted.confusion);
    expectClose(accuracy(confusion), wanted.accuracy);
    expectClose(balancedAccuracy(confusion), wanted.balanced_accuracy);
    expectClose(matthewsCorrelation(confusion), wanted.matthews);
    expectClose(cohenKappa(confusion), wanted.kappa);
    for (const average of ['macro', 'weighted', 'micro'] as const) {
      expectClose(precision(confusion, {average}), wanted[average].precision, 1e-9, average);
      expectClose(recall(confusion, {average}), wanted[average].recall, 1e-9, average);
      expectClose(f1(confusion, {average}), wanted[average].f1, 1e-9, average);
    }
  }
});

test('the golden values hold', () => {
  const confusion = confusionOf([0, 0, 1, 1, 2, 2, 2, 2], [0, 1, 1, 1, 2, 2, 0, 2], ['a', 'b', 'c']);
  expect(accuracy(confusion)).toBe(0.75);
  expect(f1(confusion, {average: 'macro'})).toBeCloseTo(0.719, 4);
  expect(f1(confusion, {average: 'weighted'})).toBeCloseTo(0.7536, 4);
  expect(matthewsCorrelation(confusion)).toBeCloseTo(0.634335, 6);
  expect(cohenKappa(confusion)).toBeCloseTo(0.619048, 6);
});

test('with a positive class the scores look at it alone', () => {
  const confusion = confusionOf([1, 1, 1, 0, 0], [1, 0, 0, 1, 0], ['no', 'yes']);
  expect(precision(confusion, {positive: 1})).toBe(1 / 2);
  expect(recall(confusion, {positive: 1})).toBe(1 / 3);
  expect(f1(confusion, {positive: 1})).toBe(2 / 5);
  expect(recall(confusion, {positive: 0})).toBe(1 / 2);
});

test('what is divided by zero is undefined with a reason, neither 0 nor NaN', () => {
  const never = confusionOf([0, 1], [0, 0], ['no', 'yes']);
  expect(precision(never, {positive: 1})).toEqual({
    undefined: expect.stringContaining('No row was predicted to be `yes`'),
  });
  expect(f1(never, {positive: 1})).toBe(0);
  expect(recall(confusionOf([0, 0], [0, 1], ['no', 'yes']), {positive: 1})).toHaveProperty('undefined');
  expect(f1(confusionOf([0], [0], ['no', 'yes']), {positive: 1})).toHaveProperty('undefined');
  expect(matthewsCorrelation(never)).toHaveProperty('undefined');
  expect(cohenKappa(confusionOf([0], [0], ['no', 'yes']))).toHaveProperty('undefined');
});

test('an average over an undefined class is undefined and names the class', () => {
  const confusion = confusionOf([0, 1, 2], [0, 1, 1], ['a', 'b', 'c']);
  expect(precision(confusion, {average: 'macro'})).toEqual({undefined: expect.stringContaining('`c`')});
  expect(recall(confusion, {average: 'macro'})).toBeCloseTo(2 / 3, 12);
});

test('a class that neither occurs nor is predicted has no say in an average', () => {
  const confusion = confusionOf([0, 1, 1], [0, 1, 0], ['a', 'b', 'c']);
  expect(recall(confusion, {average: 'macro'})).toBe(0.75);
  expect(balancedAccuracy(confusion)).toBe(0.75);
});

test('no rows have no score', () => {
  const empty = confusionOf([], [], ['a', 'b']);
  for (const score of [accuracy(empty), balancedAccuracy(empty), precision(empty, {average: 'macro'})]) {
    expect(score).toHaveProperty('undefined');
  }
});
