import {countDistinct, quantile, sortedValues} from '../quantile.ts';
import {notDefined, type Undefined} from '../score.ts';
import {chiSquareAbove} from '../special.ts';
import {alignCounts, type LevelCounts, newLevels} from './levels.ts';

/** The population stability index beside the value that chance alone seldom exceeds at these sample sizes. */
export type Psi = {
  readonly psi: number;
  /** Without any change the index lies above this in about 1 of 100 batches. */
  readonly floor: number;
  readonly buckets: number;
};

/**
 * How differently two samples fall into the same buckets.
 *
 *     PSI = Σ (a − e) · ln(a / e),   e = (E + ½) / (n + B/2),   a = (A + ½) / (m + B/2)
 *     floor = χ²₀.₉₉(B − 1) · (1/n + 1/m)
 *
 * @param reference - E, one count per bucket, n in all. @param current - A, one count per bucket, m in all.
 * @returns pure numbers; undefined where a sample is empty. The usual limits .1 and .2 ignore n and m, and so cry wolf on
 *   small batches.
 * @see B. Yurdakul, Statistical properties of population stability index, 2018, for the floor
 */
export function psiOfCounts(reference: readonly number[], current: readonly number[]): Psi | Undefined {
  const buckets = reference.length;
  const n = reference.reduce((sum, count) => sum + count, 0);
  const m = current.reduce((sum, count) => sum + count, 0);
  if (n === 0 || m === 0) return notDefined('One of the two samples has no values.');
  let psi = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const expected = (reference[bucket]! + 0.5) / (n + buckets / 2);
    const actual = (current[bucket]! + 0.5) / (m + buckets / 2);
    psi += (actual - expected) * Math.log(actual / expected);
  }
  return {psi, floor: buckets < 2 ? 0 : chiSquareAbove(0.01, buckets - 1) * (1 / n + 1 / m), buckets};
}

/**
 * The index of a number column, over buckets that each hold an equal share of the reference: 10, or 5 where a sample has
 * under 100 values. A column with no more distinct values than buckets has a bucket for each, and one for unseen values.
 *
 * @param reference - n values, gaps left out. @param current - m values, gaps left out.
 */
export function psiOfNumbers(reference: Float64Array, current: Float64Array): Psi | Undefined {
  const a = sortedValues(reference);
  const b = sortedValues(current);
  if (a.length === 0 || b.length === 0) return notDefined('One of the two samples has no values.');
  const buckets = Math.min(a.length, b.length) < 100 ? 5 : 10;
  if (countDistinct(a) <= buckets) return psiOfLevels(countValues(a), countValues(b));
  const shares = Array.from({length: buckets - 1}, (_, index) => quantile(a, (index + 1) / buckets));
  const edges = [...new Set(shares)];
  return psiOfCounts(countBetween(a, edges), countBetween(b, edges));
}

/** The index of a column of words: one bucket per word of the reference, and one for unseen words where there are any. */
export function psiOfLevels(reference: LevelCounts, current: LevelCounts): Psi | Undefined {
  const aligned = alignCounts(reference, current);
  const fresh = new Set(newLevels(reference, current).levels);
  const known = [...aligned.levels.keys()].filter(place => !fresh.has(aligned.levels[place]!));
  const unseen = aligned.levels.reduce(
    (sum, level, place) => sum + (fresh.has(level) ? aligned.current[place]! : 0),
    0,
  );
  const bucketsOf = (counts: readonly number[]) => known.map(place => counts[place]!);
  if (unseen === 0) return psiOfCounts(bucketsOf(aligned.reference), bucketsOf(aligned.current));
  return psiOfCounts([...bucketsOf(aligned.reference), 0], [...bucketsOf(aligned.current), unseen]);
}

function countValues(sorted: Float64Array): LevelCounts {
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(value, (counts.get(value) ?? 0) + 1);
  return {levels: Array.from(counts.keys(), String), counts: [...counts.values()]};
}

// The first bucket and the last have no outer end; a value on an edge belongs to the bucket below it.
function countBetween(sorted: Float64Array, edges: readonly number[]): readonly number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  let bucket = 0;
  for (const value of sorted) {
    while (bucket < edges.length && value > edges[bucket]!) bucket++;
    counts[bucket]!++;
  }
  return counts;
}
