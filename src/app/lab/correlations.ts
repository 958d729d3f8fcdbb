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
/** Of a wider table only the first columns are compared: each is compared with each. */
const mostCompared = 300;
/** So many rows, spread evenly over the table, are enough to see a line among them; the more columns, the fewer rows. */
const mostRows = 20_000;
const mostCells = 5e7;

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
  const numeric = table.columns.filter(isNumeric);
  const named = names.map(name => numberColumn(table, numeric, name));
  const considered = spreadEvenly(table.rows, named.length > 0 ? named : numeric.slice(0, mostCompared));
  const values = correlateAll(considered);
  const shown = named.length > 0 ? [...named.keys()] : mostTogether(values);
  return {
    columns: shown.map(place => considered[place]!.name),
    values: shown.map(row => shown.map(column => values[row]![column]!)),
    left: numeric.length - shown.length,
  };
}

function spreadEvenly(rows: number, columns: readonly NumberColumn[]): readonly NumberColumn[] {
  const most = Math.min(mostRows, Math.floor(mostCells / columns.length ** 2));
  if (rows <= most) return columns;
  const places = Int32Array.from({length: most}, (_, place) => Math.floor((place * rows) / most));
  return takeRows({rows, columns}, places).columns.filter(isNumeric);
}

/** Each with each; of a pair and its mirror image one is computed. */
function correlateAll(columns: readonly NumberColumn[]): ReadonlyArray<readonly number[]> {
  const half = columns.map((one, row) => columns.slice(0, row + 1).map(other => correlation(one.values, other.values)));
  return columns.map((_, row) => columns.map((_, column) => half[Math.max(row, column)]![Math.min(row, column)]!));
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
