import {randomStream} from '../../data/random.ts';
import {type Column, countGaps, isNumeric, makeLevels} from '../../data/table.ts';
import {countLevels} from '../../ml/drift/levels.ts';
import {columnOf, listOf} from '../../ml/matrix.ts';
import {sortedValues} from '../../ml/quantile.ts';
import type {FittedPipeline} from '../deployment/fitted-pipeline.ts';
import {labelsAt, positiveIndex} from '../evaluation/positive.ts';
import type {How} from '../evaluation/settings.ts';
import {type Rows, takeFlowRows} from '../rows.ts';
import type {Prediction} from '../training/train-model.ts';
import {readMetric} from './metric-reading.ts';
import {type AnswerReference, type ColumnReference, mostKept, type Reference} from './reference.ts';

/** The rows of a run, as they were before any step changed them. */
export type RunRows = {readonly train: Rows; readonly test: Rows};

/** What to judge a model by. */
export type Judging = {readonly metric: string; readonly average: How['average']};

/** Learn what a model has to keep of its training and test rows, so that new rows can be held against them. */
export function learnReference({train, test}: RunRows, pipeline: FittedPipeline, judging: Judging): Reference {
  const rows = pipeline.replay(sampleRows(test, 'test'));
  const prediction = pipeline.ask(rows);
  const scoring = {...pipeline.artifact, average: judging.average};
  return {
    rows: train.index.length,
    columns: describeColumns(train),
    answers: describeAnswers(prediction, scoring),
    score: readMetric({prediction, rows}, scoring, judging.metric),
  };
}

/** At most a thousand rows, the same ones every time. */
function sampleRows(rows: Rows, name: string): Rows {
  const {length} = rows.index;
  if (length <= mostKept) return rows;
  return takeFlowRows(rows, randomStream(`monitoring.reference/${name}`).permutation(length).subarray(0, mostKept));
}

function describeColumns(train: Rows): readonly ColumnReference[] {
  const sample = sampleRows(train, 'train').table.columns;
  return train.table.columns.map((column, place) => describeColumn(column, sample[place]!, train.index));
}

function describeColumn(column: Column, sample: Column, index: Int32Array): ColumnReference {
  const {name} = column;
  const gaps = countGaps(column);
  if (isNumeric(column)) {
    const values = listOf(sortedValues((sample as typeof column).values));
    return {kind: 'numbers', name, gaps, values, ordered: isOrdered(column.values, index)};
  }
  if (column.type === 'category') return {kind: 'levels', name, gaps, ...countLevels(column)};
  return {kind: 'untested', name, gaps, type: column.type};
}

/** Tell whether values never fall from the first row of the file to the last, and do not stand still either. */
function isOrdered(values: Float64Array, index: Int32Array): boolean {
  const inOrder = Array.from(index.keys()).sort((a, b) => index[a]! - index[b]!);
  const isRising = inOrder.every((row, place) => place === 0 || values[row]! >= values[inOrder[place - 1]!]!);
  return isRising && values[inOrder[0]!]! < values[inOrder.at(-1)!]!;
}

/** How answers spread; with two classes the probability of the positive one stands for them. */
export function describeAnswers(
  prediction: Prediction,
  {classes, positive, threshold}: Pick<FittedPipeline['artifact'], 'classes' | 'positive' | 'threshold'>,
): AnswerReference {
  if (prediction.task === 'regression') return {kind: 'numbers', values: listOf(sortedValues(prediction.values))};
  const {probabilities} = prediction;
  const place = positiveIndex(classes, positive);
  if (place >= 0) return {kind: 'numbers', values: listOf(sortedValues(columnOf(probabilities, place)))};
  const labels = Array.from(labelsAt(probabilities, place, threshold), code => classes[code]!);
  return {kind: 'levels', ...countLevels(makeLevels('answer', labels))};
}
