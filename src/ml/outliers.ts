import {quantile, sortedValues} from './quantile.ts';
import {mean, standardDeviation} from './summary.ts';

/** The smallest and the largest value that is still believed, in the unit of the column. */
export type Fences = {readonly low: number; readonly high: number};
/** Fences from the quartiles, or from the mean and the standard deviation. */
export type FenceMethod = 'clip_iqr' | 'clip_z';

const usualReach = {clip_iqr: 1.5, clip_z: 3} as const;

/**
 * Learn the fences beyond which a value counts as an outlier.
 *
 *     clip_iqr:  Q1 − k·IQR … Q3 + k·IQR,   IQR = Q3 − Q1      (Tukey's fences, k = 1.5)
 *     clip_z:    mean − k·sd … mean + k·sd,  sd = √(Σ(x − mean)² / n)      (k = 3)
 *
 * @param values - one column, n values, gaps NaN and left out.
 * @returns null where there is no spread to measure by: no value at all, or (for `clip_iqr`) a middle half that
 *   is all one value, where fences would flatten the column.
 */
export function fitFences(values: Float64Array, method: FenceMethod, k: number = usualReach[method]): Fences | null {
  const {low, high, spread} = method === 'clip_iqr' ? quartileBase(values) : meanBase(values);
  return spread > 0 ? {low: low - k * spread, high: high + k * spread} : null;
}

function quartileBase(values: Float64Array) {
  const sorted = sortedValues(values);
  const low = quantile(sorted, 0.25);
  const high = quantile(sorted, 0.75);
  return {low, high, spread: high - low};
}

function meanBase(values: Float64Array) {
  const centre = mean(values);
  return {low: centre, high: centre, spread: standardDeviation(values)};
}

/** Move every value beyond a fence onto it; gaps stay gaps. */
export function clip(values: Float64Array, {low, high}: Fences): Float64Array {
  return values.map(value => (value < low ? low : value > high ? high : value));
}

/** The number of values beyond the fences. */
export function countOutside(values: Float64Array, {low, high}: Fences): number {
  let outside = 0;
  for (const value of values) if (value < low || value > high) outside++;
  return outside;
}
