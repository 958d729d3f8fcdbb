import {drawTicksBelow, fitsBetweenTicks} from './axes.ts';
import {type Canvas, newCanvas} from './canvas.ts';
import type {Line} from './chart.ts';
import {drawLegend, type LegendEntry} from './field.ts';
import type {Glyphs} from './glyphs.ts';
import {formatNumber} from './number.ts';
import type {Axis} from './scale.ts';
import {cleanText, fitLabels, padLeft, textWidth} from './text.ts';

/** The cells of one row of a figure, between its label and its value. */
export type RowPlace = {readonly canvas: Canvas; readonly left: number; readonly top: number; readonly width: number};

/** A figure of labelled rows that share one scale across. */
export type RowFigure = {
  readonly labels: readonly string[];
  /** What stands at the right of each row. */
  readonly values?: readonly string[];
  readonly legend?: readonly LegendEntry[];
  readonly axis?: Axis;
  /** Lines per row; one if they do not fit. */
  readonly linesPerRow?: number;
  readonly paint: (index: number, place: RowPlace, lines: number) => void;
};

/** The least room for labelled rows: a short label, a few cells, and the values. */
export function rowMinimum(values: readonly string[] = []): {readonly minWidth: number; readonly minHeight: number} {
  return {minWidth: 18 + widest(values), minHeight: 4};
}

/** Draw labelled rows; those that do not fit are counted in the last line. */
export function drawRows(figure: RowFigure, width: number, height: number, glyphs: Glyphs): readonly Line[] {
  const {labels, legend = [], axis, linesPerRow = 1} = figure;
  const values = (figure.values ?? []).map(value => cleanText(value, glyphs.set));
  const names = fitLabels(labels, Math.max(6, Math.floor(width * 0.35)), glyphs.set);
  const left = widest(names) + 1;
  const across = width - left - (values.length > 0 ? widest(values) + 1 : 0);
  const legendRows = legend.length > 0 && height > 4 ? 1 : 0;
  const labelRow = !axis || fitsBetweenTicks(axis, across) || height < 8 ? 0 : 1;
  const room = height - legendRows - (axis ? 2 + labelRow : 0);
  const lines = labels.length * linesPerRow <= room ? linesPerRow : 1;
  const shown = labels.length * lines <= room ? labels.length : Math.max(0, room - 1);
  const rest = labels.length - shown;
  const bottom = legendRows + shown * lines + (rest > 0 ? 1 : 0);
  const canvas = newCanvas(width, bottom + (axis ? 2 + labelRow : 0), glyphs.set);
  if (legendRows > 0) drawLegend(canvas, left, 0, legend);
  for (let index = 0; index < shown; index++) {
    const top = legendRows + index * lines;
    canvas.put(0, top, names[index]!);
    canvas.put(left + across + 1, top, padLeft(values[index] ?? '', widest(values)));
    figure.paint(index, {canvas, left, top, width: across}, lines);
  }
  if (rest > 0) canvas.put(0, bottom - 1, `and ${formatNumber(rest)} more`, {tone: 'dim'});
  if (axis) {
    canvas.put(left, bottom, glyphs.across.repeat(across), {tone: 'frame'});
    drawTicksBelow(canvas, axis, {left, width: across, row: bottom}, glyphs, labelRow === 1);
  }
  return canvas.lines();
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);
}
