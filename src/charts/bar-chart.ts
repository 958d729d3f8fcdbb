import type {Chart, ChartSize} from './chart.ts';
import {emptyChart, makeChart} from './frame.ts';
import type {Glyphs} from './glyphs.ts';
import {formatColumn, formatNumber, formatPercent, isDrawable, joinWords} from './number.ts';
import {drawRows, type RowPlace, rowMinimum} from './row-layout.ts';

/** One bar; `low` and `high` are the ends of its interval, `baseline` the value it should be compared with. */
export type Bar = {
  readonly label: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly baseline?: number;
};

/** Named numbers of one kind: metrics beside their baseline, importances, coefficients, counts. */
export type BarData = {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** `sorted` puts the largest first, whatever its sign. */
  readonly order?: 'given' | 'sorted';
  readonly percent?: boolean;
  /** The value of a full bar, such as 1 for shares; otherwise the longest bar is full. */
  readonly full?: number;
  /** What the baseline is, for legend and sentence. */
  readonly baselineLabel?: string;
  readonly sentence?: string;
};

type Scale = {readonly low: number; readonly high: number};

/** Draw a bar per value, with the value at the right. */
export function barChart(data: BarData, size: ChartSize): Chart {
  const known = data.bars.filter(bar => isDrawable(bar.value));
  if (known.length === 0) return emptyChart(data.title, 'There are no values to draw.', size);
  const bars = data.order === 'sorted' ? [...known].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)) : known;
  const write = data.percent ? formatPercent : formatNumber;
  const values = data.percent ? bars.map(bar => write(bar.value)) : formatColumn(bars.map(bar => bar.value));
  const ends = bars.flatMap(bar => [bar.value, bar.low, bar.high, bar.baseline]).filter(isDrawable);
  const scale = {low: Math.min(0, ...ends), high: Math.max(0, data.full ?? 0, ...ends)};
  const baselineLabel = data.baselineLabel ?? 'baseline';
  return makeChart(
    {
      title: data.title,
      sentence: data.sentence ?? readBars(bars, values, {write, baselineLabel}),
      table: tableOf(bars, values, {write, baselineLabel}),
      ...rowMinimum(values),
      draw: (width, height, glyphs) => {
        const hasBaseline = bars.some(bar => isDrawable(bar.baseline));
        const legend = hasBaseline ? [{sample: glyphs.marker, tone: 'accent' as const, label: baselineLabel}] : [];
        const paint = (index: number, place: RowPlace) => drawBar(bars[index]!, scale, place, glyphs);
        return drawRows({labels: bars.map(bar => bar.label), values, legend, paint}, width, height, glyphs);
      },
    },
    size,
  );
}

function drawBar(bar: Bar, scale: Scale, {canvas, left, top, width}: RowPlace, glyphs: Glyphs): void {
  const axis = scale.low < 0 ? 1 : 0;
  // A cell is kept free on each side of the axis, because whole cells are rounded up on both.
  // A span of less could give more cells for a unit than a number can count.
  const perUnit = (width - 2 * axis) / Math.max(scale.high - scale.low, 1e-100);
  const zero = Math.ceil(-scale.low * perUnit);
  // Cells from the zero line: whole cells right of it start after the axis, left of it before.
  const column = (value: number) => {
    const cells = Math.round(value * perUnit);
    return left + zero + (cells > 0 ? cells - 1 + axis : cells);
  };
  const hasInterval = isDrawable(bar.low) && isDrawable(bar.high);
  const end = hasInterval ? nearestToZero(bar.low, bar.high) : bar.value;
  if (end > 0) canvas.put(left + zero + axis, top, rightward(end * perUnit, glyphs), {tone: 'data'});
  if (end < 0) {
    const text = leftward(-end * perUnit, glyphs);
    canvas.put(left + zero - text.length, top, text, {tone: 'second'});
  }
  if (axis > 0) canvas.put(left + zero, top, glyphs.down, {tone: 'frame'});
  if (hasInterval) {
    const [from, to] = [column(bar.low), column(bar.high)].sort((a, b) => a - b) as [number, number];
    canvas.put(from, top, glyphs.across.repeat(to - from + 1), {tone: 'dim'});
    canvas.put(from, top, glyphs.capLeft, {tone: 'dim'});
    canvas.put(to, top, glyphs.capRight, {tone: 'dim'});
    canvas.put(column(bar.value), top, glyphs.point, {tone: 'data', bold: true});
  }
  if (isDrawable(bar.baseline)) canvas.put(column(bar.baseline), top, glyphs.marker, {tone: 'accent', bold: true});
}

/** Where the sure part of an interval ends; 0 where the interval holds 0. */
function nearestToZero(low: number, high: number): number {
  if (low > 0) return low;
  return Math.min(high, 0);
}

function rightward(cells: number, glyphs: Glyphs): string {
  const parts = Array.from(glyphs.rightward);
  const eighths = Math.round(cells * (parts.length - 1));
  const whole = Math.floor(eighths / (parts.length - 1));
  const part = eighths % (parts.length - 1);
  return glyphs.full.repeat(whole) + (part > 0 ? parts[part] : '');
}

function leftward(cells: number, glyphs: Glyphs): string {
  const halves = Math.round(cells * 2);
  return (halves % 2 === 1 ? glyphs.rightHalf : '') + glyphs.full.repeat(Math.floor(halves / 2));
}

type Words = {readonly write: (value: number) => string; readonly baselineLabel: string};

/** The values are read as they stand at the bars, so that nobody takes 0.78 and 0.780 for two numbers. */
function readBars(bars: readonly Bar[], values: readonly string[], {write, baselineLabel}: Words): string {
  const read = bars.map((bar, index) => ({...bar, text: values[index]!}));
  const compared = read.filter(bar => isDrawable(bar.baseline));
  if (compared.length > 0) {
    const parts = compared.slice(0, 4).map(bar => `${bar.label} ${bar.text} against ${write(bar.baseline!)}`);
    return `Beside the ${baselineLabel}: ${joinWords(parts)}.`;
  }
  const ranked = read.sort((a, b) => b.value - a.value);
  const [first, last] = [ranked[0]!, ranked.at(-1)!];
  if (bars.length === 1) return `${first.label}: ${first.text}.`;
  return `${first.label} is highest, ${first.text}; ${last.label} is lowest, ${last.text}.`;
}

function tableOf(bars: readonly Bar[], values: readonly string[], {write, baselineLabel}: Words) {
  const columns = [
    {name: 'low', of: (bar: Bar) => bar.low},
    {name: 'high', of: (bar: Bar) => bar.high},
    {name: baselineLabel, of: (bar: Bar) => bar.baseline},
  ].filter(column => bars.some(bar => column.of(bar) !== undefined));
  const cell = (value: number | undefined) => (value === undefined ? '' : write(value));
  return {
    header: ['name', 'value', ...columns.map(column => column.name)],
    rows: bars.map((bar, index) => [bar.label, values[index]!, ...columns.map(column => cell(column.of(bar)))]),
  };
}
