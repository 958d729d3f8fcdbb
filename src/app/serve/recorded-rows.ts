import {nameColumns} from '../../data/column-names.ts';
import {formatCsv} from '../../data/format-csv.ts';
import {makeLevels, makeTable} from '../../data/table.ts';
import type {Artifact} from '../../stages/deployment/artifact.ts';
import type {RowObject} from '../../stages/deployment/input-rows.ts';
import type {OpenModel} from '../predict.ts';
import type {ServedModel} from './live-model.ts';

/** One request that was answered: what came in, what was said, by which version, and when. */
export type Answered = {
  readonly rows: readonly RowObject[];
  readonly predictions: ReturnType<OpenModel['pipeline']['predict']>['predictions'];
  readonly model: ServedModel;
  readonly request: string;
  readonly at: Date;
};

/** Rows for a file of recorded predictions: its first line, and the lines beneath. */
export type RecordedRows = {readonly header: string; readonly lines: string; readonly rows: number};

/** Where recorded rows are written to. */
export type RecordWriter = {
  /**
   * Add rows to the file of their day.
   *
   * @returns why they were not written; null when they were.
   */
  readonly append: (recorded: RecordedRows, day: Date) => Promise<string | null>;
};

/**
 * Write answered requests of one model version as CSV that `monitor --batches` reads: the columns of its signature as
 * they came in, then what it said, which version said it, the request and the time.
 */
export function recordedRows(answered: readonly Answered[], {artifact}: OpenModel['pipeline']): RecordedRows {
  const {signature, target, classes} = artifact;
  const names = nameColumns(
    [
      ...signature.map(({name}) => name),
      `predicted_${target}`,
      ...classes.map(name => `probability_${name}`),
      ...['model_version', 'request_id', 'predicted_at'],
    ],
    () => {},
  );
  const rows = answered.flatMap(one => one.rows.map((row, place) => cellsOf(row, place, one, artifact)));
  const table = (count: number) =>
    makeTable(
      names.map((name, column) =>
        makeLevels(
          name,
          rows.slice(0, count).map(cells => cells[column]!),
          'text',
        ),
      ),
      count,
    );
  const header = formatCsv(table(0));
  return {header, lines: formatCsv(table(rows.length)).slice(header.length), rows: rows.length};
}

function cellsOf(
  row: RowObject,
  place: number,
  {predictions, model, request, at}: Answered,
  artifact: Artifact,
): ReadonlyArray<string | null> {
  const said = predictions[place]!;
  const inputs = artifact.signature.map(({name}) => writeCell(Object.hasOwn(row, name) ? row[name] : null, artifact));
  const answer =
    artifact.task === 'regression'
      ? ['value' in said ? String(said.value) : null]
      : [
          'label' in said ? said.label : null,
          ...artifact.classes.map(name => ('probabilities' in said ? String(said.probabilities[name]) : null)),
        ];
  return [...inputs, ...answer, String(model.version ?? ''), request, at.toISOString()];
}

/** A value so that the signature reads the same back from text: with its decimal mark, and its word for a gap. */
function writeCell(value: unknown, {missing, decimal}: Pick<Artifact, 'missing' | 'decimal'>): string | null {
  if (value === null || value === undefined) return missing.includes('') ? null : (missing[0] ?? null);
  if (typeof value === 'number' && decimal === ',') return String(value).replace('.', ',');
  return String(value);
}
