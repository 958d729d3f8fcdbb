import {expect, test} from 'vitest';
import {matrixOf} from '../../../src/ml/matrix.ts';
import {regressors} from '../../../src/ml/models/index.ts';
import {farthest, paramsOf} from './reference.ts';

function planeOf(name: string, rows: readonly number[][], y: readonly number[], params = {}) {
  const model = regressors[name]!;
  const state = model.fit({x: matrixOf(rows), y: Float64Array.from(y)}, paramsOf(model, params), {seed: '1'});
  const {coefficients, intercepts} = model.explain!(state);
  return [...coefficients![0]!, ...intercepts!];
}

test('a line through points on a line is that line', () => {
  expect(farthest(planeOf('linear_regression', [[0], [1], [4]], [1, 3, 9]), [2, 1])).toBeLessThan(1e-12);
});

test('two equal columns share the weight of one, and a constant one gets none', () => {
  const rows = [
    [0, 0, 7],
    [1, 1, 7],
    [4, 4, 7],
    [5, 5, 7],
  ];
  expect(farthest(planeOf('linear_regression', rows, [1, 3, 9, 11]), [1, 1, 0, 1])).toBeLessThan(1e-12);
});

test('with more columns than rows the rows are met exactly, by the shortest weights', () => {
  const plane = planeOf(
    'linear_regression',
    [
      [1, 0, 0, 1],
      [0, 1, 0, 1],
    ],
    [2, 0],
  );
  expect(farthest(plane, [1, -1, 0, 0, 1])).toBeLessThan(1e-12);
});

test('one row is met by its own value alone', () => {
  expect(planeOf('linear_regression', [[3, 4]], [5])).toEqual([0, 0, 5]);
});

test('ridge pulls weights towards 0 and leaves the level alone', () => {
  // Σ (x − 2)² = 8 and Σ (x − 2)(y − 5) = 16, so w = 16 / (8 + alpha).
  const rows = [[0], [2], [4]];
  expect(farthest(planeOf('ridge', rows, [1, 5, 9], {alpha: 8}), [1, 3])).toBeLessThan(1e-12);
  expect(farthest(planeOf('ridge', rows, [1, 5, 9], {alpha: 0}), [2, 1])).toBeLessThan(1e-12);
});
