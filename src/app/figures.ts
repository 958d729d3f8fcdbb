import {
  barChart,
  type Chart,
  type ChartSize,
  calibrationChart,
  confusionChart,
  intervalChart,
  prChart,
  rocChart,
} from '../charts/index.ts';
import {coefficientsOf, importancesOf, learningCurveOf, lossCurveOf, treeOf} from './figures-model.ts';
import {candidatesOf, heatMapOf, honestOf, luckOf} from './figures-tuning.ts';
import type {Metrics, RunResult} from './run-result.ts';

/** A figure that a run can show; null where this run has none of that kind. */
export type FigureOf = (result: RunResult, size: ChartSize) => Chart | null;

/** The figures of a run, by the word that lessons, labs and commands use: a new one is one line here. */
export const figures = {
  bars: metricBars,
  confusion: ({confusion}, size) => confusion && confusionChart(confusion, size),
  roc: rocOf,
  pr: prOf,
  calibration: calibrationOf,
  folds: foldsOf,
  luck: luckOf,
  learning_curve: learningCurveOf,
  loss_curve: lossCurveOf,
  heat_map: heatMapOf,
  candidates: candidatesOf,
  tree: treeOf,
  importances: importancesOf,
  coefficients: coefficientsOf,
  honest: honestOf,
} as const satisfies {readonly [kind: string]: FigureOf};

export type FigureKind = keyof typeof figures;

/** Tell whether a word names a figure. */
export function isFigureKind(word: string): word is FigureKind {
  return Object.hasOwn(figures, word);
}

function metricBars({metrics, task}: RunResult, size: ChartSize): Chart {
  const isShare = ([name]: readonly [string, number]) => task === 'regression' || name !== 'log_loss';
  const bars = defined(metrics.test)
    .filter(isShare)
    .map(([label, value]) => {
      const baseline = metrics.baseline[label];
      return typeof baseline === 'number' ? {label, value, baseline} : {label, value};
    });
  const title = 'Test metrics beside the baseline';
  return barChart({title, bars, ...(task === 'classification' ? {full: 1} : {})}, size);
}

function defined(metrics: Metrics): ReadonlyArray<readonly [string, number]> {
  return Object.entries(metrics).filter((entry): entry is [string, number] => entry[1] !== null);
}

function rocOf({roc, metrics, confusion, data, pipeline}: RunResult, size: ChartSize): Chart | null {
  const auc = metrics.test.roc_auc;
  if (!roc || typeof auc !== 'number') return null;
  const [positive, negative] = [data.positive ?? undefined, data.classes.find(name => name !== data.positive)];
  const rates = confusion && positive !== undefined ? ratesOf(confusion, positive) : undefined;
  const point = rates && {threshold: pipeline.evaluation.threshold, fpr: rates.fpr, tpr: rates.tpr};
  const names = {...(positive ? {positive} : {}), ...(negative ? {negative} : {})};
  return rocChart({fpr: roc.fpr, tpr: roc.tpr, auc, ...(point ? {point} : {}), ...names}, size);
}

function prOf({pr, metrics, confusion, data, pipeline}: RunResult, size: ChartSize): Chart | null {
  const averagePrecision = metrics.test.average_precision;
  if (!pr || !confusion || data.positive === null || typeof averagePrecision !== 'number') return null;
  const {recall, precision, baseRate} = ratesOf(confusion, data.positive);
  const point = precision === undefined ? undefined : {threshold: pipeline.evaluation.threshold, recall, precision};
  const base = {recall: pr.recall, precision: pr.precision, averagePrecision, baseRate, positive: data.positive};
  return prChart({...base, ...(point ? {point} : {})}, size);
}

function calibrationOf({calibration, data}: RunResult, size: ChartSize): Chart | null {
  if (!calibration) return null;
  const bins = calibration.map(({predicted, actual, rows}) => ({predicted, observed: actual, count: rows}));
  return calibrationChart({bins, ...(data.positive === null ? {} : {outcome: data.positive})}, size);
}

function foldsOf({metrics}: RunResult, size: ChartSize): Chart | null {
  const folds = metrics.cross_validation;
  if (!folds) return null;
  return intervalChart({metric: folds.metric, rows: [{label: 'this run', scores: folds.scores}]}, size);
}

function ratesOf({labels, matrix}: NonNullable<RunResult['confusion']>, positive: string) {
  const hit = labels.indexOf(positive);
  const miss = 1 - hit;
  const [tp, fn, fp, tn] = [matrix[hit]![hit]!, matrix[hit]![miss]!, matrix[miss]![hit]!, matrix[miss]![miss]!];
  const all = tp + fn + fp + tn;
  const recall = tp / (tp + fn);
  return {
    recall,
    tpr: recall,
    fpr: fp / (fp + tn),
    baseRate: (tp + fn) / all,
    precision: tp + fp > 0 ? tp / (tp + fp) : undefined,
  };
}
