import {notDefined, type Undefined} from '../score.ts';
import {chiSquareTail} from '../special.ts';
import {alignCounts, type LevelCounts} from './levels.ts';

/** The result of a χ² test; `degrees` of freedom is the number of words that occur, less one. */
export type ChiSquareTest = {readonly statistic: number; readonly degrees: number; readonly p: number};

/**
 * Ask whether two samples fall into the same categories in the same shares.
 *
 *     χ² = Σ (observed − expected)² / expected,   expected = row total · column total / all
 *
 * @param reference - one count per category. @param current - one count per category, in the same order.
 * @returns p 1 where all is in one category; undefined where a sample is empty.
 * @see scipy.stats.chi2_contingency(correction=False), scipy.special.gammaincc
 */
export function chiSquareTest(reference: readonly number[], current: readonly number[]): ChiSquareTest | Undefined {
  const n = sum(reference);
  const m = sum(current);
  if (n === 0 || m === 0) return notDefined('One of the two samples has no values.');
  let statistic = 0;
  let degrees = -1;
  reference.forEach((count, place) => {
    const both = count + current[place]!;
    if (both === 0) return;
    const expected = (both * n) / (n + m);
    // What the reference has too much the current sample has too little, so one difference serves both.
    statistic += (count - expected) ** 2 * (1 / expected + (n + m) / (both * m));
    degrees++;
  });
  return {statistic, degrees, p: degrees === 0 ? 1 : chiSquareTail(statistic, degrees)};
}

/**
 * Ask whether two samples of words have the same shares, with an honest rate of false alarms on small samples too.
 *
 * Words expected less than once in the smaller sample are counted as one (and, where that is still too few, with the
 * rarest other word), since χ² would take a single one of them for a change. New words are reported by `newLevels`.
 */
export function levelTest(reference: LevelCounts, current: LevelCounts): ChiSquareTest | Undefined {
  const aligned = alignCounts(reference, current);
  return chiSquareTest(...poolRare(aligned.reference, aligned.current));
}

type Pair = readonly [reference: readonly number[], current: readonly number[]];

function poolRare(reference: readonly number[], current: readonly number[]): Pair {
  const n = sum(reference);
  const m = sum(current);
  const both = reference.map((count, place) => count + current[place]!);
  const commonFirst = [...both.keys()].sort((a, b) => both[b]! - both[a]!);
  const isEnough = (size: number) => (size * Math.min(n, m)) / (n + m) >= 1;
  let kept = commonFirst.filter(place => isEnough(both[place]!)).length;
  const pooled = sum(commonFirst.slice(kept).map(place => both[place]!));
  if (pooled > 0 && kept > 0 && !isEnough(pooled)) kept--;
  const pool = (counts: readonly number[]) => [
    ...commonFirst.slice(0, kept).map(place => counts[place]!),
    sum(commonFirst.slice(kept).map(place => counts[place]!)),
  ];
  return [pool(reference), pool(current)];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
