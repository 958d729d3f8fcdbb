import type {Chart, ChartSize} from './chart.ts';
import {type LineData, lineChart, type Series} from './line-chart.ts';
import {formatCount, formatNumber, isDrawable, joinWords} from './number.ts';

/** Scores of models that saw more and more rows: on the rows they learned from, and on others. */
export type LearningCurveData = {
  readonly title?: string;
  /** The metric's name: `accuracy`, `rmse`. */
  readonly metric: string;
  /** Training rows, ascending. */
  readonly sizes: readonly number[];
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly trainSd?: readonly number[];
  readonly validationSd?: readonly number[];
};

/** Draw how the score changes with the number of training rows: a lasting gap is over-fitting. */
export function learningCurve(data: LearningCurveData, size: ChartSize): Chart {
  const {sizes: x, trainSd, validationSd} = data;
  return lineChart(
    {
      title: data.title ?? 'Learning curve',
      xLabel: 'training rows',
      yLabel: data.metric,
      series: [
        {label: 'validation', x, y: data.validation, ...(validationSd ? {sd: validationSd} : {})},
        {label: 'training', x, y: data.train, ...(trainSd ? {sd: trainSd} : {})},
      ],
      ...reading(readLearning(data)),
    },
    size,
  );
}

function readLearning({sizes, train, validation, metric}: LearningCurveData): string | undefined {
  const known = sizes
    .map((_, index) => index)
    .filter(index => [sizes, train, validation].every(row => isDrawable(row[index])));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [first, last].map(index => formatNumber(sizes[index]!));
  const gap = formatNumber(Math.abs(train[last]! - validation[last]!));
  const values = [validation[first]!, validation[last]!, train[last]!].map(formatNumber);
  if (first === last)
    return `With ${to} rows, validation ${metric} is ${values[1]} and training ${values[2]}: a gap of ${gap}.`;
  return (
    `From ${from} to ${to} rows, validation ${metric} goes from ${values[0]} to ${values[1]}; ` +
    `training ends at ${values[2]}, a gap of ${gap}.`
  );
}

/** The loss of a model in training, one value per round, for up to three sets of rows. */
export type LossCurveData = {
  readonly title?: string;
  /** What is counted: `iteration`, `tree`, `epoch`. */
  readonly round?: string;
  /** The loss's name and unit. */
  readonly loss?: string;
  readonly curves: ReadonlyArray<{readonly label: string; readonly values: readonly number[]}>;
};

/** Draw how the loss falls while a model trains; where one for unseen rows rises again, training went too far. */
export function lossCurve(data: LossCurveData, size: ChartSize): Chart {
  const {round = 'iteration', loss = 'loss'} = data;
  const series = data.curves.map(curve => ({label: curve.label, y: curve.values}));
  const read = series.map(curve => readLoss(curve, round, loss)).filter(text => text !== undefined);
  return lineChart(
    {
      title: data.title ?? 'Loss curve',
      xLabel: round,
      yLabel: loss,
      series,
      ...reading(read.length > 0 ? read.join(' ') : undefined),
    },
    size,
  );
}

function readLoss({label, y}: Series, round: string, loss: string): string | undefined {
  const known = y.filter(isDrawable);
  if (known.length === 0) return undefined;
  const lowest = known.reduce((best, value) => Math.min(best, value));
  const [first, last] = [known[0]!, known.at(-1)!];
  const name = label === loss ? `The ${loss}` : `The ${label} ${loss}`;
  if (known.length === 1) return `${name} is ${formatNumber(first)}.`;
  const course = `goes from ${formatNumber(first)} to ${formatNumber(last)} in ${formatCount(y.length, round)}`;
  if (lowest === last) return `${name} ${course}.`;
  const turn = `is lowest, ${formatNumber(lowest)}, at ${round} ${y.indexOf(lowest) + 1}`;
  return `${name} ${joinWords([course, turn])}.`;
}

function reading(sentence: string | undefined): Pick<LineData, 'sentence'> {
  return sentence === undefined ? {} : {sentence};
}
