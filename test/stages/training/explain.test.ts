import {expect, test} from 'vitest';
import type {TreeNode} from '../../../src/ml/model.ts';
import {explainTrained} from '../../../src/stages/training/explain.ts';
import {trainModel} from '../../../src/stages/training/train-model.ts';
import {numbers, rowsOf} from '../../helpers/dataset-rows.ts';
import {runOn} from '../../helpers/run-pipeline.ts';

const countNodes = ({left, right}: TreeNode): number =>
  1 + (left ? countNodes(left) : 0) + (right ? countNodes(right) : 0);

test('a line shows one weight per column, a forest its importances, an iteration its losses', async () => {
  const [line, forest] = await Promise.all([
    runOn('breast_cancer', []),
    runOn('breast_cancer', ['training.model=random_forest', 'training.params.n_estimators=5']),
  ]);
  const {features, coefficients, curves} = line.explanation;
  expect(coefficients!.map(row => row.length)).toEqual([features.length]);
  expect(curves![0]!.values.length).toBeGreaterThan(5);
  const {importances} = forest.explanation;
  expect(importances).toHaveLength(forest.explanation.features.length);
  expect(importances!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
});

test('a tree with thousands of leaves is cut to what can be looked at', () => {
  const n = 3000;
  const x = numbers(
    'x',
    Array.from({length: n}, (_, row) => row),
  );
  const y = numbers(
    'y',
    Array.from({length: n}, (_, row) => (row * 7919) % 1000),
  );
  const choice = {model: 'decision_tree', params: {}, class_weight: 'none', implementation: 'builtin'} as const;
  const trained = trainModel(rowsOf([x], y, n), choice, 'regression', {seed: 's'});
  const {tree} = explainTrained(trained);
  expect(countNodes(tree!)).toBeLessThanOrEqual(400);
  expect(countNodes(tree!)).toBeGreaterThan(20);
});

test('a model with nothing to show names its columns all the same', async () => {
  const {explanation} = await runOn('iris', ['training.model=knn']);
  expect(Object.keys(explanation)).toEqual(['features']);
});
