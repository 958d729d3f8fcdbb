import type {Chart, ChartSize} from './chart.ts';
import {emptyChart, makeChart} from './frame.ts';
import type {Glyphs} from './glyphs.ts';
import {drawable, formatColumn, formatNumber} from './number.ts';
import {drawRows, type RowPlace, rowMinimum} from './row-layout.ts';
import {type Axis, niceAxis, stepOf} from './scale.ts';

/** The scores of one or more models in cross-validation, one score per fold. */
export type IntervalData = {
  readonly title?: string;
  readonly metric: string;
  readonly rows: ReadonlyArray<{readonly label: string; readonly scores: readonly number[]}>;
};

type Spread = {readonly label: string; readonly scores: readonly number[]; readonly mean: number; readonly sd: number};

/** Draw each fold's score as a dot, and under the dots the mean with one standard deviation to both sides. */
export function intervalChart(data: IntervalData, size: ChartSize): Chart {
  const title = data.title ?? 'Cross-validation';
  const rows = data.rows.flatMap(({label, scores}) => spreadOf(label, [...drawable(scores)]));
  if (rows.length === 0) return emptyChart(title, 'There are no scores to draw.', size);
  const axis = niceAxis(
    data.metric,
    rows.flatMap(({scores, mean, sd}) => [...scores, mean - sd, mean + sd]),
  );
  const means = formatColumn(rows.map(row => row.mean));
  const withSd = rows.map((row, index) => `${means[index]} ± ${formatSd(row.sd)}`);
  return makeChart(
    {
      title,
      sentence: readRows(data.metric, rows),
      table: {
        header: ['model', 'mean', 'sd', 'scores'],
        rows: rows.map(row => [
          row.label,
          formatNumber(row.mean),
          formatNumber(row.sd),
          row.scores.map(formatNumber).join(', '),
        ]),
      },
      ...rowMinimum(means),
      draw: (width, height, glyphs) => {
        const values = width < 50 ? means : withSd;
        const legend = [
          {sample: glyphs.ring, tone: 'second', label: 'one fold'},
          {sample: glyphs.capLeft + glyphs.point + glyphs.capRight, tone: 'data', label: 'mean ± sd'},
        ] as const;
        const paint = (index: number, place: RowPlace, lines: number) =>
          drawSpread(rows[index]!, axis, place, lines, glyphs);
        return drawRows(
          {labels: rows.map(row => row.label), values, legend, axis, linesPerRow: 2, paint},
          width,
          height,
          glyphs,
        );
      },
    },
    size,
  );
}

/** Mean and standard deviation with the divisor n, as NumPy's `std` and so as scikit-learn's users report them. */
function spreadOf(label: string, scores: readonly number[]): readonly Spread[] {
  if (scores.length === 0) return [];
  const mean = scores.reduce((sum, score) => sum + score / scores.length, 0);
  const sd = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2 / scores.length, 0));
  return [{label, scores, mean, sd}];
}

const formatSd = (sd: number) => formatNumber(Number(sd.toPrecision(2)));

function readRows(metric: string, rows: readonly Spread[]): string {
  const [best, second] = [...rows].sort((a, b) => b.mean - a.mean);
  const name = `${best!.label} has a mean ${metric} of ${formatNumber(best!.mean)}, ± ${formatSd(best!.sd)} over ${best!.scores.length} folds`;
  if (!second) return `${name}.`;
  const gap = best!.mean - second.mean;
  const noise = Math.max(best!.sd, second.sd);
  const verdict = gap > noise ? 'more than' : 'no more than';
  return `${name}; ${second.label} has ${formatNumber(second.mean)}, which is ${verdict} one standard deviation away.`;
}

function drawSpread(
  row: Spread,
  axis: Axis,
  {canvas, left, top, width}: RowPlace,
  lines: number,
  glyphs: Glyphs,
): void {
  const column = (value: number) => left + stepOf(axis, value, width);
  const [from, to] = [column(row.mean - row.sd), column(row.mean + row.sd)];
  const below = top + lines - 1;
  canvas.put(from, below, glyphs.across.repeat(to - from + 1), {tone: 'data'});
  canvas.put(from, below, glyphs.capLeft, {tone: 'data'});
  canvas.put(to, below, glyphs.capRight, {tone: 'data'});
  for (const score of row.scores) canvas.put(column(score), top, glyphs.ring, {tone: 'second'});
  canvas.put(column(row.mean), below, glyphs.point, {tone: 'data', bold: true});
}
