import type {RawTable} from '../../data/raw.ts';
import {KnownError} from '../../errors.ts';
import type {FittedPipeline} from '../../stages/deployment/fitted-pipeline.ts';
import {type InputRows, rowsOfFile} from '../../stages/deployment/input-rows.ts';

/** A row that the model cannot take, and why. */
export type RefusedRow = {readonly row: number; readonly line: number; readonly message: string};

/** Which rows of a batch the model can take. */
export type UsableRows = {readonly rows: readonly number[]; readonly refused: readonly RefusedRow[]};

/**
 * Sort the rows of a batch into those that fit the signature of a model and those that do not. The check refuses a whole
 * table for one wrong value, so it is asked about halves until each half is wholly right or a single row.
 *
 * @throws {KnownError} `unknown_column` when the batch lacks a column of the signature.
 */
export function usableRows(raw: RawTable, {check}: FittedPipeline): UsableRows {
  const input = rowsOfFile(raw);
  const rows: number[] = [];
  const refused: RefusedRow[] = [];
  const sort = (from: number, to: number): void => {
    const message = whyRefused(someRows(input, from, to), check);
    if (message === null) for (let row = from; row < to; row++) rows.push(row);
    else if (to - from === 1) refused.push({row: from, line: raw.lines[from]!, message});
    else {
      const middle = (from + to) >> 1;
      sort(from, middle);
      sort(middle, to);
    }
  };
  sort(0, raw.rows);
  return {rows, refused};
}

function whyRefused(input: InputRows, check: FittedPipeline['check']): string | null {
  try {
    check(input);
    return null;
  } catch (error) {
    if (error instanceof KnownError && error.code === 'bad_row') return error.problems[0]?.message ?? error.message;
    throw error;
  }
}

function someRows(input: InputRows, from: number, to: number): InputRows {
  return {
    ...input,
    rows: to - from,
    column: name => {
      const value = input.column(name);
      return row => value(from + row);
    },
    place: row => input.place(from + row),
  };
}
