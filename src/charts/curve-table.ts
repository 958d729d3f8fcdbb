import type {ChartTable} from './chart.ts';
import {formatNumber} from './number.ts';

const mostRows = 20;

/** The values of curves as a table; of a long curve some rows, evenly spaced, always with the first and the last. */
export function curveTable(header: readonly string[], columns: ReadonlyArray<readonly number[]>): ChartTable {
  const length = Math.max(0, ...columns.map(column => column.length));
  const rows = evenly(length, mostRows).map(row => columns.map(column => formatNumber(column[row] ?? Number.NaN)));
  return {header, rows};
}

/** Up to `most` whole numbers from 0 to `length` − 1, evenly spaced, with both ends. */
export function evenly(length: number, most: number): readonly number[] {
  const count = Math.min(length, most);
  return Array.from({length: count}, (_, index) => Math.round((index * (length - 1)) / Math.max(1, count - 1)));
}
