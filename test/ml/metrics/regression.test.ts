import {expect, test} from 'vitest';
import {mae, r2, residuals, rmse, summariseResiduals} from '../../../src/ml/metrics/regression.ts';
import {expectClose, readReference} from '../reference.ts';

const {numbers} = readReference('metrics');

test('rmse, mae and r2 agree with scikit-learn, a constant target included', () => {
  for (const wanted of numbers) {
    const given = [Float64Array.from(wanted.actual), Float64Array.from(wanted.predicted)] as const;
    expectClose([rmse(...given), mae(...given), r2(...given)], [wanted.rmse, wanted.mae, wanted.r2]);
  }
});

test('r2 of fewer than two rows is undefined, and so is any score of none', () => {
  const one = Float64Array.of(3);
  expect(r2(one, one)).toEqual({undefined: 'R² needs at least two rows.'});
  const none = new Float64Array(0);
  for (const score of [rmse(none, none), mae(none, none), r2(none, none)]) expect(score).toHaveProperty('undefined');
});

test('a residual is what was, less what was predicted', () => {
  expect([...residuals(Float64Array.of(5, 2), Float64Array.of(3, 3))]).toEqual([2, -1]);
});

test('the residuals are described by their mean, spread and quartiles', () => {
  const summary = summariseResiduals(Float64Array.of(1, 2, 3, 4, 10), new Float64Array(5));
  expect(summary).toEqual({mean: 4, sd: Math.sqrt(10), min: 1, q1: 2, median: 3, q3: 4, max: 10});
});
