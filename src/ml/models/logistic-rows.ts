import {columnOf, type Matrix} from '../matrix.ts';
import type {ClassificationRows} from '../model.ts';
import {mean} from '../summary.ts';
import {severalClasses} from './check-rows.ts';

/** Rows on a scale that suits the search, and everything else that the loss depends on. */
export type LossRows = {
  /** Rows × d: the scaled features, and a column of ones last if there is an intercept. */
  readonly z: Matrix;
  /** The classes that occur, renumbered 0 … classes − 1. */
  readonly y: Int32Array;
  readonly present: readonly number[];
  /** How many lists of d weights are searched: one for two classes, else one per class. */
  readonly borders: number;
  /** One weight per row, summing to 1. */
  readonly shares: Float64Array;
  /** What each squared weight of a column costs; nothing for the ones. */
  readonly penalties: Float64Array;
  readonly scale: Scale;
};

/** How features are put on one scale: z = (x − center) / spread. */
type Scale = {readonly centers: Float64Array; readonly spreads: Float64Array};

/**
 * Prepare rows for the search of the lowest loss.
 *
 * The scale is chosen so that the loss curves about equally in all directions; its lowest point stays the same. Along
 * a weight the curvature is at most ¼ · mean of (x − center)² + penalty, hence spread² = mean square + 4 · penalty.
 *
 * @param C - as in scikit-learn; null for no penalty.
 * @throws {KnownError} `bad_target` when all rows have one class.
 */
export function prepareRows({x, y, weights}: ClassificationRows, C: number | null, intercept: boolean): LossRows {
  const present = severalClasses(y);
  const total = weights ? weights.reduce((sum, weight) => sum + weight, 0) : x.rows;
  const penalty = C === null ? 0 : 1 / (C * total);
  const scale = measure(x, penalty, intercept);
  const penalties = new Float64Array(x.columns + (intercept ? 1 : 0));
  scale.spreads.forEach((spread, column) => {
    penalties[column] = penalty / spread ** 2;
  });
  return {
    z: {rows: x.rows, columns: penalties.length, data: rescale(x, scale, intercept)},
    y: y.map(code => present.indexOf(code)),
    present,
    borders: present.length === 2 ? 1 : present.length,
    shares: weights ? weights.map(weight => weight / total) : new Float64Array(x.rows).fill(1 / total),
    penalties,
    scale,
  };
}

/** Bring the weights that were found back to the features' own units. */
export function inOwnUnits(point: Float64Array, {borders, z, scale}: LossRows) {
  const coefficients: number[][] = [];
  const intercepts: number[] = [];
  for (let border = 0; border < borders; border++) {
    const found = point.subarray(border * z.columns, (border + 1) * z.columns);
    const weights = Array.from(scale.spreads, (spread, column) => found[column]! / spread);
    coefficients.push(weights);
    const start = found[weights.length] ?? 0;
    intercepts.push(weights.reduce((sum, weight, column) => sum - weight * scale.centers[column]!, start));
  }
  return {coefficients, intercepts};
}

function measure(x: Matrix, penalty: number, intercept: boolean): Scale {
  const centers = new Float64Array(x.columns);
  const spreads = new Float64Array(x.columns);
  for (let column = 0; column < x.columns; column++) {
    const values = columnOf(x, column);
    const center = intercept ? mean(values) : 0;
    let squares = 0;
    for (let row = 0; row < values.length; row++) squares += (values[row]! - center) ** 2;
    centers[column] = center;
    spreads[column] = Math.sqrt(squares / x.rows + 4 * penalty) || 1;
  }
  return {centers, spreads};
}

function rescale({rows, columns, data}: Matrix, {centers, spreads}: Scale, intercept: boolean): Float64Array {
  const width = columns + (intercept ? 1 : 0);
  const z = new Float64Array(rows * width).fill(1);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      z[row * width + column] = (data[row * columns + column]! - centers[column]!) / spreads[column]!;
    }
  }
  return z;
}
