import {isNumeric, type Table} from '../../data/table.ts';
import {KnownError} from '../../errors.ts';
import type {Matrix} from '../../ml/matrix.ts';

/**
 * The features as the matrix a model takes, row after row.
 *
 * @throws {KnownError} `missing_value` when a gap is left, `bad_column` when a column is not numbers yet.
 */
export function toMatrix(table: Table): Matrix {
  const data = new Float64Array(table.rows * table.columns.length);
  table.columns.forEach((column, place) => {
    if (!isNumeric(column)) throw notNumeric(column.name);
    for (let row = 0; row < table.rows; row++) {
      const value = column.values[row]!;
      if (Number.isNaN(value)) throw hasGap(column.name, row);
      data[row * table.columns.length + place] = value;
    }
  });
  return {rows: table.rows, columns: table.columns.length, data};
}

function notNumeric(name: string): KnownError {
  return new KnownError('bad_column', `Column \`${name}\` is not numbers, and models take numbers only.`, {
    hint: 'Encode it with `preprocessing.encode`, or leave it out with `ingestion.drop`.',
    at: {name},
  });
}

function hasGap(name: string, row: number): KnownError {
  return new KnownError('missing_value', `Column \`${name}\` still has a gap, and models take none.`, {
    hint: 'Fill it with `preprocessing.impute_numeric`, or leave such rows out with `impute_numeric: drop_rows`.',
    at: {name, row: row + 1},
  });
}
