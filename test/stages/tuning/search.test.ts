import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {isMetricName, metrics} from '../../../src/ml/metrics/catalogue.ts';
import {partition} from '../../../src/ml/split.ts';
import {chainOf} from '../../../src/stages/evaluation/chain.ts';
import {partsOf} from '../../../src/stages/evaluation/folds.ts';
import {takeFlowRows} from '../../../src/stages/rows.ts';
import {applyCandidate, type Candidate, listCandidates} from '../../../src/stages/tuning/candidates.ts';
import {type Court, judge, rank, type Tried} from '../../../src/stages/tuning/judge.ts';
import {type SearchSoFar, search} from '../../../src/stages/tuning/search.ts';
import {datasetRows, specOf} from '../../helpers/dataset-rows.ts';

type Reference = {
  readonly dataset: string;
  readonly target: string;
  readonly metric: string;
  readonly space: Candidate;
  readonly tried: ReadonlyArray<{readonly params: Candidate; readonly mean: number; readonly sd: number}>;
};

// Made with scikit-learn by make-reference.py beside this file.
const file = path.join(import.meta.dirname, 'reference.json');
const {searches} = JSON.parse(readFileSync(file, 'utf8')) as {searches: readonly Reference[]};
const models: {readonly [dataset: string]: string} = {
  wine: 'knn',
  breast_cancer: 'logistic_regression',
  diabetes: 'ridge',
};
const quiet = {seed: 'test', keepOn: () => {}, scored: () => {}};

function everyFifth(rows: ReturnType<typeof datasetRows>, metric: string): Court {
  const folds = [0, 1, 2, 3, 4].map(fold =>
    partsOf(rows, partition(Uint8Array.from(rows.index, row => (row % 5 === fold ? 1 : 0)))),
  );
  return {metric, higherIsBetter: isMetricName(metric) && metrics[metric].higherIsBetter, folds};
}

describe.each(searches)('a grid on $dataset', ({dataset, target, metric, space, tried}) => {
  const rows = datasetRows(dataset, target);
  const task = dataset === 'diabetes' ? 'regression' : 'classification';
  const spec = specOf({training: {model: models[dataset]}, tuning: {method: 'grid', space, metric}});

  test('has scikit-learn’s candidates, means, deviations and best one', () => {
    const candidates = listCandidates(spec, task, '');
    const court = everyFifth(rows, metric);
    const own = candidates.map(params =>
      judge(params, () => chainOf(applyCandidate(spec, params), task), court, quiet),
    );
    expect(own).toHaveLength(tried.length);
    for (const {params, mean, sd} of tried) {
      const found = own.find(candidate =>
        Object.entries(params).every(([key, value]) => candidate.params[key] === value),
      );
      expect(found?.mean, JSON.stringify(params)).toBeCloseTo(mean, 6);
      expect(found?.sd, JSON.stringify(params)).toBeCloseTo(sd, 6);
    }
    const sign = court.higherIsBetter ? 1 : -1;
    const best = Math.max(...tried.map(({mean}) => sign * mean));
    expect(sign * own[rank(own, court.higherIsBetter)[0]!]!.mean!).toBeCloseTo(best, 6);
  });
});

const wine = datasetRows('wine', 'cultivar');
const parts = {train: takeFlowRows(wine, evenRows(0)), test: takeFlowRows(wine, evenRows(1))};

function evenRows(from: number): Int32Array {
  return Int32Array.from({length: wine.index.length / 2}, (_, row) => 2 * row + from);
}

function searchWine(tuning: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const heard: SearchSoFar[] = [];
  const spec = specOf({training: {model: 'knn'}, tuning: {method: 'grid', ...tuning}, ...more});
  const tell = (_: number, __: number, soFar?: SearchSoFar) => void (soFar && heard.push(soFar));
  return {...search(spec, 'classification', parts, {seed: 'test', tell}), heard};
}

test('a candidate that fails stays in the table with its error in words, and does not win', () => {
  const {tried, best} = searchWine({space: {n_neighbors: [500, 5]}});
  expect(tried[0]).toMatchObject({params: {n_neighbors: 500}, mean: null, sd: null});
  expect(tried[0]!.error).toBe(
    '`n_neighbors` is 500, but there are only 71 training rows. Set `n_neighbors` to 71 or less.',
  );
  expect(best).toEqual({n_neighbors: 5});
});

test('a candidate whose metric is undefined says so instead of scoring 0', () => {
  const space = {'training.model': ['dummy', 'knn']};
  const {tried, best} = searchWine({space, metric: 'precision'});
  expect(tried[0]).toMatchObject({mean: null, scores: [null, null, null, null, null]});
  expect(tried[0]!.error).toMatch(/^Undefined in 5 of 5 folds: No row was predicted to be/);
  expect(best).toEqual({'training.model': 'knn'});
});

test('a search in which every candidate fails says why', () => {
  expect(() => searchWine({space: {n_neighbors: [500, 600]}})).toThrow(
    /^No candidate could be scored by accuracy\. The first one: `n_neighbors` is 500, but there are only 71/,
  );
});

test('a metric of the other task is refused with those that fit', () => {
  expect(() => searchWine({space: {n_neighbors: [5]}, metric: 'rmse'})).toThrow(
    '`tuning.metric: rmse` does not measure classification.',
  );
});

test('of equal candidates the first one wins', () => {
  // With one neighbour there is nothing to weigh.
  const {best, tried} = searchWine({space: {n_neighbors: [1], weights: ['distance', 'uniform']}});
  expect(tried[0]!.mean).toBe(tried[1]!.mean);
  expect(best).toEqual({n_neighbors: 1, weights: 'distance'});
});

test('a metric that is better when lower is minimised', () => {
  const {best, tried, higher_is_better} = searchWine({space: {n_neighbors: [1, 15]}, metric: 'log_loss'});
  expect(higher_is_better).toBe(false);
  expect(tried[0]!.mean!).toBeGreaterThan(tried[1]!.mean!);
  expect(best).toEqual({n_neighbors: 15});
});

test('the test rows have no say in the choice', () => {
  const swapped = {...parts, test: takeFlowRows(parts.test, Int32Array.of(0, 1, 2))};
  const spec = specOf({training: {model: 'knn'}, tuning: {method: 'grid', space: {n_neighbors: [1, 3, 9]}}});
  const context = {seed: 'test', tell: () => {}};
  expect(search(spec, 'classification', swapped, context)).toEqual(search(spec, 'classification', parts, context));
});

test('the trap tune_on_test judges each candidate once, on the test rows', () => {
  const {tried, folds} = searchWine({space: {n_neighbors: [1, 3]}}, {traps: ['tune_on_test']});
  expect(folds).toBe(1);
  expect(tried.map(({scores}) => scores.length)).toEqual([1, 1]);
});

test('after each fold it tells the finished candidates and the one in work', () => {
  const {heard} = searchWine({space: {n_neighbors: [1, 3]}, folds: 3});
  expect(heard.map(({tried}) => tried.map(({scores}) => scores.length))).toEqual([
    [1],
    [2],
    [3],
    [3, 1],
    [3, 2],
    [3, 3],
  ]);
});

test('halving tries all on few rows, and a third of them on three times as many', () => {
  const {tried, best, best_index} = searchWine({method: 'halving', space: {n_neighbors: [1, 2, 3, 4, 5, 6]}, folds: 2});
  expect(tried.map(({round, rows}) => [round, rows])).toEqual([...Array(6).fill([1, 29]), ...Array(2).fill([2, 87])]);
  expect(best_index).toBeGreaterThanOrEqual(6);
  expect(tried[best_index]!.params).toEqual(best);
});

const scored = (mean: number | null, error?: string): Tried => ({
  params: {},
  mean,
  sd: 0,
  scores: [],
  ...(error === undefined ? {} : {error}),
});

test('a candidate without a score in every fold ranks behind all that have one, and a failed one last', () => {
  expect(
    rank([scored(null, 'failed'), scored(1, 'Undefined in 4 of 5 folds'), scored(0.6), scored(0.7)], true),
  ).toEqual([3, 2, 1, 0]);
});
