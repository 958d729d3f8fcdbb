import {isDefined, type Undefined} from '../score.ts';
import {logGamma} from '../special.ts';
import {chiSquareTest} from './chi-square.ts';

/** Gaps among rows. */
export type Gaps = {readonly gaps: number; readonly rows: number};

/** The two shares of gaps, and the chance of shares at least as different where nothing has changed. */
export type MissingTest = {readonly reference: number; readonly current: number; readonly p: number};

/**
 * Ask whether a column has gaps as often as it used to.
 *
 * By χ² (the same as a z test of two shares) where at least five gaps are expected in each sample, else by Fisher's exact
 * test: the sum of the chances of all tables with the same totals that are no likelier than this one.
 *
 * @returns undefined where a sample has no rows.
 * @see scipy.stats.chi2_contingency(correction=False), scipy.stats.fisher_exact
 */
export function missingTest(reference: Gaps, current: Gaps): MissingTest | Undefined {
  const test = chiSquareTest(cells(reference), cells(current));
  if (!isDefined(test)) return test;
  const all = reference.rows + current.rows;
  const gaps = reference.gaps + current.gaps;
  const expected = (Math.min(gaps, all - gaps) * Math.min(reference.rows, current.rows)) / all;
  return {
    reference: reference.gaps / reference.rows,
    current: current.gaps / current.rows,
    p: expected >= 5 ? test.p : fisherExact(reference, current),
  };
}

function cells({gaps, rows}: Gaps): readonly [number, number] {
  return [gaps, rows - gaps];
}

function fisherExact(reference: Gaps, current: Gaps): number {
  const gaps = reference.gaps + current.gaps;
  const least = Math.max(0, gaps - reference.rows);
  const most = Math.min(gaps, current.rows);
  const chance = (k: number) =>
    Math.exp(
      logChoose(current.rows, k) + logChoose(reference.rows, gaps - k) - logChoose(reference.rows + current.rows, gaps),
    );
  // Tables as likely as this one differ from it by rounding alone.
  const own = chance(current.gaps) * (1 + 1e-7);
  let p = 0;
  for (let k = least; k <= most; k++) {
    const other = chance(k);
    if (other <= own) p += other;
  }
  return Math.min(1, p);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}
