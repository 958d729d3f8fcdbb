import {drawTicksBelow, fitsBetweenTicks} from './axes.ts';
import {type Bins, sortIntoBins} from './bins.ts';
import {type Group, readMedians, withUnit} from './box-chart.ts';
import {type Canvas, newCanvas} from './canvas.ts';
import type {Chart, ChartSize, Line} from './chart.ts';
import {drawLegend} from './field.ts';
import {fiveNumbers} from './five-numbers.ts';
import {emptyChart, makeChart} from './frame.ts';
import type {Glyphs} from './glyphs.ts';
import {drawable, formatCount, formatNumber, isDrawable} from './number.ts';
import {stepOf} from './scale.ts';
import {fitText, padLeft, textWidth} from './text.ts';

/** One or two groups of values of one thing. */
export type HistogramData = {
  readonly title: string;
  /** What is measured, and its unit: `age`, `years`. */
  readonly label: string;
  readonly unit?: string;
  /** A second group is drawn beneath the first, on the same scale across. */
  readonly groups: readonly Group[];
  readonly bins?: number;
  /** A value to point out. */
  readonly marker?: {readonly value: number; readonly label: string};
  /** What is counted. */
  readonly countLabel?: string;
  readonly sentence?: string;
};

const tones = ['data', 'second'] as const;

/** Draw how many values fall into each of equal ranges. */
export function histogramChart(data: HistogramData, size: ChartSize): Chart {
  const groups = data.groups.slice(0, tones.length).map(({label, values}) => ({label, values: drawable(values)}));
  if (groups.every(group => group.values.length === 0))
    return emptyChart(data.title, 'There are no values to draw.', size);
  const marked = data.marker && isDrawable(data.marker.value) ? [data.marker.value] : [];
  const binned = (width: number) => sortIntoBins(withUnit(data.label, data.unit), groups, marked, width, data.bins);
  const bins = binned(60);
  return makeChart(
    {
      title: data.title,
      sentence: data.sentence ?? readGroups(data, groups),
      table: {
        header: [data.label, ...groups.map(group => group.label)],
        rows: bins.ranges.map((range, bin) => [range, ...bins.counts.map(counts => formatNumber(counts[bin]!))]),
      },
      minWidth: 20,
      minHeight: groups.length === 1 ? 5 : 9,
      draw: (width, height, glyphs) => drawPanels(data, binned, width, height, glyphs),
    },
    size,
  );
}

function readGroups(data: HistogramData, groups: readonly Group[]): string {
  const known = groups.flatMap(({label, values}) => {
    const numbers = fiveNumbers(values);
    return numbers ? [{label, numbers, count: values.length}] : [];
  });
  const [only, other] = known;
  if (!only || other)
    return readMedians(
      data,
      known.map(({label, numbers}) => ({label, median: numbers.median})),
    );
  const {min, q1, median, q3, max} = only.numbers;
  const unit = data.unit === undefined ? '' : ` ${data.unit}`;
  return (
    `${data.label}: ${formatCount(only.count, 'value')} from ${formatNumber(min)} to ${formatNumber(max)}${unit}; ` +
    `the middle half lies between ${formatNumber(q1)} and ${formatNumber(q3)}, the median is ${formatNumber(median)}.`
  );
}

function drawPanels(
  data: HistogramData,
  binned: (width: number) => Bins,
  width: number,
  height: number,
  glyphs: Glyphs,
): readonly Line[] {
  const most = data.groups.reduce((longest, {values}) => Math.max(longest, values.length), 0);
  const gutter = formatNumber(most).length + 2;
  const bins = binned(width - gutter);
  const cells = bins.cellsPerBin * bins.ranges.length;
  const labelRow = fitsBetweenTicks(bins.axis, cells) || height < 10 ? 0 : 1;
  const panels = bins.counts.length;
  const rows = Math.min(8, Math.floor((height - 1 - labelRow) / panels) - 2);
  const canvas = newCanvas(width, panels * (rows + 2) + 1 + labelRow, glyphs.set);
  bins.counts.forEach((counts, index) => {
    const top = index * (rows + 2);
    drawHeading(canvas, top, data, index, glyphs);
    drawColumns(canvas, {top: top + 1, left: gutter, rows}, counts, bins, tones[index]!, glyphs);
    if (isDrawable(data.marker?.value)) {
      const at = gutter + stepOf(bins.axis, data.marker.value, cells);
      for (let row = 0; row < rows; row++) canvas.put(at, top + 1 + row, glyphs.marker, {tone: 'accent', bold: true});
    }
  });
  drawTicksBelow(canvas, bins.axis, {left: gutter, width: cells, row: panels * (rows + 2) - 1}, glyphs, labelRow === 1);
  return canvas.lines();
}

function drawHeading(canvas: Canvas, row: number, data: HistogramData, index: number, glyphs: Glyphs): void {
  const count = data.countLabel ?? 'rows';
  const text = data.groups.length > 1 ? `${data.groups[index]!.label} (${count})` : count;
  const label = fitText(text, Math.floor(canvas.width / 2), glyphs.set);
  canvas.put(0, row, label, {tone: 'dim'});
  if (!isDrawable(data.marker?.value) || index > 0) return;
  drawLegend(canvas, textWidth(label) + 3, row, [{sample: glyphs.marker, tone: 'accent', label: data.marker.label}]);
}

/** One panel: the highest count at its top left, a line beneath. */
function drawColumns(
  canvas: Canvas,
  place: {readonly top: number; readonly left: number; readonly rows: number},
  counts: readonly number[],
  bins: Bins,
  tone: (typeof tones)[number],
  glyphs: Glyphs,
): void {
  const {top, left, rows} = place;
  const most = Math.max(1, ...counts);
  const parts = Array.from(glyphs.upward);
  const full = parts.length - 1;
  counts.forEach((count, bin) => {
    // A bin that is not empty shows at least the lowest step.
    const level = count > 0 ? Math.max(1, Math.round((count / most) * rows * full)) : 0;
    for (let row = 0; row < rows; row++) {
      const part = Math.min(full, level - (rows - 1 - row) * full);
      if (part > 0) canvas.put(left + bin * bins.cellsPerBin, top + row, parts[part]!.repeat(bins.cellsPerBin), {tone});
    }
  });
  for (let row = 0; row < rows; row++)
    canvas.put(left - 1, top + row, row === 0 ? glyphs.tickLeft : glyphs.down, {tone: 'frame'});
  canvas.put(0, top, padLeft(formatNumber(Math.max(0, ...counts)), left - 2), {tone: 'dim'});
  canvas.put(left - 1, top + rows, glyphs.corner + glyphs.across.repeat(counts.length * bins.cellsPerBin), {
    tone: 'frame',
  });
}
