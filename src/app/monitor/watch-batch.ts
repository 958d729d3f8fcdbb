import type {RawTable} from '../../data/raw.ts';
import {KnownError} from '../../errors.ts';
import {metrics as catalogue} from '../../ml/metrics/catalogue.ts';
import {isDefined} from '../../ml/score.ts';
import type {FittedPipeline} from '../../stages/deployment/fitted-pipeline.ts';
import {rowsOfFile} from '../../stages/deployment/input-rows.ts';
import {compareBatch, type DriftReport, noReport} from '../../stages/monitoring/batch-drift.ts';
import {describeAnswers} from '../../stages/monitoring/learn-reference.ts';
import {type Answered, readMetric, scoreAnswers, takeAnswered} from '../../stages/monitoring/metric-reading.ts';
import {fewestRows, type MetricReading} from '../../stages/monitoring/reference.ts';
import type {Rows} from '../../stages/rows.ts';
import type {Metrics} from '../run-result.ts';
import {type RawBatch, takeRawRows} from './batches.ts';
import type {Champion} from './champion.ts';
import {isLabelled, readLabels} from './labels.ts';
import {rowKeys} from './row-keys.ts';
import {type RefusedRow, usableRows} from './usable-rows.ts';

/** Everything that a look at one batch shows. */
export type WatchedBatch = {
  readonly name: string;
  /** Rows in the file, those that could not be read among them. */
  readonly rows: number;
  /** Rows that the model cannot take, and those that were no rows at all. */
  readonly refused: readonly RefusedRow[];
  readonly unreadable: number;
  /** Rows that the model learned from: they say nothing about new data. */
  readonly known_rows: number;
  /** Columns that came in and that the model does not know. */
  readonly extra_columns: readonly string[];
  /** Why the batch as a whole cannot be used; null where it can. */
  readonly problem: string | null;
  readonly drift: DriftReport;
  /** Rows whose label is known. */
  readonly labelled: number;
  readonly strange_labels: readonly string[];
  /** Every metric on the labelled rows; null where there are too few labels to say. */
  readonly metric: Metrics | null;
  /** The metric that decides, with how uncertain it is. */
  readonly reading: MetricReading | null;
  /** How well the model ranks the classes, which tells whether the labels can be right; null for numbers. */
  readonly ranking: MetricReading | null;
  /** The labelled rows that the model did not learn from, as they were written: what may be learned from later. */
  readonly learnable: RawTable | null;
};

const nothing = {
  refused: [],
  unreadable: 0,
  known_rows: 0,
  extra_columns: [],
  problem: null,
  drift: noReport,
  labelled: 0,
  strange_labels: [],
  metric: null,
  reading: null,
  ranking: null,
  learnable: null,
} as const;

/** What is known of a batch that is not looked at. */
export function skipBatch({name, raw}: RawBatch): WatchedBatch {
  return {...nothing, name, rows: raw ? raw.rows + raw.rejected : 0};
}

/** Look at a batch through the eyes of the model in use: does it fit, is it like the training rows, how well does it do? */
export function watchBatch(batch: RawBatch, champion: Champion): WatchedBatch {
  const {name, raw} = batch;
  if (!raw) return {...nothing, name, rows: 0, problem: batch.problem};
  const whole = {...nothing, name, rows: raw.rows + raw.rejected, unreadable: raw.rejected};
  if (raw.rows === 0) return whole;
  try {
    return {...whole, ...lookAt(batch, raw, champion)};
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return {...whole, problem: error.message};
  }
}

function lookAt(batch: RawBatch, raw: RawTable, champion: Champion): Partial<WatchedBatch> {
  const {pipeline, reference, monitoring} = champion;
  const usable = usableRows(raw, pipeline);
  const fitting = takeRawRows(raw, usable.rows);
  const fresh = batch.isFromTable ? freshRows(fitting, champion) : fitting;
  const {table, extra} = pipeline.check(rowsOfFile(fresh));
  const labels = readLabels(fresh, pipeline.artifact);
  const index = Int32Array.from({length: table.rows}, (_, row) => row);
  const all = table.rows === 0 ? null : answer(pipeline, {table, target: labels?.column ?? null, index});
  const scored = all && labels ? scoreBatch(onlyLabelled(all), champion) : unscored;
  const answers = all && describeAnswers(all.prediction, pipeline.artifact);
  const refused = usable.refused.length + raw.rejected;
  const withLabels = scored.reading !== null;
  return {
    refused: usable.refused,
    known_rows: fitting.rows - fresh.rows,
    extra_columns: extra.filter(column => column !== pipeline.artifact.target),
    drift: compareBatch(reference, {table, answers, refused, withLabels}, monitoring),
    labelled: labels?.known ?? 0,
    strange_labels: labels?.strange ?? [],
    ...scored,
    learnable:
      labels &&
      takeRawRows(
        fresh,
        rowsWhere(fresh.rows, row => isLabelled(labels.column, row)),
      ),
  };
}

const unscored = {metric: null, reading: null, ranking: null};

function answer({replay, ask}: FittedPipeline, rows: Rows): Answered {
  const ready = replay(rows);
  return {prediction: ask(ready), rows: ready};
}

function onlyLabelled(answered: Answered): Answered {
  const {target, index} = answered.rows;
  return takeAnswered(answered, Int32Array.from(rowsWhere(index.length, row => isLabelled(target!, row))));
}

function scoreBatch(
  known: Answered,
  {scoring, metric}: Champion,
): Pick<WatchedBatch, 'metric' | 'reading' | 'ranking'> {
  if (known.rows.index.length < fewestRows) return unscored;
  const scores = scoreAnswers(known, scoring);
  const names = Object.keys(catalogue).filter(name => name in scores);
  const plain = names.map(name => [name, isDefined(scores[name]!) ? (scores[name] as number) : null] as const);
  const reading = readMetric(known, scoring, metric);
  const ranking = metric === 'roc_auc' ? reading : readMetric(known, scoring, 'roc_auc');
  return {metric: Object.fromEntries(plain), reading, ranking};
}

/** The rows whose values are not those of any row that the model learned from. */
function freshRows(raw: RawTable, {pipeline, learned: learnedKeys}: Champion): RawTable {
  const learned = learnedKeys();
  if (!learned || raw.rows === 0) return raw;
  const keys = rowKeys(pipeline.check(rowsOfFile(raw)).table);
  return takeRawRows(
    raw,
    rowsWhere(raw.rows, row => !learned.has(keys[row]!)),
  );
}

function rowsWhere(rows: number, isSo: (row: number) => boolean): readonly number[] {
  return Array.from({length: rows}, (_, row) => row).filter(isSo);
}
