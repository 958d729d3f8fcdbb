import type {Chart, ChartSize} from './chart.ts';
import type {Point} from './curve.ts';
import {curveTable} from './curve-table.ts';
import {fieldMinimum} from './field.ts';
import {emptyChart, makeChart} from './frame.ts';
import {formatNumber, isDrawable} from './number.ts';
import {drawPlot, type Layer} from './plot.ts';
import {shareAxis} from './scale.ts';

/** A ROC curve as scikit-learn's `roc_curve` gives it, and the area under it. */
export type RocData = {
  readonly title?: string;
  readonly fpr: readonly number[];
  readonly tpr: readonly number[];
  /** The area under the curve, from 0 to 1. */
  readonly auc: number;
  /** Where the model works: the rates at its threshold. */
  readonly point?: {readonly threshold: number; readonly fpr: number; readonly tpr: number};
  /** The names of the two classes, for the sentence. */
  readonly positive?: string;
  readonly negative?: string;
};

/** Draw the share of positives found against the share of negatives called positive, beside pure chance. */
export function rocChart(data: RocData, size: ChartSize): Chart {
  const title = data.title ?? 'ROC curve';
  const points = pair(data.fpr, data.tpr);
  if (points.length === 0)
    return emptyChart(title, 'There is no ROC curve to draw: it needs samples of both classes.', size);
  const layers: readonly Layer[] = [
    {kind: 'line', points, stroke: 'solid', tone: 'data', label: 'model'},
    {
      kind: 'line',
      points: [
        [0, 0],
        [1, 1],
      ],
      stroke: 'dotted',
      tone: 'dim',
      label: 'chance',
    },
    ...thresholdMark(data.point, data.point && [data.point.fpr, data.point.tpr]),
  ];
  const [x, y] = [shareAxis('false positive rate'), shareAxis('true positive rate')];
  return makeChart(
    {
      title,
      sentence: readRoc(data),
      table: curveTable([x.label, y.label], [points.map(point => point[0]), points.map(point => point[1])]),
      ...fieldMinimum,
      draw: (width, height, glyphs) => drawPlot({axes: {x, y}, layers, square: true}, width, height, glyphs),
    },
    size,
  );
}

function readRoc({auc, point, positive = 'positive', negative = 'negative'}: RocData): string {
  const area = isDrawable(auc)
    ? `AUC ${formatNumber(auc)}: a random ${positive} sample scores higher than a random ${negative} one ${timesIn100(auc)}.`
    : 'The AUC is not known.';
  if (!point) return area;
  return `${area} At threshold ${formatNumber(point.threshold)} the model finds ${timesIn100(point.tpr, 'of')} ${positive} samples.`;
}

/** A precision–recall curve as scikit-learn's `precision_recall_curve` gives it. */
export type PrData = {
  readonly title?: string;
  readonly recall: readonly number[];
  readonly precision: readonly number[];
  readonly averagePrecision: number;
  /** The share of positives among all samples: the precision of guessing. */
  readonly baseRate: number;
  readonly point?: {readonly threshold: number; readonly recall: number; readonly precision: number};
  readonly positive?: string;
};

/** Draw how often the model is right when it says positive, against the share of positives it finds. */
export function prChart(data: PrData, size: ChartSize): Chart {
  const title = data.title ?? 'Precision-recall curve';
  const points = ascending(pair(data.recall, data.precision));
  if (points.length === 0)
    return emptyChart(title, 'There is no precision-recall curve to draw: it needs positive samples.', size);
  const base: readonly Point[] = [
    [0, data.baseRate],
    [1, data.baseRate],
  ];
  const layers: readonly Layer[] = [
    {kind: 'line', points: stairs(points), stroke: 'solid', tone: 'data', label: 'model'},
    {kind: 'line', points: base, stroke: 'dotted', tone: 'dim', label: 'base rate'},
    ...thresholdMark(data.point, data.point && [data.point.recall, data.point.precision]),
  ];
  const [x, y] = [shareAxis('recall'), shareAxis('precision')];
  return makeChart(
    {
      title,
      sentence: readPr(data),
      table: curveTable([x.label, y.label], [points.map(point => point[0]), points.map(point => point[1])]),
      ...fieldMinimum,
      draw: (width, height, glyphs) => drawPlot({axes: {x, y}, layers, square: true}, width, height, glyphs),
    },
    size,
  );
}

function readPr({averagePrecision, baseRate, point, positive = 'positive'}: PrData): string {
  const average = `Average precision ${formatNumber(averagePrecision)}; guessing would give ${formatNumber(baseRate)}, the share of ${positive} samples.`;
  if (!point) return average;
  return `${average} At threshold ${formatNumber(point.threshold)}, precision is ${formatNumber(point.precision)} and recall ${formatNumber(point.recall)}.`;
}

/** The points of two lists that both have a value. */
function pair(x: readonly number[], y: readonly number[]): readonly Point[] {
  return x.map((value, index): Point => [value, y[index] ?? Number.NaN]).filter(point => point.every(isDrawable));
}

// scikit-learn lists recall from 1 down to 0; where recall is equal the order within must turn round as well.
function ascending(points: readonly Point[]): readonly Point[] {
  const isFalling = points.length > 1 && points[0]![0] > points.at(-1)![0];
  return isFalling ? [...points].reverse() : points;
}

/** Between two recalls the curve has the precision of the higher one: average precision is the area under these steps. */
function stairs(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, index): readonly Point[] => {
    const before = points[index - 1];
    return before ? [[before[0], point[1]], point] : [point];
  });
}

function thresholdMark(point: {readonly threshold: number} | undefined, at: Point | undefined): readonly Layer[] {
  if (!point || !at) return [];
  return [{kind: 'mark', at, glyph: 'point', tone: 'accent', label: `threshold ${formatNumber(point.threshold)}`}];
}

function timesIn100(share: number, word: 'times' | 'of' = 'times'): string {
  const times = Math.round(share * 100);
  const rough = times === 100 && share < 1 ? 'more than 99' : times === 0 && share > 0 ? 'fewer than 1' : String(times);
  return word === 'of' ? `${rough} of 100` : `${rough} times in 100`;
}
