import {type Cell, type ColumnType, cellAt, countGaps, type Table} from '../data/table.ts';
import {decodeValue} from '../engine/encode.ts';
import type {StepRecord, StepStatus} from '../engine/run-record.ts';
import type {Json, Value} from '../engine/value.ts';
import {KnownError} from '../errors.ts';
import type {Rows} from '../stages/rows.ts';
import type {Warning} from '../stages/stage.ts';
import type {Ports} from './ports.ts';
import {findRun} from './runs-find.ts';

/** Which step of which run to look at, and how many rows of its tables to show. */
export type StepRequest = {readonly run: string; readonly step: string; readonly rows?: number};

/** A few rows of a table, with the cells marked that a step made or changed. */
export type TablePreview = {
  readonly columns: ReadonlyArray<{readonly name: string; readonly type: ColumnType; readonly isNew: boolean}>;
  readonly rows: ReadonlyArray<{
    /** Its number in the table that was loaded, from 1. */
    readonly row: number;
    readonly cells: readonly Cell[];
    readonly changed: readonly boolean[];
  }>;
  /** How many rows there are in all. */
  readonly of: number;
};

/** A finished step as a person looks at it: what it received, what it learned, what it produced, in figures. */
export type StepShown = {
  readonly step: string;
  readonly stage: string;
  readonly status: StepStatus;
  readonly reason: string;
  readonly params: Json;
  /** The training rows before the step; null where it reads no table, or the table is no longer stored. */
  readonly received: TablePreview | null;
  readonly learned: readonly string[];
  /** The training rows after it; null where it makes no table. */
  readonly produced: TablePreview | null;
  /** Columns that end in this step. */
  readonly gone: readonly string[];
  readonly figures: {
    readonly ms: number;
    readonly rows: readonly [number, number] | null;
    readonly columns: readonly [number, number] | null;
    /** Empty cells of the training rows, before and after. */
    readonly gaps: readonly [number, number] | null;
    /** How many cells of columns that were there before have another value now. */
    readonly changed: number | null;
  };
  readonly warnings: readonly Warning[];
};

type View = Pick<Rows, 'table' | 'index'>;

/**
 * Look at one step of a finished run.
 *
 * @throws {KnownError} `unknown_run`, or `bad_usage` when the run has no such step.
 */
export async function viewStep({run, step, rows = 5}: StepRequest, ports: Ports): Promise<StepShown> {
  const {steps} = findRun(run, ports.runs);
  const record = steps.find(({id}) => id === step);
  if (!record) throw noSuchStep(step, steps);
  const {stage, status, reason, params, ms} = record;
  const before = viewOf(read(Object.values(record.inputs)[0] ?? null, ports));
  const after = viewOf(read(record.output, ports));
  const report = (record.report ?? {}) as unknown as Report;
  const marks = before && after ? compare(before, after) : null;
  const shown = after ? chooseRows(after, marks, rows) : [];
  const names = new Set(after?.table.columns.map(({name}) => name));
  return {
    step,
    stage,
    status,
    reason,
    params,
    received: before && preview(before, null, after ? placesIn(before, after, shown) : firstPlaces(before, rows)),
    learned: report.learned ?? [],
    produced: after && preview(after, marks, shown),
    gone: before && after ? before.table.columns.map(({name}) => name).filter(name => !names.has(name)) : [],
    figures: {
      ms,
      rows: report.rows ?? null,
      columns: report.columns ?? null,
      gaps: before && after ? [gapsIn(before.table), gapsIn(after.table)] : null,
      changed: marks && countChanged(marks),
    },
    warnings: report.warnings ?? [],
  };
}

type Report = {
  readonly learned?: readonly string[];
  readonly rows?: readonly [number, number];
  readonly columns?: readonly [number, number];
  readonly warnings?: readonly Warning[];
};

function read(hash: string | null, {store}: Ports): Value | undefined {
  const bytes = hash === null ? undefined : store.readObject(hash);
  return bytes && decodeValue(bytes);
}

/** The training rows in an output: of a table all of them, of two parts the first; a model or a score has none. */
function viewOf(value: Value | undefined): View | null {
  const {parts, columns} = (value ?? {}) as {parts?: {train: Rows}; columns?: unknown};
  if (parts) return parts.train;
  if (!columns) return null;
  const table = value as unknown as Table;
  return {table, index: Int32Array.from({length: table.rows}, (_, row) => row)};
}

/** For each column, whether it is new, and 1 for every row whose value the step made or changed. */
type Mark = {readonly isNew: boolean; readonly changed: Uint8Array};

function compare(before: View, after: View): readonly Mark[] {
  const placeBefore = placesOf(before);
  const from = Int32Array.from(after.index, row => placeBefore.get(row) ?? -1);
  return after.table.columns.map(column => {
    const old = before.table.columns.find(({name}) => name === column.name);
    const isChanged = (place: number) =>
      old === undefined || (from[place]! >= 0 && cellAt(old, from[place]!) !== cellAt(column, place));
    return {isNew: old === undefined, changed: Uint8Array.from(after.index, (_, place) => (isChanged(place) ? 1 : 0))};
  });
}

function countChanged(marks: readonly Mark[]): number {
  const counts = marks.map(({isNew, changed}) => (isNew ? 0 : changed.reduce((sum, mark) => sum + mark, 0)));
  return counts.reduce((sum, cells) => sum + cells, 0);
}

/** Rows in which something changed are worth more than the first ones; with nothing to choose they are the first. */
function chooseRows({index}: View, marks: readonly Mark[] | null, most: number): readonly number[] {
  const changing = (marks ?? []).filter(({isNew}) => !isNew);
  const touched = new Set<number>();
  for (let place = 0; place < index.length && touched.size < most; place++) {
    if (changing.some(({changed}) => changed[place] === 1)) touched.add(place);
  }
  for (let place = 0; place < index.length && touched.size < most; place++) touched.add(place);
  return [...touched].sort((a, b) => a - b);
}

function firstPlaces({index}: View, most: number): readonly number[] {
  return Array.from({length: Math.min(most, index.length)}, (_, place) => place);
}

function placesIn(before: View, after: View, shown: readonly number[]): readonly number[] {
  const placeBefore = placesOf(before);
  return shown.flatMap(place => placeBefore.get(after.index[place]!) ?? []);
}

function placesOf({index}: View): ReadonlyMap<number, number> {
  return new Map(Array.from(index, (row, place) => [row, place]));
}

function preview({table, index}: View, marks: readonly Mark[] | null, places: readonly number[]): TablePreview {
  const markOf = (column: number) => marks?.[column] ?? {isNew: false, changed: new Uint8Array()};
  return {
    columns: table.columns.map(({name, type}, column) => ({name, type, isNew: markOf(column).isNew})),
    rows: places.map(place => ({
      row: index[place]! + 1,
      cells: table.columns.map(column => cellAt(column, place)),
      changed: table.columns.map((_, column) => markOf(column).changed[place] === 1),
    })),
    of: table.rows,
  };
}

function gapsIn({columns}: Table): number {
  return columns.reduce((sum, column) => sum + countGaps(column), 0);
}

function noSuchStep(step: string, steps: readonly StepRecord[]): KnownError {
  return new KnownError('bad_usage', `That run has no step \`${step}\`.`, {
    hint: `Its steps are ${steps.map(({id}) => id).join(', ')}.`,
    at: {name: step},
  });
}
