import {type Matrix, rowOf} from '../matrix.ts';
import {notDefined, type Score} from '../score.ts';

/**
 * How surprised the probabilities are by the truth, in nats per row: 0 is certain and right.
 *
 *     −Σ ln p_i / n,   p_i the probability given to the class that row i has
 *
 * Probabilities are kept within [ε, 1 − ε], ε = 2⁻⁵², and each row is then made to sum to 1 again.
 *
 * @param actual - n class codes. @param probabilities - n rows × K classes.
 * @see sklearn.metrics.log_loss
 */
export function logLoss(actual: Int32Array, probabilities: Matrix): Score {
  if (actual.length === 0) return notDefined('There are no rows.');
  let sum = 0;
  for (let row = 0; row < actual.length; row++) {
    const clipped = rowOf(probabilities, row).map(clipProbability);
    sum -= Math.log(clipped[actual[row]!]! / clipped.reduce((all, p) => all + p, 0));
  }
  return sum / actual.length;
}

function clipProbability(p: number): number {
  return Math.min(Math.max(p, Number.EPSILON), 1 - Number.EPSILON);
}

/**
 * The mean squared distance of the probability from what happened, from 0 (best) to 1.
 *
 *     Σ (p_i − o_i)² / n,   o_i = 1 where row i is positive, else 0
 *
 * @param scores - n probabilities of the positive class.
 * @see sklearn.metrics.brier_score_loss
 */
export function brierScore(actual: Int32Array, positive: number, scores: Float64Array): Score {
  if (actual.length === 0) return notDefined('There are no rows.');
  let sum = 0;
  for (let row = 0; row < actual.length; row++) sum += (scores[row]! - (actual[row] === positive ? 1 : 0)) ** 2;
  return sum / actual.length;
}

/** One bin of the calibration curve: what was promised on average, and what happened. */
export type CalibrationPoint = {readonly predicted: number; readonly actual: number; readonly rows: number};

/**
 * Compare, among rows given about the same probability, the mean probability with the share that is positive.
 *
 * @param bins - equally wide bins of [0, 1]; a value on an edge belongs to the lower bin. Empty bins are left out.
 * @see sklearn.calibration.calibration_curve(strategy='uniform')
 */
export function calibrationCurve(
  actual: Int32Array,
  positive: number,
  scores: Float64Array,
  bins = 10,
): readonly CalibrationPoint[] {
  const sums = Array.from({length: bins}, () => ({predicted: 0, actual: 0, rows: 0}));
  for (let row = 0; row < actual.length; row++) {
    const sum = sums[binOf(scores[row]!, bins)]!;
    sum.predicted += scores[row]!;
    sum.actual += actual[row] === positive ? 1 : 0;
    sum.rows++;
  }
  return sums
    .filter(({rows}) => rows > 0)
    .map(({predicted, actual, rows}) => ({predicted: predicted / rows, actual: actual / rows, rows}));
}

// Compares with the same edges as numpy's linspace gives, so that a value on one falls where scikit-learn puts it.
function binOf(score: number, bins: number): number {
  let bin = 0;
  while (bin < bins - 1 && score > (bin + 1) * (1 / bins)) bin++;
  return bin;
}

/** What calling positive every row with at least this probability would bring. */
export type ThresholdRow = {
  readonly threshold: number;
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
};

/** Count, for each threshold, how the rows would fall; a row is called positive where its score is at least that. */
export function thresholdTable(
  actual: Int32Array,
  positive: number,
  scores: Float64Array,
  thresholds: readonly number[],
): readonly ThresholdRow[] {
  const positives = scores.filter((_, row) => actual[row] === positive);
  const negatives = scores.filter((_, row) => actual[row] !== positive);
  return thresholds.map(threshold => {
    const truePositives = countFrom(positives, threshold);
    const falsePositives = countFrom(negatives, threshold);
    return {
      threshold,
      truePositives,
      falsePositives,
      falseNegatives: positives.length - truePositives,
      trueNegatives: negatives.length - falsePositives,
    };
  });
}

function countFrom(scores: Float64Array, threshold: number): number {
  let count = 0;
  for (const score of scores) if (score >= threshold) count++;
  return count;
}
