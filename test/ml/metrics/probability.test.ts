import {expect, test} from 'vitest';
import {matrixOf} from '../../../src/ml/matrix.ts';
import {brierScore, calibrationCurve, logLoss, thresholdTable} from '../../../src/ml/metrics/probability.ts';
import {expectClose, readReference} from '../reference.ts';

const {binary} = readReference('metrics');

test('log loss, Brier score and calibration agree with scikit-learn', () => {
  for (const {actual, scores, log_loss, brier_score, calibration} of binary) {
    const codes = Int32Array.from(actual);
    const given = Float64Array.from(scores);
    expectClose(logLoss(codes, matrixOf(scores.map((p: number) => [1 - p, p]))), log_loss);
    expectClose(brierScore(codes, 1, given), brier_score);
    const points = calibrationCurve(codes, 1, given);
    expectClose(
      points.map(point => point.actual),
      calibration.actual,
    );
    expectClose(
      points.map(point => point.predicted),
      calibration.predicted,
    );
    expect(points.reduce((sum, point) => sum + point.rows, 0)).toBe(actual.length);
  }
});

test('sure and wrong costs as much as the smallest step below 1, not infinity', () => {
  expect(logLoss(Int32Array.of(0), matrixOf([[0, 1]]))).toBeCloseTo(52 * Math.LN2, 9);
});

test('a probability on an edge belongs to the lower bin, and 0 and 1 to the outer ones', () => {
  const points = calibrationCurve(Int32Array.of(1, 0, 1, 1), 1, Float64Array.of(0, 0.1, 0.2, 1));
  expect(points.map(({rows}) => rows)).toEqual([2, 1, 1]);
});

test('a threshold calls positive what reaches it', () => {
  const table = thresholdTable(Int32Array.of(1, 0, 1, 0), 1, Float64Array.of(0.9, 0.5, 0.5, 0.1), [0, 0.5, 0.51, 1]);
  expect(table[1]).toEqual({threshold: 0.5, truePositives: 2, falsePositives: 1, falseNegatives: 0, trueNegatives: 1});
  expect(table.map(row => row.truePositives)).toEqual([2, 2, 1, 0]);
  expect(table.map(row => row.trueNegatives)).toEqual([0, 1, 2, 2]);
});

test('no rows have no score', () => {
  expect(logLoss(new Int32Array(0), matrixOf([], 2))).toHaveProperty('undefined');
  expect(brierScore(new Int32Array(0), 1, new Float64Array(0))).toHaveProperty('undefined');
});
