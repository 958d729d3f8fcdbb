import {sortedValues} from './quantile.ts';

/** The mean of the values that are not gaps; NaN where there are none. */
export function mean(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}

/**
 * The variance of the values that are not gaps, in two passes so that a large mean does not eat the digits.
 *
 *     Σ(x − mean)² / (n − ddof)
 *
 * @param ddof - 0 divides by n (scikit-learn's scalers), 1 by n − 1.
 * @returns a number in the squared unit of the values; NaN where n ≤ ddof.
 * @see numpy.var
 */
export function variance(values: Float64Array, ddof = 0): number {
  const centre = mean(values);
  let squares = 0;
  let rest = 0;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    const distance = value - centre;
    squares += distance * distance;
    rest += distance;
    count++;
  }
  // `rest` is 0 but for rounding; taking it off corrects for a mean that could not be exact.
  return count > ddof ? Math.max(0, squares - (rest * rest) / count) / (count - ddof) : Number.NaN;
}

/** The square root of the variance: the typical distance from the mean, in the unit of the values. */
export function standardDeviation(values: Float64Array, ddof = 0): number {
  return Math.sqrt(variance(values, ddof));
}

/** The value that comes most often, of several the smallest (as scikit-learn's imputer); NaN where there are none. */
export function mode(values: Float64Array): number {
  const sorted = sortedValues(values);
  let best = Number.NaN;
  let bestCount = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (sorted[end] === sorted[start]) end++;
    if (end - start > bestCount) {
      best = sorted[start]!;
      bestCount = end - start;
    }
    start = end;
  }
  return best;
}

/**
 * How far two columns rise and fall together along a line: Pearson's r, from −1 to 1.
 *
 *     r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² · Σ(y − ȳ)²)
 *
 * Only the rows where both have a value count.
 *
 * @param x - n values. @param y - n values, row by row with `x`.
 * @returns r; NaN where a column does not vary, for then the question has no answer.
 * @see numpy.corrcoef
 */
export function correlation(x: Float64Array, y: Float64Array): number {
  const [xMean, yMean] = pairMeans(x, y);
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let row = 0; row < x.length; row++) {
    const dx = x[row]! - xMean;
    const dy = y[row]! - yMean;
    if (Number.isNaN(dx + dy)) continue;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  if (xx === 0 || yy === 0) return Number.NaN;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

function pairMeans(x: Float64Array, y: Float64Array): readonly [number, number] {
  let xSum = 0;
  let ySum = 0;
  let count = 0;
  for (let row = 0; row < x.length; row++) {
    if (Number.isNaN(x[row]! + y[row]!)) continue;
    xSum += x[row]!;
    ySum += y[row]!;
    count++;
  }
  return [xSum / count, ySum / count];
}
