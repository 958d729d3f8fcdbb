import {expect, test} from 'vitest';
import {type Matrix, matrixOf} from '../../../src/ml/matrix.ts';
import {isMetricName, metrics} from '../../../src/ml/metrics/catalogue.ts';
import {scoreClasses, scoreNumbers} from '../../../src/ml/metrics/score-all.ts';
import {isDefined} from '../../../src/ml/score.ts';
import {expectClose, readReference} from '../reference.ts';

const {many, binary} = readReference('metrics');

function mostLikely({rows, columns, data}: Matrix): Int32Array {
  return Int32Array.from({length: rows}, (_, row) => {
    const own = [...data.subarray(row * columns, (row + 1) * columns)];
    return own.indexOf(Math.max(...own));
  });
}

function outcomeOf(actual: readonly number[], probabilities: Matrix, labels: readonly string[]) {
  const common = {positive: 1, average: 'macro', labels} as const;
  return {...common, actual: Int32Array.from(actual), predicted: mostLikely(probabilities), probabilities};
}

test('with three classes ranking scores are one against the rest, as in scikit-learn', () => {
  const scores = scoreClasses(outcomeOf(many.actual, matrixOf(many.probabilities), ['a', 'b', 'c']));
  expectClose(scores.roc_auc, many.roc_auc);
  expectClose(scores.average_precision, many.average_precision);
  expectClose(scores.log_loss, many.log_loss);
  expect(scores.brier_score).toHaveProperty('undefined');
  expect(isDefined(scores.f1)).toBe(true);
});

test('with two classes they are those of the positive class', () => {
  const {actual, scores: given, roc_auc, brier_score} = binary[1];
  const probabilities = matrixOf(given.map((p: number) => [1 - p, p]));
  const outcome = outcomeOf(actual, probabilities, ['no', 'yes']);
  expectClose(scoreClasses(outcome).roc_auc, roc_auc);
  expectClose(scoreClasses(outcome).brier_score, brier_score);
  expectClose(scoreClasses({...outcome, positive: 0}).roc_auc, roc_auc);
  expect(scoreClasses({...outcome, positive: 0}).recall).not.toEqual(scoreClasses(outcome).recall);
});

test('a class that does not occur leaves the ranking score undefined and is named', () => {
  const probabilities = matrixOf([
    [0.5, 0.3, 0.2],
    [0.1, 0.8, 0.1],
  ]);
  const scores = scoreClasses(outcomeOf([0, 1], probabilities, ['a', 'b', 'c']));
  expect(scores.roc_auc).toEqual({
    undefined: expect.stringMatching(/^Class `c` against the rest: There is no positive/),
  });
});

test('every metric of a task is scored under its public name', () => {
  const all = {
    ...scoreClasses(outcomeOf(many.actual, matrixOf(many.probabilities), ['a', 'b', 'c'])),
    ...scoreNumbers(Float64Array.of(1, 2), Float64Array.of(1, 3)),
  };
  expect(Object.keys(all).sort()).toEqual(Object.keys(metrics).sort());
});

test('the catalogue describes each metric in one sentence and knows its names', () => {
  for (const [name, {help, range, sklearn}] of Object.entries(metrics)) {
    expect(help, name).toMatch(/^[A-Z].*[^.]\.$/);
    expect(sklearn, name).toMatch(/^[a-z0-9_]+$/);
    expect(range, name).toHaveLength(2);
  }
  expect(isMetricName('roc_auc')).toBe(true);
  expect(isMetricName('toString')).toBe(false);
});
