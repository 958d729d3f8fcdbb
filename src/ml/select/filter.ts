import {correlation, variance} from '../summary.ts';

/**
 * The columns that vary: their places, ascending.
 *
 * @param columns - p columns of n values.
 * @param threshold - in squared units of the column; a column is kept where its variance (divisor n) is above.
 * @see sklearn.feature_selection.VarianceThreshold
 */
export function keepVarying(columns: readonly Float64Array[], threshold = 0): readonly number[] {
  // With threshold 0 the range decides too: the variance of equal values may be a rounding error above 0.
  const spread = (values: Float64Array) =>
    threshold === 0 ? Math.min(variance(values), range(values)) : variance(values);
  return placesWhere(columns, values => spread(values) > threshold);
}

function range(values: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

/** A column that says nearly the same as an earlier one, and how nearly. */
export type Twin = {readonly dropped: number; readonly because: number; readonly r: number};

/**
 * The columns that are not nearly a copy of an earlier one that is kept.
 *
 * @param columns - p columns of n values. @param limit - drop the later column of a pair with |r| above it.
 * @returns the places kept, ascending, and for every dropped column the kept one it resembles.
 */
export function keepUncorrelated(
  columns: readonly Float64Array[],
  limit: number,
): {readonly kept: readonly number[]; readonly twins: readonly Twin[]} {
  const kept: number[] = [];
  const twins: Twin[] = [];
  columns.forEach((values, place) => {
    const twin = findTwin(columns, kept, values, limit);
    if (twin) twins.push({dropped: place, ...twin});
    else kept.push(place);
  });
  return {kept, twins};
}

function findTwin(columns: readonly Float64Array[], kept: readonly number[], values: Float64Array, limit: number) {
  for (const because of kept) {
    const r = correlation(columns[because]!, values);
    if (Math.abs(r) > limit) return {because, r};
  }
  return undefined;
}

/**
 * The k columns with the highest scores: their places, ascending; of equal scores the earlier column.
 *
 * @param scores - one finite number per column, such as `scoreAnova` gives. All are kept where there are fewer than k.
 * @see sklearn.feature_selection.SelectKBest, which of equal scores takes the later column.
 */
export function keepBest(scores: readonly number[], k: number): readonly number[] {
  const ranked = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
  return ranked.slice(0, k).sort((a, b) => a - b);
}

function placesWhere(columns: readonly Float64Array[], keep: (values: Float64Array) => boolean): readonly number[] {
  return [...columns.keys()].filter(place => keep(columns[place]!));
}
