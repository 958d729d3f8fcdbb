import {expect, test} from 'vitest';
import {matrixOf} from '../../../src/ml/matrix.ts';
import {classifiers} from '../../../src/ml/models/index.ts';
import {paramsOf} from './reference.ts';

const model = classifiers.naive_bayes!;

function learn(rows: readonly number[][], codes: readonly number[], params = {}) {
  return model.fit({x: matrixOf(rows), y: Int32Array.from(codes), classes: 2}, paramsOf(model, params), {seed: '1'});
}

test('the odds at a point are the prior times the two bell curves', () => {
  const state = learn([[-1], [1], [2], [6], [4]], [0, 0, 1, 1, 1], {var_smoothing: 0});
  const bell = (gap: number, variance: number) =>
    Math.exp((-gap * gap) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);
  const first = 0.4 * bell(2 - 0, 1);
  const second = 0.6 * bell(2 - 4, 8 / 3);
  expect(model.load(state).probabilities(matrixOf([[2]])).data[0]).toBeCloseTo(first / (first + second), 12);
});

test('a row very far from everything still gets probabilities', () => {
  const state = learn([[0], [1], [5], [7]], [0, 0, 1, 1]);
  for (const far of [1e6, -1e6]) expect([...model.load(state).probabilities(matrixOf([[far]])).data]).toEqual([0, 1]);
  expect([...model.load(state).probabilities(matrixOf([[1e200]])).data]).toEqual([0.5, 0.5]);
});

test('a feature without any spread in a class is refused only when nothing smooths it', () => {
  const rows = [
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 4],
  ];
  expect(() => learn(rows, [0, 0, 1, 1], {var_smoothing: 0})).toThrow('Feature 1 has one and the same value');
  expect(model.load(learn(rows, [0, 0, 1, 1])).probabilities(matrixOf([[0, 1]])).data[0]).toBeCloseTo(1, 9);
});
