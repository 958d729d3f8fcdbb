import type {Chart, ChartSize} from './chart.ts';
import {makeChart} from './frame.ts';
import type {Glyphs} from './glyphs.ts';
import {drawable, formatNumber, isDrawable} from './number.ts';
import {extent} from './scale.ts';

/** Draw values as one line of small columns, for use inside a line of text; a missing value is a space. */
export function sparkline(values: readonly number[], size: ChartSize): Chart {
  const known = [...drawable(values)];
  const {low, high} = extent(known);
  return makeChart(
    {
      title: '',
      sentence: readValues(known),
      table: {header: ['value'], rows: values.map(value => [formatNumber(value)])},
      minWidth: 1,
      minHeight: 1,
      draw: (width, _, glyphs) => {
        const text = known.length === 0 ? formatNumber(Number.NaN) : columns(values, width, {low, high}, glyphs);
        return [[{text: text.slice(0, width).trimEnd(), tone: 'data'}]];
      },
    },
    {...size, caption: false},
  );
}

function columns(
  values: readonly number[],
  width: number,
  {low, high}: {low: number; high: number},
  glyphs: Glyphs,
): string {
  const count = Math.min(width, values.length);
  return Array.from({length: count}, (_, index) => {
    const [from, to] = [index, index + 1].map(edge => Math.floor((edge * values.length) / count)) as [number, number];
    const part = values.slice(from, to).filter(isDrawable);
    if (part.length === 0) return ' ';
    const mean = part.reduce((sum, value) => sum + value / part.length, 0);
    return glyphs.spark.charAt(Math.round(((mean - low) / (high - low)) * (glyphs.spark.length - 1)));
  }).join('');
}

function readValues(known: readonly number[]): string {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'There are no values to draw.';
  const {low, high} = known.reduce(
    (ends, value) => ({low: Math.min(ends.low, value), high: Math.max(ends.high, value)}),
    {
      low: first,
      high: first,
    },
  );
  return `From ${formatNumber(first)} to ${formatNumber(last)}, between ${formatNumber(low)} and ${formatNumber(high)}.`;
}
