import {Matrix as Dense, SingularValueDecomposition} from 'ml-matrix';
import {columnOf, type Matrix} from '../matrix.ts';
import {mean} from '../summary.ts';

/** A plane through the rows: y ≈ intercept + Σ_j coefficients_j · x_j. */
export type Plane = {readonly coefficients: readonly number[]; readonly intercept: number};

/**
 * Fit a plane to rows, with the shortest coefficients of all that fit equally well.
 *
 *     minimise Σ_i (y_i − b − w · x_i)² + alpha · ‖w‖²
 *     with X − mean = U S Vᵀ:   w = V · diag(s / (s² + alpha)) · Uᵀ · (y − mean)
 *
 * Directions in which the rows do not differ (s ≤ ε · max(n, p) · the largest s) get nothing: so columns that repeat
 * each other, or outnumber the rows, share their weight.
 *
 * @param x - n rows × p columns.
 * @see G. H. Golub and C. F. Van Loan, "Matrix Computations", 5.5; scipy.linalg.lstsq gives the same plane.
 */
export function fitPlane(x: Matrix, y: Float64Array, alpha: number, withIntercept: boolean): Plane {
  const columns = Array.from({length: x.columns}, (_, column) => columnOf(x, column));
  const centers = columns.map(column => (withIntercept ? mean(column) : 0));
  const level = withIntercept ? mean(y) : 0;
  for (const [index, column] of columns.entries()) subtract(column, centers[index]!);
  const target = y.slice();
  subtract(target, level);
  if (x.rows > x.columns) triangularise(columns, target);
  const coefficients = solve(columns, target, Math.min(x.rows, x.columns), alpha, Math.max(x.rows, x.columns));
  const intercept = coefficients.reduce((sum, weight, index) => sum - weight * centers[index]!, level);
  return {coefficients, intercept};
}

/**
 * Turn n rows into as many as there are columns, in place, without changing any fit: the rows are rotated until all
 * below the diagonal are 0 (Householder), and the target with them.
 */
function triangularise(columns: readonly Float64Array[], target: Float64Array): void {
  columns.forEach((column, top) => {
    const mirror = column.subarray(top);
    const length = Math.sqrt(dot(mirror, mirror));
    if (length === 0) return;
    const diagonal = mirror[0]! > 0 ? -length : length;
    mirror[0]! -= diagonal;
    const half = dot(mirror, mirror) / 2;
    for (const other of [...columns.slice(top + 1), target]) {
      const below = other.subarray(top);
      const share = dot(mirror, below) / half;
      for (let row = 0; row < below.length; row++) below[row]! -= share * mirror[row]!;
    }
    mirror.fill(0);
    mirror[0] = diagonal;
  });
}

function solve(
  columns: readonly Float64Array[],
  target: Float64Array,
  rows: number,
  alpha: number,
  longest: number,
): readonly number[] {
  const dense = new Dense(Array.from({length: rows}, (_, row) => columns.map(column => column[row]!)));
  const parts = new SingularValueDecomposition(dense, {autoTranspose: true});
  const [left, right] = [parts.leftSingularVectors, parts.rightSingularVectors];
  const least = Number.EPSILON * longest * Math.max(...parts.diagonal);
  const weights = columns.map(() => 0);
  parts.diagonal.forEach((size, part) => {
    if (size <= least) return;
    let share = 0;
    for (let row = 0; row < rows; row++) share += left.get(row, part) * target[row]!;
    share *= size / (size * size + alpha);
    for (let column = 0; column < weights.length; column++) weights[column]! += share * right.get(column, part);
  });
  return weights;
}

function subtract(values: Float64Array, amount: number): void {
  for (let index = 0; index < values.length; index++) values[index]! -= amount;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index]! * b[index]!;
  return sum;
}
