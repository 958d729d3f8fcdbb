import {expect, test} from 'vitest';
import {matrixOf} from '../../../src/ml/matrix.ts';
import {labelsOf} from '../../../src/ml/model.ts';
import {classifiers, mljs, regressors} from '../../../src/ml/models/index.ts';
import {farthest, paramsOf} from './reference.ts';

const context = {seed: '1'};
const knn = classifiers.knn!;

/** What the rows 0, 1, 2 … on a line, with these classes, answer at a point. */
function sharesAt(
  point: number,
  places: readonly number[],
  codes: readonly number[],
  given: object,
): readonly number[] {
  const rows = {x: matrixOf(places.map(place => [place])), y: Int32Array.from(codes), classes: 3};
  const state = knn.fit(rows, paramsOf(knn, given as never), context);
  return [...knn.load(state).probabilities(matrixOf([[point]])).data];
}

test('of equally far rows the earlier one is the nearer', () => {
  expect(sharesAt(0, [1, -1], [2, 0], {n_neighbors: 1})).toEqual([0, 0, 1]);
  expect(sharesAt(0, [-1, 1], [0, 2], {n_neighbors: 1})).toEqual([1, 0, 0]);
});

test('a tied vote goes to the lowest class', () => {
  const data = Float64Array.from(sharesAt(0, [1, 2], [2, 1], {n_neighbors: 2}));
  expect([...data]).toEqual([0, 0.5, 0.5]);
  expect([...labelsOf({rows: 1, columns: 3, data})]).toEqual([1]);
});

test('weights by distance are one over it, and a row at the very place outweighs all others', () => {
  expect(sharesAt(0, [1, 3], [0, 1], {n_neighbors: 2, weights: 'distance'})).toEqual([0.75, 0.25, 0]);
  expect(sharesAt(1, [1, 3], [0, 1], {n_neighbors: 2, weights: 'distance'})).toEqual([1, 0, 0]);
});

test('the mean of the neighbours is weighted in the same way', () => {
  const model = regressors.knn!;
  const rows = {x: matrixOf([[1], [3]]), y: Float64Array.of(10, 20)};
  const state = model.fit(rows, paramsOf(model, {n_neighbors: 2, weights: 'distance'}), context);
  expect(farthest(model.load(state).predict(matrixOf([[0], [3]])), [12.5, 20])).toBeLessThan(1e-12);
});

test.each([knn, mljs.knn!])('more neighbours than rows are refused with the number that is possible', model => {
  const rows = {x: matrixOf([[1], [2]]), y: Int32Array.of(0, 1), classes: 2};
  expect(() => model.fit(rows, paramsOf(model, {n_neighbors: 3}), context)).toThrow(
    '`n_neighbors` is 3, but there are only 2 training rows.',
  );
});
