import {cellAt, type Table} from '../../../data/table.ts';
import {KnownError} from '../../../errors.ts';
import {type FittedPipeline, fittedPipeline, unlabelled} from '../../../stages/deployment/fitted-pipeline.ts';
import {type RowObject, rowsOfObjects} from '../../../stages/deployment/input-rows.ts';
import {labelsAt, positiveIndex} from '../../../stages/evaluation/positive.ts';
import {loadTable} from '../../../stages/ingestion/load.ts';
import type {Rows} from '../../../stages/rows.ts';
import type {SplitOutput} from '../../../stages/split/split-rows.ts';
import type {Warning} from '../../../stages/stage.ts';
import type {Prediction} from '../../../stages/training/train-model.ts';
import {artifactOfRun, outputOfRun} from '../../models-artifact.ts';
import {readOwn} from '../action-settings.ts';
import {type Performer, runAnd} from './performer.ts';

/** What the fitted pipeline says of one row, and how often it is right on the test rows. */
export type AskedRow = {
  readonly row: number;
  readonly steps: 'replayed' | 'left_out';
  /** The class or the number that it predicts; null where it refused the row. */
  readonly answer: string | number | null;
  /** How sure it is of that class; null for numbers. */
  readonly probability: number | null;
  readonly probabilities: {readonly [label: string]: number};
  /** What the table says of the row. */
  readonly truth: string | number | null;
  readonly warnings: readonly Warning[];
  readonly refused: boolean;
  /** Why it refused. */
  readonly problem: string | null;
  /** The same way of asking, on all test rows: the accuracy, or for numbers the mean absolute error. */
  readonly test: {readonly accuracy: number | null; readonly mae: number | null};
  readonly values: ReadonlyArray<readonly [column: string, value: string]>;
};

type Way = 'replayed' | 'left_out';
type Answer = Pick<AskedRow, 'answer' | 'probability' | 'probabilities'>;

const noAnswer: Answer = {answer: null, probability: null, probabilities: {}};

/** Run a pipeline, then let what it fitted predict one row of the table, changed as was asked. */
export const predict: Performer = runAnd(async (result, {request, ports}) => {
  const asked = readOwn('predict', request.own);
  const {ingestion} = result.pipeline;
  const {table} = loadTable(await ports.readSource(ingestion, request.folder), ingestion);
  const pipeline = fittedPipeline(artifactOfRun(result, ports));
  const {parts} = outputOfRun(result, 'split.rows', ports.store) as unknown as SplitOutput;
  const truth = rowOf(table, asked.row)[pipeline.artifact.target] ?? null;
  const row = changedRow(table, asked, pipeline.artifact.target);
  const values = Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)] as const);
  const fixed = {row: asked.row, steps: asked.steps, truth, values, test: judgeTest(pipeline, parts.test, asked.steps)};
  return {predict: {...fixed, ...askRow(pipeline, row, asked.steps)}};
});

type Asked = {readonly row: number; readonly change: RowObject; readonly leave_out: readonly string[]};
type Cells = {readonly [column: string]: string | number | null};

function rowOf(table: Table, row: number): Cells {
  if (row <= table.rows) return Object.fromEntries(table.columns.map(column => [column.name, cellAt(column, row - 1)]));
  throw new KnownError('bad_setting', `There is no row ${row}: the table has ${table.rows}.`, {
    hint: `Choose a row from 1 to ${table.rows}.`,
    at: {name: 'predict.row'},
  });
}

function changedRow(table: Table, {row, change, leave_out}: Asked, target: string): RowObject {
  const whole = {...rowOf(table, row), ...change};
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== target && !leave_out.includes(name)));
}

function askRow(pipeline: FittedPipeline, row: RowObject, way: Way) {
  try {
    const {table, warnings, extra} = pipeline.check(rowsOfObjects([row]));
    const answer = readAnswer(askIn(way, pipeline, unlabelled(table)), pipeline, 0);
    const unused = extra.map(name => ({
      code: 'extra_column',
      message: `The column \`${name}\` is not known and was not used.`,
    }));
    return {...answer, refused: false, problem: null, warnings: [...warnings[0]!, ...unused]};
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return {...noAnswer, refused: true, problem: error.message, warnings: []};
  }
}

function askIn(way: Way, pipeline: FittedPipeline, rows: Rows): Prediction {
  if (way === 'replayed') {
    const ready = pipeline.replay(rows);
    if (ready.index.length > 0) return pipeline.ask(ready);
    throw new KnownError('bad_row', 'The row has a gap, and this pipeline leaves such rows out.', {
      hint: 'Fill the gap, or choose another `preprocessing.impute_numeric`.',
    });
  }
  const names = rows.table.columns.map(({name}) => name).join();
  const {features} = pipeline.artifact.model;
  if (names === features.join()) return pipeline.ask(rows);
  throw new KnownError(
    'bad_row',
    `Without the steps the model does not get its columns: the row has ${rows.table.columns.length}, the model reads ${features.length}.`,
    {hint: 'Let the row go through the steps: `predict.steps: replayed`.'},
  );
}

function readAnswer(prediction: Prediction, {artifact}: FittedPipeline, row: number): Answer {
  if (prediction.task === 'regression') return {...noAnswer, answer: prediction.values[row]!};
  const {classes, positive, threshold} = artifact;
  const {probabilities} = prediction;
  const code = labelsAt(probabilities, positiveIndex(classes, positive), threshold)[row]!;
  const shares = classes.map((name, place) => [name, probabilities.data[row * classes.length + place]!] as const);
  return {answer: classes[code]!, probability: shares[code]![1], probabilities: Object.fromEntries(shares)};
}

function judgeTest(pipeline: FittedPipeline, test: Rows, way: Way): AskedRow['test'] {
  const nothing = {accuracy: null, mae: null};
  let prediction: Prediction;
  let known = test;
  try {
    known = way === 'replayed' ? pipeline.replay(test) : test;
    prediction = way === 'replayed' ? pipeline.ask(known) : askIn(way, pipeline, test);
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return nothing;
  }
  const rows = known.index.length;
  const mean = (measure: (row: number) => number) =>
    rows === 0
      ? null
      : Array.from({length: rows}, (_, row) => measure(row)).reduce((sum, value) => sum + value, 0) / rows;
  if (prediction.task === 'regression') {
    const {values} = prediction;
    return {...nothing, mae: mean(row => Math.abs(values[row]! - Number(cellAt(known.target!, row))))};
  }
  const {classes, positive, threshold} = pipeline.artifact;
  const labels = labelsAt(prediction.probabilities, positiveIndex(classes, positive), threshold);
  return {...nothing, accuracy: mean(row => Number(classes[labels[row]!] === cellAt(known.target!, row)))};
}
