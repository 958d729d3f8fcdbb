import {requireColumn} from '../../data/require-column.ts';
import {isNumeric, type NumberColumn, type Table, takeRows} from '../../data/table.ts';
import {KnownError} from '../../errors.ts';
import {correlation} from '../../ml/summary.ts';
import type {Ports} from '../ports.ts';
import type {RunRequest} from '../run-spec.ts';
import {readSource} from './dataset-views.ts';

/** How columns of numbers go together, each with each: Pearson's r from −1 to 1, NaN where a column does not vary. */
export type Correlations = {
  readonly columns: readonly string[];
  readonly values: ReadonlyArray<readonly number[]>;
  /** Columns of numbers that are not among them. */
  readonly left: number;
};

const mostColumns = 8;
/** So many rows, spread evenly over the table, are enough to see a line among them. */
const mostRows = 20_000;

/**
 * Correlate columns of what a pipeline reads: those named, or else the eight that go together most, in the table's order.
 *
 * @throws {KnownError} `unknown_column` with the nearest name, `bad_column` for one that is not numbers.
 */
export async function correlateColumns(
  {columns: names = [], ...request}: RunRequest & {readonly columns?: readonly string[]},
  ports: Ports,
): Promise<Correlations> {
  const {table} = await readSource(request, ports);
  const numeric = spreadEvenly(table).columns.filter(isNumeric);
  const named = names.map(name => numberColumn(table, numeric, name));
  const considered = named.length > 0 ? named : numeric;
  const values = considered.map(one => considered.map(other => correlation(one.values, other.values)));
  const shown = named.length > 0 ? [...named.keys()] : mostTogether(values);
  return {
    columns: shown.map(place => considered[place]!.name),
    values: shown.map(row => shown.map(column => values[row]![column]!)),
    left: numeric.length - shown.length,
  };
}

function spreadEvenly(table: Table): Table {
  if (table.rows <= mostRows) return table;
  const rows = Int32Array.from({length: mostRows}, (_, place) => Math.floor((place * table.rows) / mostRows));
  return takeRows(table, rows);
}

function numberColumn(table: Table, numeric: readonly NumberColumn[], name: string): NumberColumn {
  requireColumn(table, name);
  const found = numeric.find(column => column.name === name);
  if (found) return found;
  throw new KnownError('bad_column', `\`${name}\` is not a column of numbers, so it has no correlation.`, {
    hint: `Name columns of numbers: ${numeric
      .slice(0, 5)
      .map(column => column.name)
      .join(', ')}.`,
    at: {name},
  });
}

/** The places of the columns whose strongest correlation with another is the largest. */
function mostTogether(values: ReadonlyArray<readonly number[]>): readonly number[] {
  const strongest = values.map((line, row) =>
    Math.max(0, ...line.filter((value, column) => column !== row && !Number.isNaN(value)).map(Math.abs)),
  );
  return [...values.keys()]
    .sort((a, b) => strongest[b]! - strongest[a]! || a - b)
    .slice(0, mostColumns)
    .sort((a, b) => a - b);
}
