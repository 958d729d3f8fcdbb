import {orderOf} from '../order.ts';
import {isDefined, notDefined, type Score, type Undefined} from '../score.ts';

/** How the rows fall when everything that scores at least `thresholds[i]` is called positive, highest threshold first. */
export type Cuts = {
  readonly thresholds: Float64Array;
  /** Rows called positive that are. */
  readonly hits: Float64Array;
  /** Rows called positive that are not. */
  readonly falseAlarms: Float64Array;
};

/**
 * Count hits and false alarms at every score that occurs; rows of equal score fall together.
 *
 * @param actual - n class codes. @param positive - the code that counts as positive.
 * @param scores - n numbers, higher for rows that look more positive, such as probabilities.
 */
export function cutRows(actual: Int32Array, positive: number, scores: Float64Array): Cuts {
  const order = orderOf(scores).reverse();
  const thresholds: number[] = [];
  const hits: number[] = [];
  const falseAlarms: number[] = [];
  let found = 0;
  order.forEach((row, place) => {
    if (actual[row] === positive) found++;
    if (scores[row] === scores[order[place + 1]!]) return;
    thresholds.push(scores[row]!);
    hits.push(found);
    falseAlarms.push(place + 1 - found);
  });
  return {
    thresholds: Float64Array.from(thresholds),
    hits: Float64Array.from(hits),
    falseAlarms: Float64Array.from(falseAlarms),
  };
}

/** The share of negatives called positive (`fpr`) against the share of positives found (`tpr`), by threshold. */
export type RocCurve = {
  readonly fpr: readonly number[];
  readonly tpr: readonly number[];
  readonly thresholds: readonly number[];
};

/**
 * The points of the ROC curve from (0, 0) to (1, 1), without those on a straight line between two others.
 *
 *     fpr = false alarms / negatives,   tpr = hits / positives
 *
 * The first threshold is the highest score + 1: nothing is called positive there.
 *
 * @see sklearn.metrics.roc_curve (1.2; later versions call the first threshold infinity)
 */
export function rocCurve(actual: Int32Array, positive: number, scores: Float64Array): RocCurve | Undefined {
  const cuts = cutRows(actual, positive, scores);
  const sides = countSides(cuts);
  if (!isDefined(sides)) return sides;
  const corners = [...cuts.thresholds.keys()].filter(
    place => isCorner(cuts.hits, place) || isCorner(cuts.falseAlarms, place),
  );
  return {
    fpr: [0, ...corners.map(place => cuts.falseAlarms[place]! / sides.negatives)],
    tpr: [0, ...corners.map(place => cuts.hits[place]! / sides.positives)],
    thresholds: [cuts.thresholds[0]! + 1, ...corners.map(place => cuts.thresholds[place]!)],
  };
}

function isCorner(counts: Float64Array, place: number): boolean {
  const isEnd = place === 0 || place === counts.length - 1;
  return isEnd || counts[place]! - counts[place - 1]! !== counts[place + 1]! - counts[place]!;
}

/**
 * The chance that a positive row scores higher than a negative one, a tie counting half: the area under the ROC curve.
 *
 * @returns from 0 to 1, where .5 is a coin; undefined where only one of the two occurs.
 * @see sklearn.metrics.roc_auc_score
 */
export function rocAuc(actual: Int32Array, positive: number, scores: Float64Array): Score {
  const found = scores.filter((_, row) => actual[row] === positive).sort();
  const others = scores.filter((_, row) => actual[row] !== positive).sort();
  const missing = missingSide(found.length, others.length);
  if (missing) return missing;
  // Twice the area in whole pairs, so that the sum is exact and only the division rounds.
  let pairs = 0;
  let [below, upTo] = [0, 0];
  for (let row = 0; row < found.length; row++) {
    while (others[below]! < found[row]!) below++;
    while (others[upTo]! <= found[row]!) upTo++;
    pairs += below + upTo;
  }
  return pairs / (2 * found.length * others.length);
}

/** Precision against recall by threshold, lowest threshold first; a last point (recall 0, precision 1) has no threshold. */
export type PrCurve = {
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly thresholds: readonly number[];
};

/**
 * The points of the precision-recall curve.
 *
 *     precision = hits / (hits + false alarms),   recall = hits / positives
 *
 * @returns undefined where no row is positive.
 * @see sklearn.metrics.precision_recall_curve
 */
export function prCurve(actual: Int32Array, positive: number, scores: Float64Array): PrCurve | Undefined {
  const {thresholds, hits, falseAlarms} = cutRows(actual, positive, scores);
  const positives = hits.at(-1) ?? 0;
  if (positives === 0) return notDefined(noPositive);
  return {
    precision: [...hits.map((found, place) => found / (found + falseAlarms[place]!)).reverse(), 1],
    recall: [...hits.map(found => found / positives).reverse(), 0],
    thresholds: [...thresholds].reverse(),
  };
}

/**
 * The precision-recall curve in one number: precision, averaged over the steps of recall.
 *
 *     AP = Σ (R_i − R_{i−1}) · P_i
 *
 * @returns from 0 to 1, where the share of positives is a coin; undefined where no row is positive.
 * @see sklearn.metrics.average_precision_score
 */
export function averagePrecision(actual: Int32Array, positive: number, scores: Float64Array): Score {
  const {hits, falseAlarms} = cutRows(actual, positive, scores);
  const positives = hits.at(-1) ?? 0;
  if (positives === 0) return notDefined(noPositive);
  let sum = 0;
  hits.forEach((found, place) => {
    sum += ((found - (hits[place - 1] ?? 0)) * found) / (found + falseAlarms[place]!);
  });
  return sum / positives;
}

const noPositive = 'No row is of the positive class, so there is nothing to find.';

function countSides({hits, falseAlarms}: Cuts): {readonly positives: number; readonly negatives: number} | Undefined {
  const positives = hits.at(-1) ?? 0;
  const negatives = falseAlarms.at(-1) ?? 0;
  return missingSide(positives, negatives) ?? {positives, negatives};
}

function missingSide(positives: number, negatives: number): Undefined | undefined {
  if (positives > 0 && negatives > 0) return undefined;
  return notDefined(`There is no ${positives > 0 ? 'negative' : 'positive'} row to compare with.`);
}
