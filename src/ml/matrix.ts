/** A dense matrix, row after row: the value at (i, j) is `data[i * columns + j]`. Never holds NaN when it reaches a model. */
export type Matrix = {
  readonly rows: number;
  readonly columns: number;
  readonly data: Float64Array;
};

/** Make a matrix from rows of equal length. */
export function matrixOf(rows: ReadonlyArray<ArrayLike<number>>, columns = rows[0]?.length ?? 0): Matrix {
  const data = new Float64Array(rows.length * columns);
  rows.forEach((row, index) => {
    data.set(row, index * columns);
  });
  return {rows: rows.length, columns, data};
}

/** One row, as a view that shares the matrix's memory. */
export function rowOf(matrix: Matrix, row: number): Float64Array {
  return matrix.data.subarray(row * matrix.columns, (row + 1) * matrix.columns);
}

/** One column, copied. */
export function columnOf(matrix: Matrix, column: number): Float64Array {
  const values = new Float64Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row++) values[row] = matrix.data[row * matrix.columns + column]!;
  return values;
}

/** The chosen rows, in the order given, copied. */
export function takeMatrixRows(matrix: Matrix, rows: ArrayLike<number>): Matrix {
  const data = new Float64Array(rows.length * matrix.columns);
  for (let index = 0; index < rows.length; index++) data.set(rowOf(matrix, rows[index]!), index * matrix.columns);
  return {rows: rows.length, columns: matrix.columns, data};
}

/** Numbers as JSON holds them, with 0 for −0. `Array.from` does about the same, ten times slower. */
export function listOf(values: Float64Array | Int32Array): readonly number[] {
  const list = new Array<number>(values.length);
  for (let index = 0; index < values.length; index++) list[index] = values[index]! + 0;
  return list;
}
