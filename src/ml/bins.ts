import {KnownError} from '../errors.ts';
import {quantile, sortedValues} from './quantile.ts';

/** `quantile`: every bin holds about as many rows; `uniform`: every bin is equally wide. */
export type BinStrategy = 'quantile' | 'uniform';

/**
 * Learn the inner edges between the bins of one column, in its own unit.
 *
 *     quantile:  the (1/bins, 2/bins, …) quantiles;   uniform:  min + i · (max − min) / bins
 *
 * @param values - n values; gaps are left out.
 * @returns at most bins − 1 edges, ascending. Edges that fall together are one, so a column with few values has fewer
 *   bins, and one with a single value has one.
 * @throws {KnownError} `bad_setting` where `bins` is not a whole number from 2 on.
 * @see sklearn.preprocessing.KBinsDiscretizer(encode='ordinal')
 */
export function fitBins(values: Float64Array, bins: number, strategy: BinStrategy = 'quantile'): readonly number[] {
  if (!Number.isInteger(bins) || bins < 2) {
    throw new KnownError('bad_setting', `A column cannot be cut into ${bins} bins.`, {
      hint: 'Give a whole number of bins from 2 on, such as 5.',
    });
  }
  const sorted = sortedValues(values);
  const low = sorted[0] ?? 0;
  const width = ((sorted[sorted.length - 1] ?? 0) - low) / bins;
  if (width === 0) return [];
  if (strategy === 'uniform') return Array.from({length: bins - 1}, (_, index) => low + (index + 1) * width);
  const edges = Array.from({length: bins + 1}, (_, index) => quantile(sorted, index / bins));
  return edges.filter((edge, index) => index === 0 || edge - edges[index - 1]! > narrowest).slice(1, -1);
}

// scikit-learn drops quantile bins no wider than this.
const narrowest = 1e-8;

/** The bin of every value, from 0: the number of edges at or below it; a gap stays a gap. */
export function applyBins(values: Float64Array, edges: readonly number[]): Float64Array {
  return values.map(value => {
    if (Number.isNaN(value)) return value;
    let bin = 0;
    while (bin < edges.length && value >= edges[bin]!) bin++;
    return bin;
  });
}
