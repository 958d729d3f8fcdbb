import {columnOf, type Matrix, rowOf} from '../matrix.ts';
import {mean} from '../summary.ts';

/** A line through the middle of some rows, and where each of them lies on it. */
export type Line = {
  readonly centers: Float64Array;
  /** Of length 1, or 0 where rows have no direction. */
  readonly direction: Float64Array;
  readonly marks: Float64Array;
  /** No mark is farther than this from where it should be. */
  readonly error: number;
};

/** Where a point lies on a line, and how wrong that may be because of rounding. */
type Projection = {readonly mark: number; readonly error: number};

const ROUNDS = 4;

/**
 * Find about the line on which rows spread most.
 *
 *     d ← (X − mean)ᵀ (X − mean) d, of length 1, four times over;   mark_i = d · (x_i − mean)
 *
 * Any direction gives right answers in a search; the widest one lets it stop soonest, so four rounds will do.
 *
 * @see the power method, G. H. Golub and C. F. Van Loan, "Matrix Computations", 7.3.
 */
export function widestLine(x: Matrix): Line {
  const centers = Float64Array.from({length: x.columns}, (_, column) => mean(columnOf(x, column)));
  let direction = toLengthOne(new Float64Array(x.columns).fill(1));
  for (let round = 0; round < ROUNDS; round++) direction = toLengthOne(pull(x, centers, direction));
  const project = projector({centers, direction});
  const marks = new Float64Array(x.rows);
  let worst = 0;
  for (let row = 0; row < x.rows; row++) {
    const {mark, error} = project(rowOf(x, row));
    marks[row] = mark;
    worst = Math.max(worst, error);
  }
  return {centers, direction, marks, error: worst};
}

/** Make the function that says where a point lies on a line. */
export function projector({
  centers,
  direction,
}: Pick<Line, 'centers' | 'direction'>): (point: Float64Array) => Projection {
  // Twice the bound for a sum of that many products.
  const share = 2 * (centers.length + 2) * Number.EPSILON;
  return point => {
    let mark = 0;
    let size = 0;
    for (let column = 0; column < centers.length; column++) {
      const step = (point[column]! - centers[column]!) * direction[column]!;
      mark += step;
      size += Math.abs(step);
    }
    return {mark, error: share * size};
  };
}

function pull({rows, columns, data}: Matrix, centers: Float64Array, direction: Float64Array): Float64Array {
  const sum = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let mark = 0;
    for (let column = 0; column < columns; column++)
      mark += (data[start + column]! - centers[column]!) * direction[column]!;
    for (let column = 0; column < columns; column++) sum[column]! += mark * (data[start + column]! - centers[column]!);
  }
  return sum;
}

// Values too large to be squared leave no direction: then all marks are 0 and a search looks at every row.
function toLengthOne(direction: Float64Array): Float64Array {
  const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
  return direction.map(value => (length > 0 && Number.isFinite(length) ? value / length : 0));
}
