import {KnownError} from '../../errors.ts';
import {columnOf, type Matrix} from '../matrix.ts';

/** Training rows laid out for growing trees: one array per column, and the rows in the order of each. */
export type TreeRows = {
  readonly rows: number;
  /** Rounded to single precision, as scikit-learn's trees do. */
  readonly values: readonly Float32Array[];
  /** All rows in ascending order of the column; equal values stay in row order. */
  readonly order: readonly Int32Array[];
};

/** What a tree learns: a class code per row, or a number per row when `classes` is 0. */
export type TreeTargets = {
  readonly classes: number;
  readonly codes: Int32Array;
  /** Without their mean, which is `offset`: small sums lose fewer digits. */
  readonly numbers: Float64Array;
  readonly offset: number;
};

const MOST_ROWS = 2 ** 21;

/**
 * Lay out rows for growing trees; the trees of a forest share them.
 *
 * @throws {KnownError} `too_large` above 2 097 152 rows.
 */
export function sortColumns(x: Matrix): TreeRows {
  if (x.rows > MOST_ROWS) {
    throw new KnownError('too_large', `A tree takes at most ${MOST_ROWS} training rows, and there are ${x.rows}.`, {
      hint: 'Set `ingestion.limit` to learn from fewer rows.',
    });
  }
  const values = Array.from({length: x.columns}, (_, column) => Float32Array.from(columnOf(x, column)));
  return {rows: x.rows, values, order: values.map(sortedRows)};
}

/** Class codes as a tree's targets. */
export function codeTargets(codes: Int32Array, classes: number): TreeTargets {
  return {classes, codes, numbers: new Float64Array(0), offset: 0};
}

/** Numbers as a tree's targets. */
export function numberTargets(numbers: Float64Array): TreeTargets {
  const offset = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  return {classes: 0, codes: new Int32Array(0), numbers: numbers.map(value => value - offset), offset};
}

/**
 * The rows in ascending order of their values.
 *
 * One double holds the 32 bits of a value and the 21 of its row, so that the native sort, many times faster than one
 * that calls a comparison, sorts both at once.
 */
function sortedRows(values: Float32Array): Int32Array {
  // Adding 0 turns −0, whose bits differ, into 0.
  const bits = new Int32Array(values.map(value => value + 0).buffer);
  const keys = new Float64Array(values.length);
  for (let row = 0; row < keys.length; row++) {
    const bit = bits[row]!;
    // The bits of negative numbers rise as the numbers fall.
    keys[row] = (bit < 0 ? ~bit : bit + 2 ** 31) * MOST_ROWS + row;
  }
  return Int32Array.from(keys.sort(), key => key % MOST_ROWS);
}
