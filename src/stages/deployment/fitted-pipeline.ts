import {isNumeric, type Table} from '../../data/table.ts';
import type {Json} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import {labelsAt, positiveIndex} from '../evaluation/positive.ts';
import type {Rows} from '../rows.ts';
import type {TransformKind, Warning} from '../stage.ts';
import type {Prediction} from '../training/train-model.ts';
import {transformKinds} from '../transform-kinds.ts';
import type {Artifact} from './artifact.ts';
import {type CheckedRows, rowChecker} from './check-rows.ts';
import {type InputRows, type RowObject, rowsOfObjects, rowsOfTable} from './input-rows.ts';
import {readyModel} from './ready-model.ts';

/** What a model says of one row, or why it can say nothing. */
export type RowPrediction =
  | {
      readonly label: string;
      readonly probabilities: {readonly [label: string]: number};
      readonly warnings: readonly Warning[];
    }
  | {readonly value: number; readonly warnings: readonly Warning[]}
  | {readonly error: string; readonly warnings: readonly Warning[]};

/** What came of rows: one answer each, in order, and the columns that were not used. */
export type Predictions = {readonly predictions: readonly RowPrediction[]; readonly extra: readonly string[]};

/** A step of a fitted pipeline: what kind it is, and what it learned. */
export type FittedStep = {readonly kind: TransformKind; readonly state: Json};

/** A pipeline that was fitted once and predicts from then on: the same code for a row, a file, a service and a test. */
export type FittedPipeline = {
  readonly artifact: Artifact;
  readonly steps: readonly FittedStep[];
  /** @throws {KnownError} `unknown_column` or `bad_row` when the rows do not fit the signature. */
  readonly predict: (input: InputRows) => Predictions;
  readonly predictRow: (row: RowObject) => RowPrediction;
  readonly predictTable: (table: Table) => Predictions;
  /** Check rows against the signature and give them the columns and types of the training rows. */
  readonly check: (input: InputRows) => CheckedRows;
  /** Replay the steps on checked rows, as a run does with its test rows. */
  readonly replay: (rows: Rows) => Rows;
  /** Ask the model about rows that went through the steps. */
  readonly ask: (rows: Rows) => Prediction;
};

/**
 * Make an artifact ready to predict.
 *
 * @throws {KnownError} `bad_json` when it needs a step or a model that this program does not have in that version.
 */
export function fittedPipeline(artifact: Artifact): FittedPipeline {
  const steps = artifact.transforms.map(({id, version, state}) => ({kind: findKind(id, version), state}));
  const check = rowChecker(artifact);
  const askModel = readyModel(artifact.model);
  const {features} = artifact.model;
  const replay = (rows: Rows) => steps.reduce((current, {kind, state}) => kind.transform(current, state), rows);
  const ask = (rows: Rows) => {
    const {columns} = rows.table;
    if (columns.length !== features.length || columns.some(({name}, place) => name !== features[place])) {
      throw new KnownError('bad_json', 'The steps of this pipeline do not give the columns that its model reads.', {
        hint: 'The file is damaged or was changed by hand: export it again.',
      });
    }
    return askModel(rows);
  };
  const predict = (input: InputRows): Predictions => {
    const {table, warnings, extra} = check(input);
    const rows = replay(unlabelled(table));
    const answers = answersOf(ask(rows), artifact);
    const place = placesOf(rows, table.rows);
    const predictions = warnings.map((list, row) => {
      const answer = place(row);
      return answer === undefined
        ? {error: whyDropped(table, row), warnings: list}
        : {...answers(answer), warnings: list};
    });
    // Rows whose outcome is known may have the target along: that is nothing to remark on.
    return {predictions, extra: extra.filter(name => name !== artifact.target)};
  };
  return {
    artifact,
    steps,
    predict,
    predictRow: row => predict(rowsOfObjects([row])).predictions[0]!,
    predictTable: table => predict(rowsOfTable(table)),
    check,
    replay,
    ask,
  };
}

/** Rows whose target is not known, numbered from 0. */
export function unlabelled(table: Table): Rows {
  return {table, target: null, index: Int32Array.from({length: table.rows}, (_, row) => row)};
}

function findKind(id: string, version: number): TransformKind {
  const kind = transformKinds.find(candidate => candidate.id === id);
  if (kind?.version === version) return kind;
  const known = kind ? `in version ${kind.version}` : 'not at all';
  throw new KnownError('bad_json', `It needs step \`${id}\` in version ${version}; this program has it ${known}.`, {
    hint: 'Use the version of ml-pipeline-tutor that made it, or run the pipeline again with this one.',
    at: {name: id},
  });
}

type Answer = {label: string; probabilities: {readonly [label: string]: number}} | {value: number};

function answersOf(prediction: Prediction, {classes, positive, threshold}: Artifact): (row: number) => Answer {
  if (prediction.task === 'regression') return row => ({value: prediction.values[row]!});
  const {probabilities} = prediction;
  const labels = labelsAt(probabilities, positiveIndex(classes, positive), threshold);
  return row => ({
    label: classes[labels[row]!]!,
    probabilities: Object.fromEntries(
      classes.map((name, code) => [name, probabilities.data[row * classes.length + code]!]),
    ),
  });
}

/** Where each row that came in stands among those that are left; undefined for one that a step left out. */
function placesOf({index}: Rows, rows: number): (row: number) => number | undefined {
  if (index.length === rows) return row => row;
  const places = new Map(Array.from(index, (row, place) => [row, place]));
  return row => places.get(row);
}

function whyDropped(table: Table, row: number): string {
  const empty = table.columns.filter(column => isNumeric(column) && Number.isNaN(column.values[row]!));
  const names = empty.map(({name}) => `\`${name}\``).join(', ');
  return `There is no prediction: ${names} ${empty.length === 1 ? 'is' : 'are'} empty, and this pipeline leaves such rows out (\`impute_numeric: drop_rows\`).`;
}
