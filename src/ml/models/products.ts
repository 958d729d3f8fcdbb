import type {Matrix} from '../matrix.ts';

/**
 * Multiply every row with one list of weights.
 *
 *     out_i = Σ_j x_ij w_j
 *
 * Four rows are summed side by side: each sum has to wait for its last addition, four do not wait for each other.
 */
export function weighRows(x: Matrix, weights: Float64Array, out: Float64Array): void {
  const {rows, columns, data} = x;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const a = row * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let column = 0; column < columns; column++) {
      const weight = weights[column]!;
      first += weight * data[a + column]!;
      second += weight * data[b + column]!;
      third += weight * data[c + column]!;
      fourth += weight * data[d + column]!;
    }
    out[row] = first;
    out[row + 1] = second;
    out[row + 2] = third;
    out[row + 3] = fourth;
  }
  for (; row < rows; row++) {
    let sum = 0;
    for (let column = 0; column < columns; column++) sum += weights[column]! * data[row * columns + column]!;
    out[row] = sum;
  }
}

/**
 * Add up the rows, each multiplied with its share.
 *
 *     out_j += Σ_i s_i x_ij
 */
export function addRows(x: Matrix, shares: Float64Array, out: Float64Array): void {
  const {rows, columns, data} = x;
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const a = row * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    const first = shares[row]!;
    const second = shares[row + 1]!;
    const third = shares[row + 2]!;
    const fourth = shares[row + 3]!;
    for (let column = 0; column < columns; column++) {
      out[column]! +=
        first * data[a + column]! +
        second * data[b + column]! +
        (third * data[c + column]! + fourth * data[d + column]!);
    }
  }
  for (; row < rows; row++) {
    for (let column = 0; column < columns; column++) out[column]! += shares[row]! * data[row * columns + column]!;
  }
}

/**
 * Multiply the columns with each other, row by row, each row with its share.
 *
 *     out_jk = Σ_i s_i x_ij x_ik   for k ≤ j
 *
 * @returns columns × columns; the other half is the same mirrored, and left 0.
 */
export function multiplyColumns(x: Matrix, shares: Float64Array): Float64Array {
  const {rows, columns, data} = x;
  const out = new Float64Array(columns * columns);
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const a = row * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    for (let j = 0; j < columns; j++) {
      const first = shares[row]! * data[a + j]!;
      const second = shares[row + 1]! * data[b + j]!;
      const third = shares[row + 2]! * data[c + j]!;
      const fourth = shares[row + 3]! * data[d + j]!;
      const to = j * columns;
      for (let k = 0; k <= j; k++) {
        out[to + k]! += first * data[a + k]! + second * data[b + k]! + (third * data[c + k]! + fourth * data[d + k]!);
      }
    }
  }
  for (; row < rows; row++) {
    for (let j = 0; j < columns; j++) {
      const share = shares[row]! * data[row * columns + j]!;
      for (let k = 0; k <= j; k++) out[j * columns + k]! += share * data[row * columns + k]!;
    }
  }
  return out;
}
