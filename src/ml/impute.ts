import {byCodePoint, type LevelColumn} from '../data/table.ts';
import {median, sortedValues} from './quantile.ts';
import {mean, mode} from './summary.ts';

/** How a gap in a number column is filled; scikit-learn's `SimpleImputer(strategy)`. */
export type NumberStrategy = 'mean' | 'median' | 'most_frequent' | 'constant';
/** How a gap in a column of words is filled. */
export type LevelStrategy = 'most_frequent' | 'constant';

/**
 * Learn the number that stands for a gap.
 *
 * @param values - one column, n values, gaps NaN.
 * @param constant - the number that `constant` gives; 0 as in scikit-learn.
 * @returns a number in the unit of the column; null where every value is missing and nothing can be learned.
 *   Of several most frequent values the smallest is taken.
 * @see sklearn.impute.SimpleImputer, which drops a column that is all gaps.
 */
export function fitNumberFill(values: Float64Array, strategy: NumberStrategy, constant = 0): number | null {
  const fill = strategy === 'constant' ? constant : measures[strategy](values);
  return Number.isNaN(fill) ? null : fill;
}

const measures = {
  mean,
  most_frequent: mode,
  median: (values: Float64Array) => median(sortedValues(values)),
} as const;

/** Put the learned number into every gap; returns a new column. */
export function fillNumbers(values: Float64Array, fill: number): Float64Array {
  return values.map(value => (Number.isNaN(value) ? fill : value));
}

/**
 * Learn the word that stands for a gap; of several most frequent words the first by code point is taken.
 *
 * @param constant - the word that `constant` gives; `missing_value` as in scikit-learn.
 * @returns null where every value is missing and nothing can be learned.
 */
export function fitLevelFill(
  column: Pick<LevelColumn, 'codes' | 'levels'>,
  strategy: LevelStrategy,
  constant = 'missing_value',
): string | null {
  if (strategy === 'constant') return constant;
  const counts = new Int32Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code]!++;
  const most = counts.reduce((best, count) => Math.max(best, count), 0);
  return most === 0 ? null : column.levels[counts.indexOf(most)]!;
}

/** Put the learned word into every gap; a word the column does not know yet becomes one of its levels. */
export function fillLevels(column: LevelColumn, fill: string): LevelColumn {
  if (!column.codes.includes(-1)) return column;
  const levels = column.levels.includes(fill) ? column.levels : [...column.levels, fill].sort(byCodePoint);
  const fillCode = levels.indexOf(fill);
  const moved = Int32Array.from(column.levels, level => levels.indexOf(level));
  return {...column, levels, codes: column.codes.map(code => moved[code] ?? fillCode)};
}
