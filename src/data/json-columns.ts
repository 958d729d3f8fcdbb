import {type RawTable, type RawValue, rawFromColumns} from './raw.ts';

type JsonColumns = {
  readonly columns: readonly string[];
  readonly values: ReadonlyArray<readonly RawValue[]>;
};

/**
 * Write columns of values, such as a database's answer, as JSON. Unlike a list of objects it keeps the order of columns
 * called `2020` and two columns of one name. A whole number too long for a double is written as text, digit by digit.
 */
export function formatJsonColumns(names: readonly string[], columns: ReadonlyArray<readonly RawValue[]>): string {
  return JSON.stringify({columns: names, values: columns.map(column => column.map(jsonValue))});
}

/** Read what `formatJsonColumns` wrote. */
export function parseJsonColumns(text: string, options: {readonly limit?: number} = {}): RawTable {
  const {columns, values} = JSON.parse(text) as JsonColumns;
  return rawFromColumns(
    columns,
    values.map(column => column.slice(0, options.limit)),
    {unit: 'row'},
  );
}

function jsonValue(value: RawValue): Exclude<RawValue, bigint> {
  // JSON has no infinity; as a number too large it is reported like one.
  if (typeof value === 'number' && !Number.isFinite(value)) return value > 0 ? '1e999' : '-1e999';
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}
