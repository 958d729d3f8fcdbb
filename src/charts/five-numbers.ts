import {drawable} from './number.ts';

/** The numbers a box plot shows, and the values beyond its whiskers. */
export type FiveNumbers = {
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  /** The last values within 1.5 × (q3 − q1) of the box. */
  readonly lowWhisker: number;
  readonly highWhisker: number;
  readonly outliers: readonly number[];
};

/**
 * Sum values up for a box plot; undefined where none can be drawn.
 *
 * @see J. W. Tukey, Exploratory Data Analysis (1977): whiskers end at the last value within 1.5 × (q3 − q1).
 */
export function fiveNumbers(values: ArrayLike<number>): FiveNumbers | undefined {
  const sorted = drawable(values).sort();
  if (sorted.length === 0) return undefined;
  const [q1, median, q3] = [0.25, 0.5, 0.75].map(share => quantile(sorted, share)) as [number, number, number];
  const reach = 1.5 * (q3 - q1);
  const inside = sorted.filter(value => value >= q1 - reach && value <= q3 + reach);
  return {
    min: sorted[0]!,
    q1,
    median,
    q3,
    max: sorted.at(-1)!,
    lowWhisker: Math.min(q1, inside[0] ?? q1),
    highWhisker: Math.max(q3, inside.at(-1) ?? q3),
    outliers: [...sorted.filter(value => value < q1 - reach || value > q3 + reach)],
  };
}

/** The value below which a share of the sorted values lies, between two neighbours by proportion, as NumPy's default. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}
