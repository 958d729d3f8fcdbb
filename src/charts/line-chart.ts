import type {Chart, ChartSize, Tone} from './chart.ts';
import type {Point, Stroke} from './curve.ts';
import {curveTable} from './curve-table.ts';
import {fieldMinimum} from './field.ts';
import {emptyChart, makeChart} from './frame.ts';
import {formatCount, formatNumber, isDrawable} from './number.ts';
import {drawPlot, type Layer} from './plot.ts';
import {exactAxis, niceAxis} from './scale.ts';

/** One line: its values, where they stand on x (1, 2, 3 … if not given), and how far each is uncertain. */
export type Series = {
  readonly label: string;
  readonly y: readonly number[];
  readonly x?: readonly number[];
  /** One standard deviation per value, drawn as a whisker to both sides. */
  readonly sd?: readonly number[];
};

/** Up to three lines over one x; a missing value (NaN) leaves a gap. */
export type LineData = {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly Series[];
  readonly yRange?: readonly [number, number];
  /** The reading, where the caller knows a better one than where each line starts, ends and is highest. */
  readonly sentence?: string;
};

/** The order in which lines take their looks: told apart by stroke as well as by tone. */
export const lineLooks: ReadonlyArray<{readonly tone: Tone; readonly stroke: Stroke}> = [
  {tone: 'data', stroke: 'solid'},
  {tone: 'second', stroke: 'dashed'},
  {tone: 'third', stroke: 'dotted'},
];

/** Draw values as lines over x. */
export function lineChart(data: LineData, size: ChartSize): Chart {
  const drawn = data.series.slice(0, lineLooks.length);
  const points = drawn.map(pointsOf);
  const usable = points.flat().filter(point => point.every(isDrawable));
  if (usable.length === 0) return emptyChart(data.title, 'There are no values to draw.', size);
  const y = data.yRange
    ? exactAxis(data.yLabel, ...data.yRange)
    : niceAxis(data.yLabel, [...usable.map(point => point[1]), ...drawn.flatMap(edgesOf)]);
  const x = niceAxis(
    data.xLabel,
    usable.map(point => point[0]),
  );
  const whiskers = drawn.flatMap(whiskersOf).map((layer, index) => (index === 0 ? {...layer, label: '± sd'} : layer));
  const layers = [...points.map((line, index) => lineLayer(line, index, drawn)), ...whiskers];
  return makeChart(
    {
      title: data.title,
      sentence: [data.sentence ?? drawn.map(readSeries).join(' '), ...notes(data, points.flat())].join(' '),
      table: tableOf(data),
      ...fieldMinimum,
      draw: (width, height, glyphs) => drawPlot({axes: {x, y}, layers}, width, height, glyphs),
    },
    size,
  );
}

function pointsOf(series: Series): readonly Point[] {
  return series.y.map((value, index) => [series.x ? (series.x[index] ?? Number.NaN) : index + 1, value]);
}

function edgesOf(series: Series): readonly number[] {
  return (series.sd ?? []).flatMap((sd, index) => [series.y[index]! - sd, series.y[index]! + sd]).filter(isDrawable);
}

function whiskersOf(series: Series): readonly Layer[] {
  return pointsOf(series).flatMap(([at, y], index): readonly Layer[] => {
    const sd = series.sd?.[index];
    return isDrawable(at) && isDrawable(y) && isDrawable(sd) ? [{kind: 'whisker', at, low: y - sd, high: y + sd}] : [];
  });
}

function lineLayer(points: readonly Point[], index: number, all: readonly Series[]): Layer {
  return {kind: 'line', points, ...lineLooks[index]!, ...(all.length > 1 ? {label: all[index]!.label} : {})};
}

function readSeries(series: Series): string {
  const points = pointsOf(series).filter(point => point.every(isDrawable));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `${series.label} has no values.`;
  if (points.length === 1) return `${series.label}: ${formatNumber(first[1])}.`;
  const top = points.reduce((best, point) => (point[1] > best[1] ? point : best));
  const ends = `${series.label}: from ${formatNumber(first[1])} to ${formatNumber(last[1])}`;
  const isEnd = top[1] === first[1] || top[1] === last[1];
  return isEnd ? `${ends}.` : `${ends}, highest ${formatNumber(top[1])} at ${formatNumber(top[0])}.`;
}

function notes(data: LineData, points: readonly Point[]): readonly string[] {
  const missing = points.filter(point => !point.every(isDrawable)).length;
  const extra = data.series.length - lineLooks.length;
  return [
    ...(missing > 0 ? [`Not drawn: ${formatCount(missing, 'missing or infinite value')}.`] : []),
    ...(extra > 0 ? [`In the table only: ${formatCount(extra, 'more line')}.`] : []),
  ];
}

function tableOf(data: LineData) {
  const longest = data.series.reduce((best, series) => (series.y.length > best.y.length ? series : best));
  const x = pointsOf(longest).map(point => point[0]);
  const spreads = data.series.flatMap(series => (series.sd ? [{label: `sd of ${series.label}`, y: series.sd}] : []));
  const columns = [...data.series, ...spreads];
  return curveTable([data.xLabel, ...columns.map(column => column.label)], [x, ...columns.map(column => column.y)]);
}
