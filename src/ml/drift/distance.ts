import {sortedValues} from '../quantile.ts';
import {notDefined, type Score} from '../score.ts';

/**
 * How far apart two sets of shares are, from 0 (the same) to 1 (nothing in common): Jensen–Shannon, base 2.
 *
 *     √((KL(p‖h) + KL(q‖h)) / 2),   h = (p + q) / 2,   KL(p‖h) = Σ p · log₂(p / h)
 *
 * @param reference - one count per bucket. @param current - one count per bucket, in the same order.
 * @see scipy.spatial.distance.jensenshannon(base=2)
 */
export function jensenShannon(reference: readonly number[], current: readonly number[]): Score {
  const n = reference.reduce((sum, count) => sum + count, 0);
  const m = current.reduce((sum, count) => sum + count, 0);
  if (n === 0 || m === 0) return notDefined('One of the two samples has no values.');
  const surprise = (share: number, middle: number) => (share === 0 ? 0 : share * Math.log2(share / middle));
  const sum = reference.reduce((all, count, place) => {
    const p = count / n;
    const q = current[place]! / m;
    return all + surprise(p, (p + q) / 2) + surprise(q, (p + q) / 2);
  }, 0);
  return Math.sqrt(Math.max(0, sum / 2));
}

/**
 * How far, on average, the values must be moved to turn one sample into the other, in their own unit.
 *
 *     W = ∫ |F_n(x) − F_m(x)| dx
 *
 * @param reference - n values, gaps left out. @param current - m values, gaps left out.
 * @see scipy.stats.wasserstein_distance
 */
export function wasserstein(reference: Float64Array, current: Float64Array): Score {
  const a = sortedValues(reference);
  const b = sortedValues(current);
  if (a.length === 0 || b.length === 0) return notDefined('One of the two samples has no values.');
  let [i, j, distance] = [0, 0, 0];
  let last = Math.min(a[0]!, b[0]!);
  while (i < a.length || j < b.length) {
    const takesA = j === b.length || (i < a.length && a[i]! <= b[j]!);
    const value = takesA ? a[i]! : b[j]!;
    distance += Math.abs(i / a.length - j / b.length) * (value - last);
    last = value;
    if (takesA) i++;
    else j++;
  }
  return distance;
}
