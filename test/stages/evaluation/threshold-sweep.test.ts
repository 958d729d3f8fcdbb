import {expect, test} from 'vitest';
import {cutRows} from '../../../src/ml/metrics/curves.ts';
import {sweepThresholds} from '../../../src/stages/evaluation/threshold-sweep.ts';

const actual = Int32Array.of(0, 0, 1, 1);
const cuts = {...cutRows(actual, 1, Float64Array.of(0.1, 0.4, 0.35, 0.8)), positives: 2, negatives: 2};

test('every threshold has its counts and metrics, the lowest first', () => {
  expect(sweepThresholds({cuts, positive: 'yes'})).toEqual({
    positive: 'yes',
    thresholds: [0.1, 0.35, 0.4, 0.8],
    tp: [2, 2, 1, 1],
    fp: [2, 1, 1, 0],
    fn: [0, 0, 1, 1],
    tn: [0, 1, 1, 2],
    precision: [0.5, 2 / 3, 0.5, 1],
    recall: [1, 1, 0.5, 0.5],
    f1: [2 / 3, 0.8, 0.5, 2 / 3],
  });
});

test('of very many thresholds 200 are shown, the lowest and the highest among them', () => {
  const n = 5000;
  const scores = Float64Array.from({length: n}, (_, row) => row / n);
  const many = {...cutRows(new Int32Array(n).fill(1), 1, scores), positives: n, negatives: 0};
  const sweep = sweepThresholds({cuts: many, positive: 'yes'})!;
  expect(sweep.thresholds).toHaveLength(200);
  expect([sweep.thresholds[0], sweep.thresholds.at(-1)]).toEqual([0, (n - 1) / n]);
});

test('there is no sweep without two classes, or without a positive row', () => {
  expect(sweepThresholds({cuts: null, positive: null})).toBeNull();
  expect(sweepThresholds({cuts: {...cuts, positives: 0}, positive: 'yes'})).toBeNull();
});
