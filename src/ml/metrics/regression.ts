import {median, quantile, sortedValues} from '../quantile.ts';
import {notDefined, type Score} from '../score.ts';
import {mean, standardDeviation} from '../summary.ts';

/**
 * The typical size of the error in the target's own unit, large errors counting more: √(Σ(y − ŷ)² / n).
 *
 * @see sklearn.metrics.mean_squared_error(squared=False)
 */
export function rmse(actual: Float64Array, predicted: Float64Array): Score {
  if (actual.length === 0) return notDefined('There are no rows.');
  return Math.sqrt(sumSquares(actual, row => predicted[row]!) / actual.length);
}

/** The mean size of the error in the target's own unit: Σ|y − ŷ| / n. @see sklearn.metrics.mean_absolute_error */
export function mae(actual: Float64Array, predicted: Float64Array): Score {
  if (actual.length === 0) return notDefined('There are no rows.');
  return actual.reduce((sum, value, row) => sum + Math.abs(value - predicted[row]!), 0) / actual.length;
}

/**
 * The share of the target's variance that the predictions explain.
 *
 *     R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)²
 *
 * @returns at most 1; 0 is as good as always saying the mean. For a target that does not vary 1 if every prediction is
 *   right, else 0; undefined for fewer than two rows.
 * @see sklearn.metrics.r2_score
 */
export function r2(actual: Float64Array, predicted: Float64Array): Score {
  if (actual.length < 2) return notDefined('R² needs at least two rows.');
  const centre = mean(actual);
  const missed = sumSquares(actual, row => predicted[row]!);
  const spread = sumSquares(actual, () => centre);
  if (spread === 0) return missed === 0 ? 1 : 0;
  return 1 - missed / spread;
}

/** What is left over, actual − predicted, in the target's own unit. */
export function residuals(actual: Float64Array, predicted: Float64Array): Float64Array {
  return actual.map((value, row) => value - predicted[row]!);
}

/** How the residuals lie; `sd` has the divisor n. */
export type ResidualSummary = {
  readonly mean: number;
  readonly sd: number;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
};

/** Describe the residuals of one row or more; a mean far from 0 tells of a bias. */
export function summariseResiduals(actual: Float64Array, predicted: Float64Array): ResidualSummary {
  const left = residuals(actual, predicted);
  const sorted = sortedValues(left);
  return {
    mean: mean(left),
    sd: standardDeviation(left),
    min: sorted[0]!,
    q1: quantile(sorted, 0.25),
    median: median(sorted),
    q3: quantile(sorted, 0.75),
    max: sorted.at(-1)!,
  };
}

function sumSquares(actual: Float64Array, expected: (row: number) => number): number {
  return actual.reduce((sum, value, row) => sum + (value - expected(row)) ** 2, 0);
}
