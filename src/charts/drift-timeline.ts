import type {Canvas} from './canvas.ts';
import type {Chart, ChartSize} from './chart.ts';
import type {Field} from './curve.ts';
import {drawField, fieldMinimum, fieldWidth, type LegendEntry} from './field.ts';
import {emptyChart, makeChart} from './frame.ts';
import {type Glyphs, onRamp} from './glyphs.ts';
import {formatCount, formatNumber, isDrawable, joinWords} from './number.ts';
import {type Axis, niceAxis} from './scale.ts';
import {fitText} from './text.ts';

/** One batch of new data: its name (a month), how far it drifted, and whether that raised an alert. */
export type DriftBatch = {readonly label: string; readonly value: number; readonly alert: boolean};

/** How far new data drifts from the training data, batch after batch. */
export type DriftData = {
  readonly title?: string;
  /** `PSI`, `KS`, or another distance; 0 is no drift. */
  readonly statistic: string;
  readonly batches: readonly DriftBatch[];
  /** Where alerts begin, or how much chance alone gives. */
  readonly line?: {readonly value: number; readonly label: string};
  /** What a batch is. */
  readonly batchLabel?: string;
};

/** Draw one column per batch, the line it is judged by, and `!` over each alert. */
export function driftTimeline(data: DriftData, size: ChartSize): Chart {
  const title = data.title ?? `Drift (${data.statistic})`;
  const values = data.batches.map(batch => batch.value).filter(isDrawable);
  if (values.length === 0) return emptyChart(title, 'There are no batches to draw.', size);
  const y = niceAxis(data.statistic, [0, ...values, ...(isDrawable(data.line?.value) ? [data.line.value] : [])]);
  return makeChart(
    {
      title,
      sentence: readBatches(data),
      table: {
        header: [data.batchLabel ?? 'month', data.statistic, 'alert'],
        rows: data.batches.map(({label, value, alert}) => [label, formatNumber(value), alert ? 'yes' : 'no']),
      },
      ...fieldMinimum,
      draw: (width, height, glyphs) => {
        const room = fieldWidth(y, width);
        // Of more batches than columns the newest are drawn.
        const batches = data.batches.slice(-room);
        const each = Math.floor(room / batches.length);
        const paint = (canvas: Canvas, field: Field) => {
          if (isDrawable(data.line?.value)) drawRule(canvas, field, data.line.value, glyphs);
          batches.forEach((batch, index) => {
            drawBatch(canvas, field, batch, {from: field.left + index * each, each}, glyphs);
          });
        };
        return drawField(
          {
            axes: {x: batchAxis(data, batches, glyphs), y},
            legend: legendOf(data, glyphs),
            columns: each * batches.length,
            paint,
          },
          width,
          height,
          glyphs,
        );
      },
    },
    size,
  );
}

function readBatches(data: DriftData): string {
  const noun = data.batchLabel ?? 'month';
  const alerts = data.batches.filter(batch => batch.alert);
  const known = data.batches.filter(batch => isDrawable(batch.value));
  const top = known.reduce((best, batch) => (batch.value > best.value ? batch : best));
  const highest = `the highest ${data.statistic} is ${formatNumber(top.value)}, in ${top.label}`;
  const line = data.line ? ` (${data.line.label} ${formatNumber(data.line.value)})` : '';
  if (alerts.length === 0) return `No alert in ${formatCount(data.batches.length, noun)}; ${highest}${line}.`;
  const names =
    alerts.length > 4
      ? [...alerts.slice(0, 3).map(batch => batch.label), `${alerts.length - 3} more`]
      : alerts.map(batch => batch.label);
  return `Alert in ${alerts.length} of ${formatCount(data.batches.length, noun)}: ${joinWords(names)}; ${highest}${line}.`;
}

/** The names of the first batch, the last, and one in the middle. */
function batchAxis(data: DriftData, batches: readonly DriftBatch[], glyphs: Glyphs): Axis {
  const last = batches.length - 1;
  const marks = last < 2 ? [...new Set([0, last])] : [0, Math.floor(last / 2), last];
  const ticks = marks.map(mark => ({at: mark + 0.4, text: fitText(batches[mark]!.label, 12, glyphs.set)}));
  return {label: data.batchLabel ?? 'month', low: 0, high: batches.length, ticks};
}

function legendOf(data: DriftData, glyphs: Glyphs): readonly LegendEntry[] {
  const line = data.line ? [{sample: glyphs.rule.repeat(2), tone: 'dim' as const, label: data.line.label}] : [];
  return [...line, {sample: '!', tone: 'accent', label: 'alert'}];
}

/** How many rows high a value stands in a field, with its part of the last row. */
function heightOf(value: number, field: Field): number {
  return ((value - field.y.low) / (field.y.high - field.y.low)) * field.height;
}

function drawRule(canvas: Canvas, field: Field, value: number, glyphs: Glyphs): void {
  const row = Math.min(field.height - 1, Math.floor(heightOf(value, field)));
  canvas.put(field.left, field.top + field.height - 1 - row, glyphs.rule.repeat(field.width), {tone: 'dim'});
}

function drawBatch(
  canvas: Canvas,
  field: Field,
  {value, alert}: DriftBatch,
  {from, each}: {readonly from: number; readonly each: number},
  glyphs: Glyphs,
): void {
  if (!isDrawable(value)) return;
  const cells = Math.min(6, Math.max(1, each - 1));
  const base = field.top + field.height - 1;
  const height = heightOf(value, field);
  for (let row = 0; row < Math.ceil(height); row++) {
    const part = onRamp(glyphs.upward, Math.min(1, height - row));
    canvas.put(from, base - row, part.repeat(cells), {tone: alert ? 'second' : 'data'});
  }
  if (!alert) return;
  const top = Math.max(field.top, base - Math.ceil(height));
  canvas.put(from + Math.floor((cells - 1) / 2), top, '!', {tone: 'accent', bold: true});
}
