import {expect, test} from 'vitest';
import {type FigureKind, figures} from '../../src/app/figures.ts';
import type {RunResult} from '../../src/app/run-result.ts';
import {type Chart, formatChart} from '../../src/charts/index.ts';
import {runOn} from '../helpers/run-pipeline.ts';

const size = {width: 64, height: 12, glyphs: 'ascii'} as const;
const draw = (kind: FigureKind, result: RunResult): Chart => {
  const chart = figures[kind](result, size);
  if (!chart) throw new Error(`This run has no figure ${kind}.`);
  expect(
    Math.max(
      ...formatChart(chart)
        .split('\n')
        .map(line => line.length),
    ),
  ).toBeLessThanOrEqual(size.width);
  return chart;
};

test('a grid is a heat map of its two settings with the best cell marked', async () => {
  const grid = 'tuning={method: grid, space: {n_neighbors: [1, 5, 9], preprocessing.scale: [none, min_max]}}';
  const result = await runOn('wine', ['training.model=knn', grid]);
  const chart = draw('heat_map', result);
  expect(chart.table.header).toEqual(['n_neighbors', 'none', 'min_max']);
  expect(chart.table.rows.map(([label]) => label)).toEqual(['1', '5', '9']);
  expect(chart.sentence).toMatch(
    /^The highest accuracy, 0\.96\d, is at n_neighbors 9 and preprocessing.scale min_max\.$/,
  );
  expect(draw('candidates', result).table.rows).toHaveLength(6);
});

test('a search over one setting is a heat map of one column, a failed candidate an empty cell', async () => {
  const result = await runOn('wine', ['training.model=knn', 'tuning={method: grid, space: {n_neighbors: [5, 500]}}']);
  expect(draw('heat_map', result).table.rows[1]![1]).not.toMatch(/\d/);
});

test('a random search has its candidates, not a map', async () => {
  const result = await runOn('wine', ['tuning={method: random, budget: 3, space: {C: {log_uniform: [0.01, 10]}}}']);
  expect(figures.heat_map(result, size)).toBeNull();
  expect(draw('candidates', result).table.rows).toHaveLength(3);
});

test('repeated splits show where the own score lies among the others', async () => {
  const result = await runOn('wine', ['evaluation.repeat=10']);
  expect(draw('luck', result).sentence).toMatch(/^Your accuracy of [\d.]+ beats \d+% of 10 random splits/);
});

test('a learning curve, a loss curve and the weights are drawn from one run', async () => {
  const result = await runOn('breast_cancer', ['evaluation.learning_curve=true']);
  expect(draw('learning_curve', result).sentence).toMatch(/^From 34 to 340 rows, validation roc_auc goes from/);
  expect(draw('loss_curve', result).sentence).toMatch(/^The training loss goes from 0.693 to/);
  expect(formatChart(draw('coefficients', result))).toContain('Weights that speak for malignant');
});

test('many classes show the largest weight of each column, a number its weights', async () => {
  const [iris, diabetes] = await Promise.all([runOn('iris', []), runOn('diabetes', [])]);
  expect(draw('coefficients', iris).table.rows).toHaveLength(4);
  expect(formatChart(draw('coefficients', diabetes))).toMatch(/^Weights/);
});

test('a tree is drawn with the names of its columns and classes, and with its importances', async () => {
  const result = await runOn('iris', [
    'training.model=decision_tree',
    'training.params.max_depth=2',
    'preprocessing.scale=none',
  ]);
  expect(formatChart(draw('tree', result))).toMatch(/petal_(length|width)_cm[\s\S]*setosa/);
  expect(draw('importances', result).table.rows).toHaveLength(4);
});

test('a run with a trap shows each flattering metric beside the honest one', async () => {
  const result = await runOn('iris', ['training.model=decision_tree', 'traps=score_on_train']);
  const {header, rows} = draw('honest', result).table;
  expect(header).toEqual(['name', 'value', 'honest']);
  expect(rows[0]!.slice(0, 2)).toEqual(['accuracy', '1']);
});

test('a run has none of the figures it did not measure', async () => {
  const result = await runOn('wine', ['training.model=knn']);
  const absent = [
    'heat_map',
    'candidates',
    'luck',
    'learning_curve',
    'loss_curve',
    'tree',
    'importances',
    'coefficients',
    'honest',
  ] as const;
  expect(absent.filter(kind => figures[kind](result, size) !== null)).toEqual([]);
});
