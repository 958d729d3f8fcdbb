import {preview} from '../../data/explore.ts';
import {requireColumn} from '../../data/require-column.ts';
import {summariseColumn} from '../../data/summary.ts';
import {cellsOf, findColumn, isNumeric, type Table} from '../../data/table.ts';
import {loadTable} from '../../stages/ingestion/load.ts';
import type {Ports} from '../ports.ts';
import {resolveSpec} from '../resolve-spec.ts';
import type {RunRequest} from '../run-spec.ts';

/** The first rows of a table, as they stand in it; a gap is an empty text. */
export type TablePreview = {
  readonly header: readonly string[];
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly total: {readonly rows: number; readonly columns: number};
  readonly target: string | null;
};

/** The values of one column: all of them, and by class where the target has a few. Gaps are left out. */
export type ColumnSample = {
  readonly column: string;
  readonly gaps: number;
  readonly groups: ReadonlyArray<{readonly label: string; readonly values: Float64Array}>;
  readonly all: Float64Array;
  /** How often each word occurs, commonest first; null for a column of numbers. */
  readonly levels: ReadonlyArray<{readonly level: string; readonly count: number}> | null;
};

/** One column in a list of columns to choose from. */
export type ColumnInfo = {
  readonly name: string;
  readonly type: 'number' | 'category' | 'date' | 'text';
  readonly gaps: number;
  readonly distinct: number;
  /** `from 1.2 to 7.9`, or the commonest words. */
  readonly about: string;
};

/** What a source holds, before any step has worked on it. */
export type SourceColumns = {readonly rows: number; readonly rejected: number; readonly columns: readonly ColumnInfo[]};

const mostClasses = 6;

/** Show the first rows of what a pipeline reads. */
export async function previewSource(
  {rows = 5, ...request}: RunRequest & {readonly rows?: number},
  ports: Ports,
): Promise<TablePreview> {
  const {table, target} = await readSource(request, ports);
  const first = await preview(table, rows);
  const columns = first.columns.map(cellsOf);
  return {
    header: table.columns.map(column => column.name),
    rows: Array.from({length: first.rows}, (_, row) => columns.map(cells => cellText(cells[row] ?? null))),
    total: {rows: table.rows, columns: table.columns.length},
    target,
  };
}

/** Show the values of one column. @throws {KnownError} `unknown_column` with the nearest name. */
export async function sampleColumn(
  {column: name, ...request}: RunRequest & {readonly column: string},
  ports: Ports,
): Promise<ColumnSample> {
  const {table, target} = await readSource(request, ports);
  const column = requireColumn(table, name);
  const summary = summariseColumn(column, {top: 12});
  if (!isNumeric(column)) {
    const levels = summary.kind === 'level' ? summary.top : [];
    return {column: name, gaps: summary.gaps, groups: [], all: new Float64Array(), levels};
  }
  const all = column.values.filter(value => !Number.isNaN(value));
  return {column: name, gaps: summary.gaps, groups: byClass(table, target, column.values), all, levels: null};
}

/** List the columns of what a pipeline reads, for choosing a target. */
export async function listColumns(request: RunRequest, ports: Ports): Promise<SourceColumns> {
  const {table, rejected} = await readSource(request, ports);
  const columns = table.columns.map((column): ColumnInfo => {
    const summary = summariseColumn(column, {top: 3});
    const type = column.type === 'encoded' ? 'number' : column.type;
    const {name, gaps} = summary;
    if (summary.kind === 'number') {
      const distinct = isNumeric(column) ? new Set(column.values).size - (gaps > 0 ? 1 : 0) : 0;
      return {name, type, gaps, distinct, about: `from ${summary.min ?? '–'} to ${summary.max ?? '–'}`};
    }
    const about = summary.top.map(({level}) => level).join(', ');
    return {name, type, gaps, distinct: summary.distinct, about: summary.distinct > 3 ? `${about}, …` : about};
  });
  return {rows: table.rows, rejected, columns};
}

/** Read what a pipeline reads, whole and before any step has worked on it. */
export async function readSource(request: RunRequest, ports: Ports) {
  const {ingestion} = resolveSpec(request.spec, ports);
  const snapshot = await ports.readSource(ingestion, request.folder);
  const {table, report} = loadTable(snapshot, {...ingestion, target: null, limit: null});
  return {table, rejected: report.rejected, target: ingestion.target};
}

/** The values of a column for each class of the target; none where the target is a number or has many classes. */
function byClass(table: Table, target: string | null, values: Float64Array): ColumnSample['groups'] {
  const classes = target === null ? undefined : findColumn(table, target);
  if (!classes || isNumeric(classes) || classes.levels.length > mostClasses) return [];
  return classes.levels.map((label, code) => ({
    label,
    values: values.filter((value, row) => classes.codes[row] === code && !Number.isNaN(value)),
  }));
}

function cellText(cell: number | string | null): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(Number(cell.toPrecision(7))) : cell;
}
