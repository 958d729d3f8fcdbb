import {KnownError} from '../../errors.ts';
import type {Matrix} from '../matrix.ts';
import {type ClassificationRows, classifier} from '../model.ts';
import {number} from '../setting.ts';
import {checkRowsToPredict, checkTrainingRows} from './check-rows.ts';
import {softmaxByLogs} from './softmax.ts';

const params = {
  var_smoothing: number(
    1e-9,
    {min: 0},
    'How much of the widest column’s variance is added to every variance, so that none is too close to zero.',
  ),
};

type State = {
  readonly features: number;
  /** The share of each class among the training rows. */
  readonly priors: readonly number[];
  /** Classes × features. */
  readonly means: readonly number[];
  readonly variances: readonly number[];
};

/**
 * Learn a bell curve for every feature within every class, and weigh a new row by all of them.
 *
 *     log p(class | x) = log prior − ½ Σ_j [ log(2π v_j) + (x_j − m_j)² / v_j ] + constant
 *
 * m, v: weighted mean and variance (divisor n) of feature j in the class; v gets var_smoothing · the largest variance
 * of a whole column, taken without weights as scikit-learn does.
 *
 * @throws {KnownError} `cannot_fit` when a variance stays 0.
 * @see sklearn.naive_bayes.GaussianNB
 */
export const naiveBayes = classifier({
  name: 'naive_bayes',
  version: 1,
  help: 'Learns what is typical for each class, one feature at a time, and multiplies the evidence.',
  sklearn: 'GaussianNB',
  params,
  random: false,
  weighted: true,
  fit(rows, {var_smoothing}): State {
    checkTrainingRows(rows.x);
    const totals = classTotals(rows);
    const means = classMeans(rows, totals);
    const variances = classVariances(rows, totals, means);
    // A table of constants has no widest column; any width then gives the same answer.
    const extra = var_smoothing * (widestVariance(rows.x) || 1);
    const total = totals.reduce((sum, weight) => sum + weight, 0);
    const smoothed = variances.map(variance => variance + extra);
    checkVariances(smoothed, totals, rows.x.columns);
    return {
      features: rows.x.columns,
      priors: Array.from(totals, weight => weight / total),
      means: Array.from(means),
      variances: Array.from(smoothed),
    };
  },
  load({features, priors, means, variances}) {
    const classes = priors.length;
    const [centers, widths] = [new Float64Array(means), new Float64Array(variances)];
    const heights = priors.map((prior, code) => Math.log(prior) - 0.5 * logWidths(widths, code * features, features));
    return {
      probabilities(x) {
        checkRowsToPredict(x, features);
        const scores = new Float64Array(x.rows * classes);
        for (let row = 0; row < x.rows; row++) {
          for (let code = 0; code < classes; code++) {
            let sum = 0;
            for (let column = 0; column < features; column++) {
              const place = code * features + column;
              const gap = x.data[row * features + column]! - centers[place]!;
              sum += (gap * gap) / widths[place]!;
            }
            scores[row * classes + code] = heights[code]! - 0.5 * sum;
          }
        }
        return softmaxByLogs({rows: x.rows, columns: classes, data: scores});
      },
    };
  },
});

function classTotals({y, classes, weights}: ClassificationRows): Float64Array {
  const totals = new Float64Array(classes);
  y.forEach((code, row) => {
    totals[code]! += weights?.[row] ?? 1;
  });
  return totals;
}

/** Weighted means, classes × features; 0 for a class without rows, which its prior of 0 rules out anyway. */
function classMeans({x, y, weights}: ClassificationRows, totals: Float64Array): Float64Array {
  const means = new Float64Array(totals.length * x.columns);
  for (let row = 0; row < x.rows; row++) {
    const weight = weights?.[row] ?? 1;
    const [from, to] = [row * x.columns, y[row]! * x.columns];
    for (let column = 0; column < x.columns; column++) means[to + column]! += weight * x.data[from + column]!;
  }
  return means.map((sum, place) => sum / (totals[Math.floor(place / x.columns)]! || 1));
}

function classVariances({x, y, weights}: ClassificationRows, totals: Float64Array, means: Float64Array): Float64Array {
  const sums = new Float64Array(means.length);
  for (let row = 0; row < x.rows; row++) {
    const weight = weights?.[row] ?? 1;
    const [from, to] = [row * x.columns, y[row]! * x.columns];
    for (let column = 0; column < x.columns; column++) {
      const gap = x.data[from + column]! - means[to + column]!;
      sums[to + column]! += weight * gap * gap;
    }
  }
  return sums.map((sum, place) => {
    const total = totals[Math.floor(place / x.columns)]!;
    return total > 0 ? sum / total : 1;
  });
}

function widestVariance(x: Matrix): number {
  const all = {x, y: new Int32Array(x.rows), classes: 1};
  const totals = classTotals(all);
  return classVariances(all, totals, classMeans(all, totals)).reduce((most, variance) => Math.max(most, variance), 0);
}

function checkVariances(variances: Float64Array, totals: Float64Array, features: number): void {
  const place = variances.findIndex((variance, index) => variance === 0 && totals[Math.floor(index / features)]! > 0);
  if (place < 0) return;
  const column = (place % features) + 1;
  throw new KnownError('cannot_fit', `Feature ${column} has one and the same value in all rows of a class.`, {
    hint: 'Set `var_smoothing` above 0, or drop the feature.',
    at: {column},
  });
}

function logWidths(variances: Float64Array, start: number, count: number): number {
  let sum = 0;
  for (let place = start; place < start + count; place++) sum += Math.log(2 * Math.PI * variances[place]!);
  return sum;
}
