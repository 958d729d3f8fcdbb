import fc from 'fast-check';
import {expect, test} from 'vitest';
import {randomStream} from '../../../src/data/random.ts';
import {columnOf, matrixOf} from '../../../src/ml/matrix.ts';
import type {TreeNode} from '../../../src/ml/model.ts';
import {classifiers, regressors} from '../../../src/ml/models/index.ts';
import {sortColumns} from '../../../src/ml/models/tree-rows.ts';
import {paramsOf} from './reference.ts';

const tree = classifiers.decision_tree!;

function grow(rows: readonly number[][], codes: readonly number[], params = {}): TreeNode {
  const training = {x: matrixOf(rows), y: Int32Array.from(codes), classes: 2};
  return tree.explain!(tree.fit(training, paramsOf(tree, params), {seed: '1'})).tree!;
}

function depthOf(node: TreeNode): number {
  return node.left ? 1 + Math.max(depthOf(node.left), depthOf(node.right!)) : 0;
}

test('the threshold lies half-way, and what equals it goes left', () => {
  const root = grow([[1], [2], [4], [5]], [0, 0, 1, 1]);
  expect([root.feature, root.threshold, root.rows]).toEqual([0, 3, 4]);
  const state = tree.fit({x: matrixOf([[1], [5]]), y: Int32Array.of(0, 1), classes: 2}, paramsOf(tree), {seed: '1'});
  expect([...tree.load(state).probabilities(matrixOf([[3], [3.0001]])).data]).toEqual([1, 0, 0, 1]);
});

test('of equally good splits the lowest feature wins, then the lowest threshold', () => {
  expect(
    grow(
      [
        [9, 1, 1],
        [9, 2, 2],
      ],
      [0, 1],
    ).feature,
  ).toBe(1);
  expect(grow([[1], [2], [3], [4]], [1, 0, 0, 1]).threshold).toBe(1.5);
});

test('splits whose gains differ by rounding alone count as equal', () => {
  const random = randomStream('weights');
  for (let round = 0; round < 20; round++) {
    // Both columns cut the rows in the same way, but add the weights up in another order.
    const rows = Array.from({length: 14}, (_, row) => [row, row < 7 ? 6 - row : 20 - row]);
    const weights = Float64Array.from(rows, () => random.next());
    const training = {x: matrixOf(rows), y: Int32Array.from(rows, (_, row) => (row < 7 ? 0 : 1)), classes: 2, weights};
    const state = tree.fit(training, paramsOf(tree, {criterion: 'entropy'}), {seed: '1'});
    expect(tree.explain!(state).tree!.feature).toBe(0);
  }
});

test('values closer than 0.0000001 count as equal, as in scikit-learn', () => {
  expect(depthOf(grow([[0], [5e-8]], [0, 1]))).toBe(0);
  expect(depthOf(grow([[0], [2e-7]], [0, 1]))).toBe(1);
});

test('a split that gains nothing is made, because a later one may gain all', () => {
  const root = grow(
    [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ],
    [0, 1, 1, 0],
  );
  expect([root.feature, depthOf(root)]).toEqual([0, 2]);
});

test('limits on depth, leaves and splits hold', () => {
  const rows = Array.from({length: 40}, (_, row) => [row, (row * 7) % 40]);
  const codes = rows.map(row => row[1]! % 2);
  expect(depthOf(grow(rows, codes, {max_depth: 3}))).toBe(3);
  const leaves = (node: TreeNode): number[] =>
    node.left ? [...leaves(node.left), ...leaves(node.right!)] : [node.rows];
  expect(Math.min(...leaves(grow(rows, codes, {min_samples_leaf: 6})))).toBeGreaterThanOrEqual(6);
  expect(depthOf(grow(rows, codes, {min_samples_split: 41}))).toBe(0);
});

test('importances are shares of the impurity taken away', () => {
  const training = {
    x: matrixOf([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]),
    y: Int32Array.of(0, 0, 1, 2),
    classes: 3,
  };
  const {importances} = tree.explain!(tree.fit(training, paramsOf(tree), {seed: '1'}));
  // Root: 4 · 0.625 → 2 · 0.5, by column 0; then 2 · 0.5 → 0, by column 1.
  expect(importances![0]).toBeCloseTo(1.5 / 2.5, 12);
  expect(importances![1]).toBeCloseTo(1 / 2.5, 12);
});

test('a regression tree finds the step that a mean cannot', () => {
  const model = regressors.decision_tree!;
  const x = matrixOf([[1], [2], [3], [4]]);
  const state = model.fit({x, y: Float64Array.of(1e9, 1e9, 1e9 + 1, 1e9 + 1)}, paramsOf(model), {seed: '1'});
  expect([...model.load(state).predict(x)]).toEqual([1e9, 1e9, 1e9 + 1, 1e9 + 1]);
  expect(depthOf(model.explain!(state).tree!)).toBe(1);
});

test('a tree thousands of questions deep predicts and can be shown', () => {
  const rows = Array.from({length: 6000}, (_, row) => [row]);
  const model = regressors.decision_tree!;
  const y = Float64Array.from(rows, (_, row) => 1.3 ** Math.min(row, 2000));
  const state = model.fit({x: matrixOf(rows), y}, paramsOf(model), {seed: '1'});
  const given = matrixOf([[1999], [0]]);
  expect(model.load(state).predict(given)[0]! / 1.3 ** 1999).toBeCloseTo(1, 6);
  expect(model.explain!(state).tree!.rows).toBe(6000);
});

test('a drawn feature that is constant does not end the search for a useful one', () => {
  const rows = Array.from({length: 20}, (_, row) => [5, 5, 5, 5, 5, 5, 5, 5, row]);
  for (const seed of ['1', '2', '3', '4']) {
    const training = {x: matrixOf(rows), y: Int32Array.from(rows, row => (row[8]! < 10 ? 0 : 1)), classes: 2};
    const state = tree.fit(training, paramsOf(tree, {max_features: 'sqrt'}), {seed});
    expect(tree.explain!(state).tree!.feature).toBe(8);
  }
});

test('tree t of a forest is the same however many trees there are', () => {
  const model = classifiers.random_forest!;
  const random = randomStream('rows');
  const rows = Array.from({length: 60}, () => [random.normal(), random.normal(), random.normal()]);
  const training = {x: matrixOf(rows), y: Int32Array.from(rows, row => (row[0]! > 0 ? 1 : 0)), classes: 2};
  const treesOf = (count: number) => {
    const state = model.fit(training, paramsOf(model, {n_estimators: count}), {seed: '5'});
    return (state as unknown as {readonly trees: readonly unknown[]}).trees;
  };
  expect(treesOf(7).slice(0, 3)).toEqual(treesOf(3));
});

test('rows are sorted by their value in single precision, and equal ones stay in order', () => {
  const value = fc.oneof(
    fc.float({noNaN: true, noDefaultInfinity: true}),
    fc.constantFrom(0, -0, 1, 1 + 1e-12, -1e-45),
  );
  fc.assert(
    fc.property(fc.array(value, {minLength: 1, maxLength: 60}), values => {
      const x = matrixOf(values.map(one => [one]));
      const single = Float32Array.from(columnOf(x, 0));
      const expected = [...single.keys()].sort((a, b) => single[a]! - single[b]! || a - b);
      expect([...sortColumns(x).order[0]!]).toEqual(expected);
    }),
    {numRuns: 300, seed: 1},
  );
});
