import type {Chart, ChartSize} from './chart.ts';
import type {Point} from './curve.ts';
import {fieldMinimum} from './field.ts';
import {emptyChart, makeChart} from './frame.ts';
import {formatCount, formatNumber, formatPercent, isDrawable} from './number.ts';
import {drawPlot, type Layer} from './plot.ts';
import {shareAxis} from './scale.ts';

/** Predictions sorted into bins by how sure they were. */
export type CalibrationData = {
  readonly title?: string;
  readonly bins: ReadonlyArray<{
    /** The mean of what was predicted, 0 to 1. */
    readonly predicted: number;
    /** The share that turned out to be so. */
    readonly observed: number;
    readonly count: number;
  }>;
  /** What is predicted, for the words: `malignant`, `right answer`. */
  readonly outcome?: string;
};

/** Draw how often things happen that were predicted with 10, 20 … 90 %: on the diagonal, probabilities mean what they say. */
export function calibrationChart(data: CalibrationData, size: ChartSize): Chart {
  const {title = 'Calibration', outcome = 'positive'} = data;
  const bins = data.bins.filter(bin => bin.count > 0 && isDrawable(bin.predicted) && isDrawable(bin.observed));
  if (bins.length === 0) return emptyChart(title, 'There are no predictions to compare with what happened.', size);
  const points = bins.map((bin): Point => [bin.predicted, bin.observed]);
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
      label: 'as predicted',
    },
    ...points.map((at): Layer => ({kind: 'mark', at, glyph: 'point', tone: 'data'})),
  ];
  const [x, y] = [shareAxis(`predicted share of ${outcome}`), shareAxis(`share of ${outcome}`)];
  return makeChart(
    {
      title,
      sentence: readBins(bins, outcome),
      table: {
        header: ['predicted', 'observed', 'count'],
        rows: bins.map(bin => [formatPercent(bin.predicted), formatPercent(bin.observed), formatNumber(bin.count)]),
      },
      ...fieldMinimum,
      draw: (width, height, glyphs) => drawPlot({axes: {x, y}, layers, square: true}, width, height, glyphs),
    },
    size,
  );
}

/** The mean gap is the expected calibration error: Σ count · |predicted − observed| / Σ count. */
function readBins(bins: CalibrationData['bins'], outcome: string): string {
  const weight = (bin: CalibrationData['bins'][number]) => bin.count * Math.abs(bin.predicted - bin.observed);
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const gap = bins.reduce((sum, bin) => sum + weight(bin), 0) / total;
  const worst = bins.reduce((worst, bin) => (weight(bin) > weight(worst) ? bin : worst));
  return (
    `Predictions are off by ${formatNumber(gap)} on average over ${formatCount(total, 'sample')}; most where ` +
    `${formatPercent(worst.predicted)} ${outcome} was predicted and ${formatPercent(worst.observed)} happened.`
  );
}
