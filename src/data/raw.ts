import {nameColumns} from './column-names.ts';
import {collectProblems, type DataProblem} from './data-problem.ts';

/**
 * The cells of one column as they were written, before anything decides what they mean.
 *
 * Cell i is `source.slice(starts[i], ends[i])`: two numbers instead of one string per cell.
 * A start of −1 is no value at all (JSON's null); a negative end marks a cell whose quotes are still doubled.
 */
export type RawColumn = {
  readonly name: string;
  readonly source: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
};

/** A table as it was read: whole rows only, with the broken ones listed. CSV, JSON and SQL all come to this form. */
export type RawTable = {
  readonly rows: number;
  readonly columns: readonly RawColumn[];
  /** Where each row came from: its line in a file, or its place in a list. */
  readonly lines: Int32Array;
  /** What `lines` counts. */
  readonly unit: 'line' | 'item' | 'row';
  readonly problems: readonly DataProblem[];
  /** The number of rows left out. */
  readonly rejected: number;
};

/** One value as JSON or a database gives it. */
export type RawValue = string | number | bigint | boolean | null | undefined;

/** The text of one cell with its quotes resolved, or null where there is no value. */
export function rawText(column: RawColumn, row: number): string | null {
  const start = column.starts[row]!;
  if (start < 0) return null;
  const end = column.ends[row]!;
  return end < 0 ? column.source.slice(start, -end).replaceAll('""', '"') : column.source.slice(start, end);
}

/** One row as readable text, to show beside a problem. */
export function rawRowText(raw: RawTable, row: number): string {
  return raw.columns.map(column => rawText(column, row) ?? '').join(',');
}

/** Put values that are already apart (a database's, a list's) into raw form, column by column. */
export function rawFromColumns(
  names: readonly string[],
  columns: ReadonlyArray<readonly RawValue[]>,
  options: {readonly unit: RawTable['unit']; readonly lines?: Int32Array},
): RawTable {
  const problems = collectProblems();
  const rows = columns[0]?.length ?? 0;
  const unique = nameColumns(names, message => problems.add({line: 0, row: names.join(','), message, rejected: false}));
  return {
    rows,
    columns: columns.map((values, index) => rawColumn(unique[index]!, values)),
    lines: options.lines ?? Int32Array.from({length: rows}, (_, row) => row + 1),
    unit: options.unit,
    problems: problems.list(),
    rejected: 0,
  };
}

function rawColumn(name: string, values: readonly RawValue[]): RawColumn {
  const starts = new Int32Array(values.length);
  const ends = new Int32Array(values.length);
  let at = 0;
  const texts = values.map((value, row) => {
    const text = valueText(value);
    starts[row] = text === null ? -1 : at;
    at += text?.length ?? 0;
    ends[row] = at;
    return text ?? '';
  });
  return {name, source: texts.join(''), starts, ends};
}

function valueText(value: RawValue): string | null {
  if (value === null || value === undefined) return null;
  // JSON's 1e999 is already Infinity here; as text it stays a number that is too large, and is reported as such.
  if (value === Number.POSITIVE_INFINITY) return '1e999';
  if (value === Number.NEGATIVE_INFINITY) return '-1e999';
  if (Number.isNaN(value)) return null;
  // A measured number, not an identifier: with an exponent it is read as one.
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 53) return value.toExponential();
  return String(value);
}
