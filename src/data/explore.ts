import {fromFrame, loadDanfo, toFrame} from './frame.ts';
import {requireColumn} from './require-column.ts';
import {isNumeric, type Table, takeRows} from './table.ts';

/** What `describe` says of one column of numbers; `null` where there are too few values to say it. */
export type Description = {
  readonly name: string;
  /** The number of values; gaps do not count. */
  readonly count: number;
  readonly gaps: number;
  readonly mean: number | null;
  /** With the divisor n − 1. */
  readonly std: number | null;
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
};

/** The first rows of a table. */
export async function preview(table: Table, rows = 5): Promise<Table> {
  const first = takeRows(
    table,
    Int32Array.from({length: Math.min(rows, table.rows)}, (_, row) => row),
  );
  // danfojs has no head of 0 rows.
  if (first.rows === 0) return first;
  const frame = await toFrame(first);
  return fromFrame(frame.head(rows), table);
}

/** Describe the columns of numbers. danfojs says NaN for a column with a gap, so it is given the values alone. */
export async function describe(table: Table): Promise<readonly Description[]> {
  const {Series} = await loadDanfo();
  return table.columns.filter(isNumeric).map(({name, values}) => {
    const present = [...values].filter(value => !Number.isNaN(value));
    const [count, gaps] = [present.length, values.length - present.length];
    if (count === 0) return {name, count, gaps, mean: null, std: null, min: null, median: null, max: null};
    const statistics = new Series(present, {dtypes: ['float32']}).describe().values as readonly number[];
    const [, mean, std, min, median, max] = statistics as [number, number, number, number, number, number];
    return {name, count, gaps, mean, std: count < 2 ? null : std, min, median, max};
  });
}

/** Sort rows by one column: words by code point, equal rows as they were, gaps last in both directions. */
export async function sortTable(
  table: Table,
  by: string,
  options: {readonly descending?: boolean} = {},
): Promise<Table> {
  const {Series} = await loadDanfo();
  const column = requireColumn(table, by);
  const values = isNumeric(column) ? column.values : column.codes;
  const isGap = (row: number) => (isNumeric(column) ? Number.isNaN(values[row]!) : values[row]! < 0);
  const rows = Array.from({length: table.rows}, (_, row) => row);
  const present = rows.filter(row => !isGap(row));
  const ascending = !options.descending;
  // danfojs sorts words backwards and loses its way at a NaN, so it is given numbers only. It sorts down and then turns
  // the result round for ascending order; rows are handed over turned round for that, so that equal ones come out forwards.
  const handed = ascending ? present.toReversed() : present;
  const series = new Series(
    handed.map(row => values[row]!),
    {dtypes: ['float32']},
  );
  const order = present.length === 0 ? [] : series.sortValues({ascending}).index.map(place => handed[place]!);
  return takeRows(table, Int32Array.from([...order, ...rows.filter(isGap)]));
}
