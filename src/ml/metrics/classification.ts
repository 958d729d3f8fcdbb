import {isDefined, notDefined, type Score} from '../score.ts';
import {type ClassCounts, type Confusion, countClasses, total} from './confusion.ts';

/** How the scores of several classes become one: all classes equal, by their rows, or all rows counted together. */
export type Average = 'macro' | 'weighted' | 'micro';

/** What precision, recall and f1 look at: one class (by its place in the labels), or all of them averaged. */
export type Focus = {readonly positive: number} | {readonly average: Average};

/** The share of the rows that were predicted right, from 0 to 1. @see sklearn.metrics.accuracy_score */
export function accuracy(confusion: Confusion): Score {
  const classes = countClasses(confusion);
  return divide(total(classes.map(({hits}) => hits)), total(classes.map(({actual}) => actual)), 'There are no rows.');
}

/**
 * The mean, over the classes that occur, of the share of their rows that was found.
 *
 * @see sklearn.metrics.balanced_accuracy_score
 */
export function balancedAccuracy(confusion: Confusion): Score {
  const present = countClasses(confusion).filter(({actual}) => actual > 0);
  return divide(total(present.map(({hits, actual}) => hits / actual)), present.length, 'There are no rows.');
}

/**
 * Of the rows said to be of a class, the share that is: hits / predicted, from 0 to 1.
 *
 * @returns undefined where nothing was said to be of the class (scikit-learn: 0 with a warning).
 * @see sklearn.metrics.precision_score
 */
export function precision(confusion: Confusion, focus: Focus): Score {
  return average(confusion, focus, ({label, hits, predicted}) =>
    divide(hits, predicted, `No row was predicted to be \`${label}\`, so there is nothing to be precise about.`),
  );
}

/**
 * Of the rows of a class, the share that was found: hits / actual, from 0 to 1.
 *
 * @returns undefined where no row is of the class (scikit-learn: 0 with a warning).
 * @see sklearn.metrics.recall_score
 */
export function recall(confusion: Confusion, focus: Focus): Score {
  return average(confusion, focus, ({label, hits, actual}) =>
    divide(hits, actual, `No row is \`${label}\`, so there is nothing to find.`),
  );
}

/**
 * Precision and recall in one number, their harmonic mean: 2·hits / (predicted + actual), from 0 to 1.
 *
 * @returns undefined where the class neither occurs nor was predicted.
 * @see sklearn.metrics.f1_score
 */
export function f1(confusion: Confusion, focus: Focus): Score {
  return average(confusion, focus, ({label, hits, actual, predicted}) =>
    divide(2 * hits, actual + predicted, `No row is \`${label}\` and none was predicted to be.`),
  );
}

/**
 * The correlation between what was and what was predicted, from −1 to 1, also for several classes (Matthews).
 *
 *     (c·n − Σ p_k t_k) / √((n² − Σ p_k²)(n² − Σ t_k²)),   c = hits, p_k = predicted, t_k = actual
 *
 * @see sklearn.metrics.matthews_corrcoef, which gives 0 where this is undefined
 */
export function matthewsCorrelation(confusion: Confusion): Score {
  const {n, hits, chance, predicted, actual} = agreement(confusion);
  const reason = 'The rows or the predictions are all of one class.';
  return divide(hits * n - chance, Math.sqrt((n * n - predicted) * (n * n - actual)), reason);
}

/**
 * How much better than chance the predictions agree with the truth, up to 1 (Cohen's κ).
 *
 *     κ = (p_o − p_e) / (1 − p_e),   p_o = hits / n,  p_e = Σ p_k t_k / n²
 *
 * @see sklearn.metrics.cohen_kappa_score
 */
export function cohenKappa(confusion: Confusion): Score {
  const {n, hits, chance} = agreement(confusion);
  return divide(hits * n - chance, n * n - chance, 'The rows and the predictions are all of one class.');
}

function agreement(confusion: Confusion) {
  const classes = countClasses(confusion);
  return {
    n: total(classes.map(({actual}) => actual)),
    hits: total(classes.map(({hits}) => hits)),
    chance: total(classes.map(({actual, predicted}) => actual * predicted)),
    predicted: total(classes.map(({predicted}) => predicted ** 2)),
    actual: total(classes.map(({actual}) => actual ** 2)),
  };
}

// A class that neither occurs nor was predicted has no say. Where a class that has one is undefined, so is the average.
function average(confusion: Confusion, focus: Focus, ratio: (counts: ClassCounts) => Score): Score {
  const classes = countClasses(confusion);
  if ('positive' in focus) return ratio(classes[focus.positive]!);
  if (focus.average === 'micro') return ratio(together(classes));
  const voters = focus.average === 'macro' ? classes.filter(occurs) : classes.filter(({actual}) => actual > 0);
  const weights = voters.map(({actual}) => (focus.average === 'macro' ? 1 : actual));
  const scores = voters.map(ratio);
  const undefinedScore = scores.find(score => !isDefined(score));
  if (undefinedScore !== undefined) return undefinedScore;
  const sum = total(scores.filter(isDefined).map((score, place) => score * weights[place]!));
  return divide(sum, total(weights), 'There are no rows.');
}

function occurs({actual, predicted}: ClassCounts): boolean {
  return actual + predicted > 0;
}

function together(classes: readonly ClassCounts[]): ClassCounts {
  const sum = (key: 'hits' | 'actual' | 'predicted') => total(classes.map(counts => counts[key]));
  return {label: 'any class', hits: sum('hits'), actual: sum('actual'), predicted: sum('predicted')};
}

function divide(over: number, under: number, reason: string): Score {
  return under === 0 ? notDefined(reason) : over / under;
}
