import type {Matrix} from '../matrix.ts';
import {type Line, projector, widestLine} from './widest-line.ts';

export type Metric = 'euclidean' | 'manhattan';

/** The k rows found by one search, nearest first; distances are squared when the metric is euclidean. */
export type Found = {readonly rows: Int32Array; readonly distances: Float64Array};

/** Training rows in the order in which they lie along one line. */
type Sorted = {
  readonly metric: Metric;
  readonly columns: number;
  /** The rows' values, row after row, and infinitely far rows at the end to make the number divisible by 4. */
  readonly points: Float64Array;
  readonly rows: Int32Array;
  /** How far along the line each row lies. */
  readonly marks: Float64Array;
};

/** Rows between two looks at whether the rest is too far along the line. */
const BLOCK = 32;
/** Columns between two looks at whether four rows are already too far. */
const STRIDE = 8;

/**
 * Prepare rows for the search of nearest neighbours.
 *
 * The rows are sorted along the line on which they spread most. A search starts where the point lies on that line and
 * walks both ways; it ends where the line alone is farther than the worst of the k neighbours found so far.
 *
 * @returns a function (point, k) → the k nearest rows, the same as from comparing the point with every row; of equal
 *   distances the earlier row comes first.
 */
export function indexRows(x: Matrix, metric: Metric): (point: Float64Array, k: number) => Found {
  const line = widestLine(x);
  const sorted = sortAlong(x, line, metric);
  const project = projector(line);
  return (point, k) => {
    const found = {rows: new Int32Array(k).fill(x.rows), distances: new Float64Array(k).fill(Infinity)};
    const {mark, error} = project(point);
    searchFrom(sorted, mark, line.error + error, point, found);
    return found;
  };
}

function sortAlong(x: Matrix, line: Line, metric: Metric): Sorted {
  const rows = Int32Array.from({length: x.rows}, (_, row) => row);
  rows.sort((a, b) => line.marks[a]! - line.marks[b]! || a - b);
  const points = new Float64Array(Math.ceil(x.rows / 4) * 4 * x.columns).fill(Infinity);
  rows.forEach((row, place) => {
    points.set(x.data.subarray(row * x.columns, (row + 1) * x.columns), place * x.columns);
  });
  return {metric, columns: x.columns, points, rows, marks: line.marks.map((_, place) => line.marks[rows[place]!]!)};
}

/** Walk up and down the line from a mark, a block of rows at a time, the nearer side first. */
function searchFrom(sorted: Sorted, mark: number, error: number, point: Float64Array, found: Found): void {
  const {marks} = sorted;
  const worst = found.distances.length - 1;
  let up = Math.floor(firstAtLeast(marks, mark) / BLOCK) * BLOCK;
  let down = up - BLOCK;
  while (true) {
    const above = up < marks.length ? marks[up]! - mark : Infinity;
    const below = down >= 0 ? mark - marks[down + BLOCK - 1]! : Infinity;
    // The line is never longer than the true distance, but for rounding.
    const least = Math.max(0, Math.min(above, below) - error);
    if (least === Infinity) return;
    if ((sorted.metric === 'euclidean' ? least * least : least) > found.distances[worst]!) return;
    if (above < below) {
      compareBlock(sorted, up, point, found);
      up += BLOCK;
    } else {
      compareBlock(sorted, down, point, found);
      down -= BLOCK;
    }
  }
}

function firstAtLeast(marks: Float64Array, mark: number): number {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]! < mark) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareBlock(sorted: Sorted, start: number, point: Float64Array, found: Found): void {
  const end = Math.min(start + BLOCK, sorted.rows.length);
  for (let place = start; place < end; place += 4) compareFour(sorted, place, point, found);
}

/**
 * Compare the point with four rows side by side: each sum has to wait for its last addition, four do not wait for each
 * other. The sums run in the order of the columns, so that equal rows are equally far to the last bit.
 */
function compareFour({metric, columns, points, rows}: Sorted, place: number, point: Float64Array, found: Found): void {
  const worst = found.distances[found.distances.length - 1]!;
  const a = place * columns;
  const b = a + columns;
  const c = b + columns;
  const d = c + columns;
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let start = 0; start < columns; start += STRIDE) {
    const end = Math.min(columns, start + STRIDE);
    for (let column = start; column < end; column++) {
      const value = point[column]!;
      const toFirst = points[a + column]! - value;
      const toSecond = points[b + column]! - value;
      const toThird = points[c + column]! - value;
      const toFourth = points[d + column]! - value;
      if (metric === 'euclidean') {
        first += toFirst * toFirst;
        second += toSecond * toSecond;
        third += toThird * toThird;
        fourth += toFourth * toFourth;
      } else {
        first += Math.abs(toFirst);
        second += Math.abs(toSecond);
        third += Math.abs(toThird);
        fourth += Math.abs(toFourth);
      }
    }
    if (first > worst && second > worst && third > worst && fourth > worst) return;
  }
  insert(found, rows[place]!, first);
  if (place + 1 < rows.length) insert(found, rows[place + 1]!, second);
  if (place + 2 < rows.length) insert(found, rows[place + 2]!, third);
  if (place + 3 < rows.length) insert(found, rows[place + 3]!, fourth);
}

/** Put a row at its place among the nearest, by distance, then by row; the farthest one falls out. */
function insert({rows, distances}: Found, row: number, distance: number): void {
  let place = rows.length - 1;
  if (distance > distances[place]! || (distance === distances[place] && row > rows[place]!)) return;
  for (; place > 0; place--) {
    const before = distances[place - 1]!;
    if (before < distance || (before === distance && rows[place - 1]! < row)) break;
    distances[place] = before;
    rows[place] = rows[place - 1]!;
  }
  distances[place] = distance;
  rows[place] = row;
}
