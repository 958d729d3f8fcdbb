import {median, quantile, sortedValues} from './quantile.ts';
import {mean, variance} from './summary.ts';

/** Where a column's new zero lies and how long its new unit is, both in the column's own unit. */
export type Scale = {readonly center: number; readonly scale: number};
/** scikit-learn's `StandardScaler`, `MinMaxScaler` and `RobustScaler`. */
export type ScaleKind = 'standard' | 'min_max' | 'robust';

/**
 * Learn the centre and the spread of one column, so that `applyScale` can put all columns on one ruler.
 *
 *     z = (x − center) / scale
 *     standard:  center = mean,    scale = √(Σ(x − mean)² / n)
 *     min_max:   center = min,     scale = max − min
 *     robust:    center = median,  scale = Q3 − Q1
 *
 * @param values - one column, n values in any unit; gaps are left out.
 * @returns both in the unit of the column. A column without spread gets `scale` 1 and so becomes 0;
 *   a column without values gets center 0 and scale 1.
 * @see https://scikit-learn.org/stable/modules/preprocessing.html; the divisor is n, not n − 1.
 */
export function fitScale(values: Float64Array, kind: ScaleKind): Scale {
  const sorted = kind === 'standard' ? values : sortedValues(values);
  const {center, scale} = rulers[kind](sorted);
  return Number.isNaN(center) ? {center: 0, scale: 1} : {center, scale};
}

const rulers = {
  standard: standardRuler,
  min_max: (sorted: Float64Array): Scale => {
    const low = sorted[0] ?? Number.NaN;
    return {center: low, scale: orOne(sorted[sorted.length - 1]! - low)};
  },
  robust: (sorted: Float64Array): Scale => ({
    center: median(sorted),
    scale: orOne(quantile(sorted, 0.75) - quantile(sorted, 0.25)),
  }),
} as const;

function orOne(spread: number): number {
  return spread < 10 * Number.EPSILON ? 1 : spread;
}

function standardRuler(values: Float64Array): Scale {
  const center = mean(values);
  const spread = variance(values);
  // 0.1 + 0.2 beside 0.3 varies by rounding alone; scikit-learn's bound tells that from a real variance.
  const error = values.length * Number.EPSILON;
  return {center, scale: spread <= error * spread + (error * center) ** 2 ? 1 : Math.sqrt(spread)};
}

/** Measure a column with the learned ruler; gaps stay gaps. */
export function applyScale(values: Float64Array, {center, scale}: Scale): Float64Array {
  return values.map(value => (value - center) / scale);
}

/** Turn scaled values back into the column's own unit. */
export function unscale(scaled: Float64Array, {center, scale}: Scale): Float64Array {
  return scaled.map(value => value * scale + center);
}
