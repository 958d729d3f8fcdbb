import {type Canvas, newCanvas} from './canvas.ts';
import type {Line, Tone} from './chart.ts';
import {type Glyphs, onRamp} from './glyphs.ts';
import type {HeatMapData, Spot} from './heat-map.ts';
import {formatColumn} from './number.ts';
import {fitLabels, fitText, padLeft, textWidth} from './text.ts';

/** The width of a cell that shows only its shade, with room for brackets. */
export const narrowCell = 4;

/** How the grid is laid out: the width of the row labels, of each cell, and of the numbers (0 where they do not fit). */
type Layout = {
  readonly left: number;
  readonly each: number;
  readonly number: number;
  /** Columns are headed by the numbers of the rows, because their names are too long. */
  readonly numbered: boolean;
};

/** Draw the cells of a heat map under the names of their columns; the best one is in brackets. */
export function drawHeatGrid(
  data: HeatMapData,
  spots: readonly Spot[],
  best: Spot | undefined,
  width: number,
  glyphs: Glyphs,
): readonly Line[] {
  const texts = numbersOf(data, spots);
  const layout = layOut(data, texts, width, glyphs);
  const top = data.columnsLabel === undefined ? 1 : 2;
  const canvas = newCanvas(width, data.rows.length + top, glyphs.set);
  drawLabels(canvas, data, layout, top, glyphs);
  const strength = strengthOf(data, spots);
  spots.forEach((spot, index) => {
    const at = {x: layout.left + spot.column * layout.each, y: spot.row + top};
    drawSpot(
      canvas,
      at,
      lookOf(data, spot.value, strength(spot.value), glyphs),
      padLeft(texts[index]!, layout.number),
      layout,
    );
    if (spot !== best) return;
    canvas.put(at.x, at.y, '[', {tone: 'accent', bold: true});
    canvas.put(at.x + 3 + (layout.number > 0 ? layout.number + 1 : 0), at.y, ']', {tone: 'accent', bold: true});
  });
  return canvas.lines();
}

function drawLabels(canvas: Canvas, data: HeatMapData, layout: Layout, top: number, glyphs: Glyphs): void {
  const {left, each, numbered} = layout;
  if (data.columnsLabel !== undefined) {
    canvas.put(left + 1, 0, fitText(data.columnsLabel, canvas.width - left - 1, glyphs.set), {tone: 'dim'});
  }
  canvas.put(0, top - 1, fitText(data.rowsLabel ?? '', left, glyphs.set), {tone: 'dim'});
  const names = numbered ? data.columns.map((_, column) => String(column + 1)) : data.columns;
  fitLabels(names, each - 1, glyphs.set).forEach((name, column) => {
    canvas.put(left + column * each + 1, top - 1, name);
  });
  const indent = numbered ? 3 : 0;
  fitLabels(data.rows, left - indent, glyphs.set).forEach((label, row) => {
    if (numbered) canvas.put(0, row + top, padLeft(String(row + 1), 2), {tone: 'dim'});
    canvas.put(indent, row + top, label);
  });
}

function layOut(data: HeatMapData, texts: readonly string[], width: number, glyphs: Glyphs): Layout {
  const widest = (words: readonly string[], most: number) =>
    words.reduce((longest, word) => Math.max(longest, textWidth(fitText(word, most, glyphs.set))), 0);
  const most = Math.max(8, Math.floor(width * 0.3));
  const number = widest(texts, width);
  const labels = widest([...data.rows, data.rowsLabel ?? ''], most);
  const room = (left: number) => Math.floor((width - left) / data.columns.length);
  const names = widest(data.columns, width) + 1;
  const fits = room(labels) >= number + 5;
  const each = fits ? Math.min(room(labels), Math.max(number + 5, Math.min(names, 14))) : narrowCell;
  const isSquare =
    data.rows.length === data.columns.length && data.rows.every((label, row) => label === data.columns[row]);
  const numbered = isSquare && names > each;
  const left = Math.min(numbered ? labels + 3 : labels, width - each * data.columns.length);
  return {left, each, number: fits ? number : 0, numbered};
}

function numbersOf(data: HeatMapData, spots: readonly Spot[]): readonly string[] {
  const values = spots.map(spot => spot.value);
  const areShares = data.scale === 'diverging' && values.every(value => Math.abs(value) <= 1);
  return areShares ? values.map(value => value.toFixed(2)) : formatColumn(values);
}

/** From 0 to 1: how strongly a value is shaded. A diverging scale ends at 1, or at the greatest value beyond. */
function strengthOf(data: HeatMapData, spots: readonly Spot[]): (value: number) => number {
  const low = spots.reduce((least, spot) => Math.min(least, spot.value), Number.POSITIVE_INFINITY);
  const high = spots.reduce((most, spot) => Math.max(most, spot.value), Number.NEGATIVE_INFINITY);
  if (data.scale === 'sequential') return value => (high > low ? (value - low) / (high - low) : 1);
  const most = Math.max(1, Math.abs(low), Math.abs(high));
  return value => Math.abs(value) / most;
}

type Look = {readonly shade: string; readonly isNegative: boolean; readonly tone: Tone};

function lookOf(data: HeatMapData, value: number, strength: number, glyphs: Glyphs): Look {
  const isNegative = data.scale === 'diverging' && value < 0;
  const tones = ['ramp0', 'ramp1', 'ramp2', 'ramp3', 'ramp4'] as const;
  const tone = data.scale === 'sequential' ? tones[Math.round(strength * 4)]! : isNegative ? 'data' : 'second';
  return {shade: onRamp(glyphs.shades, strength < 0.06 ? 0 : strength), isNegative, tone};
}

/** Two cells of shade and the number; without room for it, a minus takes the place of the first. */
function drawSpot(
  canvas: Canvas,
  {x, y}: {readonly x: number; readonly y: number},
  look: Look,
  text: string,
  layout: Layout,
): void {
  const lead = look.isNegative && layout.number === 0 && look.shade !== ' ' ? '-' : look.shade;
  canvas.put(x + 1, y, lead + look.shade, {tone: look.tone});
  if (layout.number > 0) canvas.put(x + 4, y, text);
}
