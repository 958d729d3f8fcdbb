import {type Column, type Table, takeColumnRows, takeRows} from '../data/table.ts';

/**
 * What flows through the pipeline after the split: the features, the target beside them (null where it is not
 * known, as at prediction), and for each row its place in the table that was loaded.
 */
export type Rows = {
  readonly table: Table;
  readonly target: Column | null;
  readonly index: Int32Array;
};

/** The same rows with other features. */
export function withTable(rows: Rows, table: Table): Rows {
  return {...rows, table};
}

/** The same rows with some columns replaced or added, in the order given. */
export function withColumns(rows: Rows, columns: readonly Column[]): Rows {
  return withTable(rows, {rows: rows.table.rows, columns});
}

/** The chosen rows, features and target together. */
export function takeFlowRows({table, target, index}: Rows, rows: Int32Array): Rows {
  return {
    table: takeRows(table, rows),
    target: target === null ? null : takeColumnRows(target, rows),
    index: Int32Array.from(rows, row => index[row]!),
  };
}
