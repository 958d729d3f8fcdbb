import {barChart, type Chart, type ChartSize, learningCurve, lossCurve, treeChart} from '../charts/index.ts';
import type {RunResult} from './run-result.ts';

/** More bars than this are no picture any more; the largest are shown. */
const mostBars = 20;

/** How the score grows with the number of training rows, where the run measured it. */
export function learningCurveOf({learning_curve: curve}: RunResult, size: ChartSize): Chart | null {
  return curve && curve.sizes.length > 0 ? learningCurve(curve, size) : null;
}

/** The loss of the model while it was fitted. */
export function lossCurveOf({explanation: {curves}}: RunResult, size: ChartSize): Chart | null {
  return curves ? lossCurve({curves: curves.map(({values}) => ({label: 'training', values}))}, size) : null;
}

/** The questions of a decision tree. */
export function treeOf({explanation: {tree, features}, data, task}: RunResult, size: ChartSize): Chart | null {
  if (!tree) return null;
  return treeChart({tree, features, ...(task === 'classification' ? {classes: data.classes} : {})}, size);
}

/** How much each column counts in a tree or a forest. */
export function importancesOf({explanation: {importances, features}}: RunResult, size: ChartSize): Chart | null {
  if (!importances) return null;
  return bars('Importance of the columns', features, importances, size);
}

/** The weights of a line: of the class they speak for, where there are two; of the largest size, where there are more. */
export function coefficientsOf({explanation, data}: RunResult, size: ChartSize): Chart | null {
  const {coefficients, features} = explanation;
  if (!coefficients) return null;
  const [only] = coefficients;
  if (coefficients.length === 1) {
    const [, second] = data.classes;
    return bars(second === undefined ? 'Weights' : `Weights that speak for ${second}`, features, only!, size);
  }
  const largest = features.map((_, column) => Math.max(...coefficients.map(row => Math.abs(row[column]!))));
  return bars('Largest weight of each column, over all classes', features, largest, size);
}

function bars(title: string, labels: readonly string[], values: readonly number[], size: ChartSize): Chart {
  const all = labels.map((label, place) => ({label, value: values[place]!}));
  const largest = all.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, mostBars);
  const shown = largest.length < labels.length ? `${title} (the ${largest.length} largest)` : title;
  return barChart({title: shown, bars: largest}, size);
}
