/** The values that are not gaps, smallest first. */
export function sortedValues(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  // Sorting puts the gaps last.
  let end = sorted.length;
  while (end > 0 && Number.isNaN(sorted[end - 1])) end--;
  return sorted.subarray(0, end);
}

/**
 * The value below which a share of the values lies, interpolated linearly between its two neighbours.
 *
 *     h = share · (n − 1),   x[⌊h⌋] + (h − ⌊h⌋) · (x[⌊h⌋ + 1] − x[⌊h⌋])
 *
 * @param sorted - n values, smallest first, without gaps.
 * @param share - from 0 (the smallest value) to 1 (the largest).
 * @returns a number in the unit of the values; NaN where there are none.
 * @see numpy.quantile, method `linear` (its default).
 */
export function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below];
  if (low === undefined) return Number.NaN;
  const high = sorted[below + 1] ?? low;
  const weight = position - below;
  // Counting from the nearer neighbour keeps the result between the two, as numpy does.
  return weight < 0.5 ? low + (high - low) * weight : high - (high - low) * (1 - weight);
}

/** The middle value, or the mean of the middle two; NaN where there are none. @param sorted - smallest first, no gaps. */
export function median(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1]! + upper) / 2;
}

/** The number of different values. @param sorted - smallest first, no gaps. */
export function countDistinct(sorted: Float64Array): number {
  let count = 0;
  for (let place = 0; place < sorted.length; place++) if (place === 0 || sorted[place] !== sorted[place - 1]) count++;
  return count;
}
