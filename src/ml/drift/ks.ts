import {countDistinct, sortedValues} from '../quantile.ts';
import {notDefined, type Undefined} from '../score.ts';
import {kolmogorovTail} from '../special.ts';

/** The result of a Kolmogorov–Smirnov test. */
export type KsTest = {
  /** The largest gap between the two cumulative shares, from 0 to 1. */
  readonly statistic: number;
  /** The chance of a gap at least as large where nothing has changed. */
  readonly p: number;
  /** The share of the values that repeat another one; with many the test sees less than it says, so `p` is too large. */
  readonly ties: number;
};

/**
 * Ask whether two samples of numbers come from the same distribution.
 *
 *     D = max |F_n(x) − F_m(x)|,   p = Q((√N + 0.12 + 0.11/√N) · D),   N = n·m / (n + m), rounded
 *
 * Q is Kolmogorov's limit distribution; the terms after √N are Stephens's correction for small samples, with which p
 * is within 5 % of scipy's (which rounds N too) for p from .001 and N from 20.
 *
 * @param reference - n values, gaps left out. @param current - m values, gaps left out.
 * @returns undefined where a side has no value.
 * @see scipy.stats.ks_2samp(method='asymp'); M. A. Stephens, J. Royal Statistical Society B 32, 1970
 */
export function ksTest(reference: Float64Array, current: Float64Array): KsTest | Undefined {
  const a = sortedValues(reference);
  const b = sortedValues(current);
  if (a.length === 0 || b.length === 0) return notDefined('One of the two samples has no values.');
  const {gap, distinct} = walk(a, b);
  const root = Math.sqrt(Math.max(1, Math.round((a.length * b.length) / (a.length + b.length))));
  return {
    statistic: gap,
    p: kolmogorovTail((root + 0.12 + 0.11 / root) * gap),
    ties: 1 - distinct / (a.length + b.length),
  };
}

function walk(a: Float64Array, b: Float64Array): {readonly gap: number; readonly distinct: number} {
  let [i, j, gap, distinct] = [0, 0, 0, 0];
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    distinct++;
    gap = Math.max(gap, Math.abs(i / a.length - j / b.length));
  }
  // Behind the end of one sample the gap only closes.
  return {gap, distinct: distinct + countDistinct(a.subarray(i)) + countDistinct(b.subarray(j))};
}
