import type {KnownError} from '../../errors.ts';
import type {SignatureColumn} from '../../stages/deployment/artifact.ts';
import {type RowObject, rowsOfObjects} from '../../stages/deployment/input-rows.ts';

/** One value that does not fit a model: the row, counted from 1, and the column where they are known. */
export type Misfit = {readonly row: number | null; readonly column: string | null; readonly message: string};

/** List what is wrong with rows that a model refused, value by value. */
export function misfitsOf(
  error: KnownError,
  rows: readonly RowObject[],
  signature: readonly SignatureColumn[],
): readonly Misfit[] {
  if (error.code === 'unknown_column') return missingColumns(rows, signature);
  const problems = error.problems.length > 0 ? error.problems : [error];
  return problems.map(({message, at}) => ({row: at?.row ?? null, column: at?.name ?? null, message}));
}

/** Every column that is missing, with the first row that lacks it. */
function missingColumns(rows: readonly RowObject[], signature: readonly SignatureColumn[]): readonly Misfit[] {
  const input = rowsOfObjects(rows);
  return signature.flatMap(({name}) => {
    const row = input.lacks(name);
    return row < 0 ? [] : [{row: row + 1, column: name, message: `\`${name}\` is missing.`}];
  });
}
