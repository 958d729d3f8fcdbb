import {type Axes, drawAxes, fitsBetweenTicks} from './axes.ts';
import {type Canvas, newCanvas} from './canvas.ts';
import type {GlyphSet, Line, Tone} from './chart.ts';
import type {Field} from './curve.ts';
import type {Glyphs} from './glyphs.ts';
import type {Axis} from './scale.ts';
import {fitLabels, fitText, textWidth} from './text.ts';

/** One thing a legend names, with the characters that stand for it. */
export type LegendEntry = {readonly sample: string; readonly tone: Tone; readonly label: string};

/** A field between two axes, with a legend, and what paints it. */
export type FieldFigure = {
  readonly axes: Axes;
  readonly legend: readonly LegendEntry[];
  /** Both axes have the same unit, so the field should look square. */
  readonly square?: boolean;
  /** The exact width of the field, where it must be less than the room. */
  readonly columns?: number;
  readonly paint: (canvas: Canvas, field: Field) => void;
};

/** The least room a field with its axes can be read in. */
export const fieldMinimum = {minWidth: 24, minHeight: 7} as const;

const tallest = 20;
const narrowestSquare = 24;

/** Draw axes and legend and let the figure paint its field. The label of y and the legend stand above, that of x below. */
export function drawField(figure: FieldFigure, width: number, height: number, glyphs: Glyphs): readonly Line[] {
  const {x, y} = figure.axes;
  const gutter = width - fieldWidth(y, width);
  const rows = headerRows(figure, width, height, glyphs);
  const labelRow = fitsBetweenTicks(x, width - gutter) || height < 9 ? 0 : 1;
  const size = fieldSize(figure.square === true, figure.columns ?? width - gutter, height - rows.length - 2 - labelRow);
  const field = {...size, left: gutter, top: rows.length, x, y};
  const canvas = newCanvas(width, rows.length + field.height + 2 + labelRow, glyphs.set);
  rows.forEach((row, index) => {
    row.draw(canvas, index);
  });
  drawAxes(canvas, figure.axes, field, glyphs, labelRow === 1);
  figure.paint(canvas, field);
  return canvas.lines();
}

/** The columns that the ticks of y leave to a field. */
export function fieldWidth(y: Axis, width: number): number {
  return width - Math.max(...y.ticks.map(tick => tick.text.length)) - 2;
}

/** Write a legend from column `x` of row `y`, with labels shortened so that every entry fits. */
export function drawLegend(canvas: Canvas, x: number, y: number, entries: readonly LegendEntry[]): void {
  const most = labelRoom(canvas.width - x, entries, canvas.glyphs);
  let column = x;
  const labels = fitLabels(
    entries.map(({label}) => label),
    most,
    canvas.glyphs,
  );
  for (const [place, {sample, tone}] of entries.entries()) {
    const short = labels[place]!;
    canvas.put(column, y, sample, {tone});
    canvas.put(column + textWidth(sample) + 1, y, short, {tone: 'dim'});
    column += textWidth(sample) + 1 + textWidth(short) + 2;
  }
}

/** The longest label that lets all entries of a legend stand in one row. */
function labelRoom(width: number, entries: readonly LegendEntry[], set: GlyphSet): number {
  let most = longestLabel;
  while (most > 3 && legendWidth(entries, most, set) > width) most--;
  return most;
}

const longestLabel = 24;

function legendWidth(entries: readonly LegendEntry[], most: number, set: GlyphSet): number {
  return entries.reduce(
    (sum, {sample, label}) => sum + textWidth(sample) + textWidth(fitText(label, most, set)) + 3,
    -2,
  );
}

type HeaderRow = {readonly draw: (canvas: Canvas, row: number) => void};

/** What y measures, and what is what: in one row if it fits, and only the legend where rows are few. */
function headerRows(figure: FieldFigure, width: number, height: number, glyphs: Glyphs): readonly HeaderRow[] {
  const label = fitText(figure.axes.y.label, width, glyphs.set);
  const start = textWidth(label) + 3;
  const labelRow: HeaderRow = {draw: (canvas, row) => canvas.put(0, row, label, {tone: 'dim'})};
  const legendAt = (x: number): HeaderRow => ({draw: (canvas, row) => drawLegend(canvas, x, row, figure.legend)});
  if (figure.legend.length === 0) return [labelRow];
  if (start + legendWidth(figure.legend, longestLabel, glyphs.set) > width)
    return height < 9 ? [legendAt(0)] : [labelRow, legendAt(0)];
  return [
    {
      draw(canvas, row) {
        labelRow.draw(canvas, row);
        legendAt(start).draw(canvas, row);
      },
    },
  ];
}

/** Cells are about twice as high as wide: a square field has 2.6 columns per row unless it is very low, others are wider. */
function fieldSize(square: boolean, width: number, room: number): {readonly width: number; readonly height: number} {
  const height = Math.min(room, tallest, square ? Math.ceil(width / 2) : Math.max(5, Math.round(width / 3)));
  return {height, width: square ? Math.min(width, Math.max(narrowestSquare, Math.round(height * 2.6))) : width};
}
