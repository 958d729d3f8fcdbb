import {KnownError} from '../../errors.ts';
import type {Matrix} from '../matrix.ts';

/**
 * Refuse rows that no model can learn from.
 *
 * @throws {KnownError} `empty_table` without rows, `cannot_fit` without features, `missing_value` at the first gap.
 */
export function checkTrainingRows(x: Matrix): void {
  if (x.rows === 0) {
    throw new KnownError('empty_table', 'There are no rows to learn from.', {
      hint: 'Check the filters and the split before the training stage: at least one row must reach the model.',
    });
  }
  if (x.columns === 0) {
    throw new KnownError('cannot_fit', 'There is no feature to learn from.', {
      hint: 'Keep at least one column besides the target, or select fewer columns away.',
    });
  }
  checkNumbers(x);
}

/**
 * Refuse rows that do not look like the rows the model learned from.
 *
 * @throws {KnownError} `bad_row` for another number of features, `missing_value` at the first gap.
 */
export function checkRowsToPredict(x: Matrix, features: number): void {
  if (x.columns !== features) {
    throw new KnownError('bad_row', `The model learned from ${features} features, but these rows have ${x.columns}.`, {
      hint: 'Give the model rows that went through the same preprocessing as its training rows.',
    });
  }
  checkNumbers(x);
}

/**
 * Refuse a target that has gaps.
 *
 * @throws {KnownError} `bad_target` at the first value that is no finite number.
 */
export function checkNumericTarget(y: Float64Array): void {
  const row = y.findIndex(value => !Number.isFinite(value));
  if (row < 0) return;
  throw new KnownError('bad_target', `The target of row ${row + 1} is missing or not a finite number.`, {
    hint: 'Drop the rows without a target before training.',
    at: {row: row + 1},
  });
}

/**
 * The class codes that occur, in ascending order, for a model that draws a border and so needs two of them.
 *
 * @throws {KnownError} `bad_target` when all rows have one class.
 */
export function severalClasses(y: Int32Array): readonly number[] {
  const present = [...new Set(y)].sort((a, b) => a - b);
  if (present.length >= 2) return present;
  throw new KnownError('bad_target', 'All training rows have the same class, so there is no border to learn.', {
    hint: 'Check the target column and the split, or use the model `dummy`, which needs one class only.',
  });
}

// Rows and features are counted from 1 here, as people count them.
function checkNumbers(x: Matrix): void {
  const {columns, data} = x;
  for (let index = 0; index < data.length; index++) {
    if (Number.isFinite(data[index])) continue;
    const row = Math.floor(index / columns) + 1;
    const column = (index % columns) + 1;
    const what = Number.isNaN(data[index]) ? 'is missing' : 'is not a finite number';
    throw new KnownError('missing_value', `Feature ${column} of row ${row} ${what}, and a model only takes numbers.`, {
      hint: 'Fill the gaps in the preprocessing stage, before the model sees the rows.',
      at: {row, column},
    });
  }
}
