import {cellAt, findColumn, rowAt, type Table, takeRows} from '../data/table.ts';
import {decodeValue} from '../engine/encode.ts';
import type {TransformOutput} from '../engine/transform.ts';
import type {Value} from '../engine/value.ts';
import {KnownError} from '../errors.ts';
import {type FittedPipeline, fittedPipeline, unlabelled} from '../stages/deployment/fitted-pipeline.ts';
import {type InputRows, type RowObject, rowsOfObjects, rowsOfTable} from '../stages/deployment/input-rows.ts';
import {followRow, type Journey} from '../stages/journey.ts';
import type {Rows} from '../stages/rows.ts';
import type {SplitOutput} from '../stages/split/split-rows.ts';
import type {Warning} from '../stages/stage.ts';
import {artifactOfRun, outputOfRun} from './models-artifact.ts';
import type {Ports} from './ports.ts';
import {openModel} from './predict.ts';
import {findRun} from './runs-find.ts';

/** Whose row is to be followed: through a finished run, or through a registered model or a file of one. */
export type JourneySource = {readonly run: string} | {readonly ref: string; readonly folder: string};

/** Which row: its number in the table that was loaded, from 1, or a row that was typed in. */
export type JourneyRequest = JourneySource & {readonly row: number | RowObject};

/** One row's way through a pipeline, with what is known of the row besides. */
export type RowJourney = Journey & {
  /** Its number in the table, or null for a row that was typed in. */
  readonly row: number | null;
  /** Whether the model learned from it or was tested on it; null for neither. */
  readonly part: 'train' | 'test' | null;
  /** What it is in truth, where that is known. */
  readonly truth: string | number | null;
  readonly target: string;
  readonly warnings: readonly Warning[];
};

/** The fitted pipeline with the outputs of the run that made it, as far as they are still stored. */
export type Opened = {
  readonly pipeline: FittedPipeline;
  readonly output: (id: string) => Value | undefined;
  readonly steps: readonly string[];
};

/**
 * Follow one row through every step to the prediction.
 *
 * @throws {KnownError} `unknown_run`, `unknown_model`; `bad_usage` when there is no such row; as prediction does when a
 *   typed row does not fit.
 */
export async function journeyOf(request: JourneyRequest, ports: Ports): Promise<RowJourney> {
  const opened = openSource(request, ports);
  const {artifact} = opened.pipeline;
  const trainRows = trainRowsOf(opened);
  if (typeof request.row === 'object') {
    const found = follow(opened.pipeline, rowsOfObjects([request.row]), trainRows);
    const truth = Object.hasOwn(request.row, artifact.target) ? request.row[artifact.target] : null;
    return {...found, row: null, part: null, truth: readTruth(truth, opened.pipeline), target: artifact.target};
  }
  const table = tableOf(opened);
  const place = placeOf(request.row, table);
  const found = follow(opened.pipeline, rowsOfTable(takeRows(table, Int32Array.of(place))), trainRows);
  const target = findColumn(table, artifact.target);
  const truth = readTruth(target ? cellAt(target, place) : null, opened.pipeline);
  return {...found, row: request.row, part: partOf(opened, place), truth, target: artifact.target};
}

/** One row of the table that a run or a model learned from, by its number from 1. @throws {KnownError} `bad_usage` */
export function tableRow(source: JourneySource, row: number, ports: Ports): RowObject {
  const table = tableOf(openSource(source, ports));
  return rowAt(table, placeOf(row, table));
}

/** Open the pipeline of a run or of a model, and the outputs it came from. */
export function openSource(source: JourneySource, ports: Ports): Opened {
  if ('run' in source) {
    const record = findRun(source.run, ports.runs);
    const pipeline = fittedPipeline(artifactOfRun(record, ports));
    return {
      pipeline,
      output: id => outputOfRun(record, id, ports.store),
      steps: record.steps.map(({id}) => id),
    };
  }
  const {pipeline, registered} = openModel(source.ref, ports, source.folder);
  const lineage = registered?.lineage ?? [];
  const output = (id: string) => {
    const hash = lineage.find(({step}) => step === id)?.output;
    const bytes = hash === undefined ? undefined : ports.store.readObject(hash);
    return bytes && decodeValue(bytes);
  };
  return {pipeline, output, steps: lineage.map(({step}) => step)};
}

/** The table in which rows are numbered: as it was loaded, without the rows that repeat an earlier one. */
export function tableOf({output}: Opened): Table {
  const table = output('preprocessing.duplicates') ?? output('ingestion.load');
  if (table) return table as unknown as Table;
  throw new KnownError('corrupt_store', 'The table that this model learned from is not stored here.', {
    hint: 'Type the row in as JSON, or run the pipeline again.',
  });
}

function placeOf(row: number, {rows}: Table): number {
  if (Number.isInteger(row) && row >= 1 && row <= rows) return row - 1;
  throw new KnownError('bad_usage', `There is no row ${row}: the table has ${rows} rows.`, {
    hint: `Choose a row from 1 to ${rows}.`,
  });
}

function follow(pipeline: FittedPipeline, input: InputRows, trainRows: Int32Array | undefined) {
  const {table, warnings} = pipeline.check(input);
  return {...followRow(pipeline, unlabelled(table), trainRows), warnings: warnings[0]!};
}

/** For each row that reached the model, its place in the table. */
function trainRowsOf({pipeline, output}: Opened): Int32Array | undefined {
  const last = pipeline.steps.at(-1)?.kind.id ?? 'split.rows';
  const features = output(last) as unknown as TransformOutput<Rows & Value> | undefined;
  return features?.parts.train.index;
}

function partOf({output}: Opened, place: number): RowJourney['part'] {
  const split = output('split.rows') as unknown as SplitOutput | undefined;
  if (split?.parts.train.index.includes(place)) return 'train';
  return split?.parts.test.index.includes(place) ? 'test' : null;
}

/** Classes are words even where the target is written in digits. */
function readTruth(value: unknown, {artifact}: FittedPipeline): string | number | null {
  if (value === null || value === undefined) return null;
  if (artifact.task === 'classification') return String(value);
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
