import {expect, test} from 'vitest';
import {applyCandidate, listCandidates} from '../../../src/stages/tuning/candidates.ts';
import {specOf} from '../../helpers/dataset-rows.ts';

const list = (tuning: Record<string, unknown>, training: Record<string, unknown> = {model: 'knn'}, seed = 's') =>
  listCandidates(specOf({training, tuning: {method: 'grid', ...tuning}}), 'classification', seed);

test('a grid goes through its names by code point, the last one fastest, however they were written', () => {
  const space = {weights: ['uniform', 'distance'], n_neighbors: [3, 1]};
  expect(list({space})).toEqual([
    {n_neighbors: 3, weights: 'uniform'},
    {n_neighbors: 3, weights: 'distance'},
    {n_neighbors: 1, weights: 'uniform'},
    {n_neighbors: 1, weights: 'distance'},
  ]);
});

test('a candidate has only the parameters of its own model, and none comes twice', () => {
  const space = {'training.model': ['knn', 'decision_tree', 'naive_bayes'], n_neighbors: [3, 5], max_depth: [2]};
  expect(list({space})).toEqual([
    {n_neighbors: 3, 'training.model': 'knn'},
    {max_depth: 2, 'training.model': 'decision_tree'},
    {'training.model': 'naive_bayes'},
    {n_neighbors: 5, 'training.model': 'knn'},
  ]);
});

test('a parameter that the model of the task does not have is refused', () => {
  const spec = specOf({tuning: {method: 'grid', space: {C: [1]}}});
  expect(() => listCandidates(spec, 'regression', 's')).toThrow(
    '`tuning.space` names `C`, which is no parameter of `linear_regression`.',
  );
});

test('a model that cannot do the task stays a candidate, to fail with its reason', () => {
  const spec = specOf({tuning: {method: 'grid', space: {'training.model': ['ridge', 'naive_bayes']}}});
  expect(listCandidates(spec, 'regression', 's')).toHaveLength(2);
});

test('a random search draws as many different candidates as its budget allows', () => {
  const space = {n_neighbors: Array.from({length: 30}, (_, n) => n + 1), weights: ['uniform', 'distance']};
  const drawn = list({method: 'random', budget: 25, space});
  expect(new Set(drawn.map(candidate => JSON.stringify(candidate))).size).toBe(25);
  expect(list({method: 'random', budget: 25, space})).toEqual(drawn);
  expect(list({method: 'random', budget: 25, space}, {model: 'knn'}, 'other')).not.toEqual(drawn);
});

test('a budget larger than the space tries all of it, in order', () => {
  const space = {n_neighbors: [1, 2, 3]};
  expect(list({method: 'random', budget: 10, space})).toEqual(list({space}));
});

test('draws from ranges stay inside them, and spread evenly over the orders of magnitude', () => {
  const space = {C: {log_uniform: [0.001, 1000]}, max_iter: {int: [5, 7]}};
  const drawn = list({method: 'random', budget: 300, space}, {model: 'logistic_regression'});
  const strengths = drawn.map(({C}) => C as number);
  expect(Math.min(...strengths)).toBeGreaterThanOrEqual(0.001);
  expect(Math.max(...strengths)).toBeLessThanOrEqual(1000);
  const below = strengths.filter(C => C < 1).length / strengths.length;
  expect(below).toBeGreaterThan(0.4);
  expect(below).toBeLessThan(0.6);
  expect(new Set(drawn.map(candidate => candidate.max_iter))).toEqual(new Set([5, 6, 7]));
});

test('a range with fewer values than the budget gives each of them once', () => {
  const drawn = list({method: 'random', budget: 10, space: {n_neighbors: {int: [1, 4]}}});
  expect(drawn.map(candidate => candidate.n_neighbors).sort()).toEqual([1, 2, 3, 4]);
});

test('a candidate is put into the blocks it names, and the rest stays as it was', () => {
  const spec = specOf({training: {model: 'knn', params: {weights: 'distance'}}});
  const applied = applyCandidate(spec, {n_neighbors: 3, 'preprocessing.scale': 'none', 'evaluation.threshold': 0.3});
  expect(applied.training.params).toEqual({weights: 'distance', n_neighbors: 3});
  expect(applied.preprocessing.scale).toBe('none');
  expect(applied.evaluation).toEqual({...spec.evaluation, threshold: 0.3});
  expect(spec.training.params).toEqual({weights: 'distance'});
});
