import {type RawColumn, type RawTable, rawText} from '../../data/raw.ts';
import {KnownError} from '../../errors.ts';
import {readSnapshot} from '../../stages/ingestion/read-snapshot.ts';
import type {IngestionSettings} from '../../stages/ingestion/settings.ts';
import type {BatchFile, Ports} from '../ports.ts';

/** A batch of new rows as it came in, every value still as it was written. */
export type RawBatch = {
  readonly name: string;
  /** null where the file cannot be read at all, and `problem` says why. */
  readonly raw: RawTable | null;
  readonly problem: string | null;
  /** It was cut from the table of the dataset itself, so that the model may have learned from some of its rows. */
  readonly isFromTable: boolean;
};

/** Where batches come from: a folder, or a bundled dataset. */
export type BatchSource = {
  readonly folder: string;
  readonly batches?: string | undefined;
  readonly dataset: string | null;
};

/**
 * Open the batches that a person names, or else those of the dataset: its own table cut by month, then the later months.
 *
 * @throws {KnownError} `missing_file` when there is no such folder, `bad_usage` when there are no batches.
 */
export function openBatches(
  {folder, batches, dataset}: BatchSource,
  ingestion: IngestionSettings,
  ports: Pick<Ports, 'batches' | 'datasets'>,
): readonly RawBatch[] {
  const settings = {...ingestion, delimiter: 'auto', limit: null};
  if (batches !== undefined) return ports.batches({folder: batches}, folder).map(file => openBatch(file, settings));
  const later = dataset === null ? [] : ports.batches({dataset}, folder).map(file => openBatch(file, settings));
  if (later.length === 0) throw noBatches(dataset);
  const bytes = ports.datasets.read(dataset!);
  const table = readSnapshot({format: 'csv', bytes, origin: `${dataset} (bundled)`}, settings);
  return [...cutByClock(table, later), ...later];
}

function openBatch({name, read}: BatchFile, settings: IngestionSettings): RawBatch {
  try {
    const raw = readSnapshot({format: 'csv', bytes: read(), origin: name}, settings);
    return {name, raw, problem: null, isFromTable: false};
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return {name, raw: null, problem: error.message, isFromTable: false};
  }
}

/** The rows of a raw table, in the order given. */
export function takeRawRows(raw: RawTable, rows: ArrayLike<number>): RawTable {
  const pick = (values: Int32Array) => Int32Array.from(rows, row => values[row]!);
  const columns = raw.columns.map(column => ({...column, starts: pick(column.starts), ends: pick(column.ends)}));
  return {...raw, rows: rows.length, columns, lines: pick(raw.lines)};
}

/**
 * Cut a table into batches like those that came later, by the column that tells them apart: each later batch holds one
 * value of it, and the rows of the table are sorted by it. No batch, where there is no such column.
 */
function cutByClock(table: RawTable, later: readonly RawBatch[]): readonly RawBatch[] {
  const [first] = later;
  const clock = table.columns.find(
    column => isSorted(column, table.rows) && later.every(batch => isOneValue(batch, column.name)),
  );
  if (!clock || !first) return [];
  const places = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const value = rawText(clock, row) ?? '';
    const known = places.get(value);
    if (known) known.push(row);
    else places.set(value, [row]);
  }
  return [...places].map(([value, rows]) => {
    const name = first.name.replace(/\d+(?=\D*$)/, digits => value.padStart(digits.length, '0'));
    return {name, raw: takeRawRows(table, rows), problem: null, isFromTable: true};
  });
}

function isSorted(column: RawColumn, rows: number): boolean {
  const valueAt = (row: number) => Number(rawText(column, row) || Number.NaN);
  for (let row = 1; row < rows; row++) if (!(valueAt(row) >= valueAt(row - 1))) return false;
  return true;
}

function isOneValue({raw}: RawBatch, name: string): boolean {
  const column = raw?.columns.find(candidate => candidate.name === name);
  if (!raw || !column || raw.rows === 0) return false;
  const first = rawText(column, 0);
  for (let row = 1; row < raw.rows; row++) if (rawText(column, row) !== first) return false;
  return true;
}

function noBatches(dataset: string | null): KnownError {
  const message =
    dataset === null ? 'There are no batches to look at.' : `The dataset ${dataset} has no batches of later rows.`;
  return new KnownError('bad_usage', message, {
    hint: 'Name a folder with one CSV file for each batch: --batches DIR. The dataset subscriptions brings its own.',
  });
}
