import {byCodePoint, type Cell, type Column, cellAt, columnLength} from './table.ts';

/** Rows numbered by the group they belong to; groups are in the order of their values, gaps last. */
export type RowGroups = {
  readonly groupOf: Int32Array;
  /** One row of each group. */
  readonly firstRows: Int32Array;
};

/** Give one number to all rows whose cells in these columns are equal; a gap equals a gap. */
export function groupRows(columns: readonly Column[]): RowGroups {
  const rows = columns[0] ? columnLength(columns[0]) : 0;
  const firstOf = new Map<string, number>();
  const keys = Array.from({length: rows}, (_, row) => {
    const key = keyOfRow(columns, row);
    if (!firstOf.has(key)) firstOf.set(key, row);
    return key;
  });
  const sorted = [...firstOf].sort(([, a], [, b]) => compareRows(columns, a, b));
  const groups = new Map(sorted.map(([key], group) => [key, group]));
  return {
    groupOf: Int32Array.from(keys, key => groups.get(key)!),
    firstRows: Int32Array.from(sorted, ([, row]) => row),
  };
}

/** The cells of one row as a text that no other cells give: unlike a join with a dash, it keeps cells apart. */
export function keyOfRow(columns: readonly Column[], row: number): string {
  return JSON.stringify(columns.map(column => cellAt(column, row)));
}

function compareRows(columns: readonly Column[], a: number, b: number): number {
  for (const column of columns) {
    const order = compareCells(cellAt(column, a), cellAt(column, b));
    if (order !== 0) return order;
  }
  return 0;
}

function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return typeof a === 'number' && typeof b === 'number' ? a - b : byCodePoint(String(a), String(b));
}
