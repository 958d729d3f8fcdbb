import type {Axes} from './axes.ts';
import {newDots} from './braille.ts';
import type {Canvas} from './canvas.ts';
import type {Line, Tone} from './chart.ts';
import {curveParts, drawTextCurve, type Field, type Point, type Stroke, strokeSample} from './curve.ts';
import {drawField, type LegendEntry} from './field.ts';
import type {Glyphs} from './glyphs.ts';
import {isDrawable} from './number.ts';
import {stepOf} from './scale.ts';

type CurveLayer = {
  readonly kind: 'line';
  readonly points: readonly Point[];
  readonly stroke: Stroke;
  readonly tone: Tone;
  readonly label?: string;
};
type WhiskerLayer = {
  readonly kind: 'whisker';
  readonly at: number;
  readonly low: number;
  readonly high: number;
  readonly label?: string;
};
type MarkLayer = {
  readonly kind: 'mark';
  readonly at: Point;
  readonly glyph: 'point' | 'ring';
  readonly tone: Tone;
  readonly label?: string;
};

/** One thing drawn between two axes; earlier lines lie over later ones, whiskers under all lines and marks over them. */
export type Layer = CurveLayer | WhiskerLayer | MarkLayer;

/** Curves between two axes. */
export type Plot = {
  readonly axes: Axes;
  readonly layers: readonly Layer[];
  readonly square?: boolean;
};

/** Draw the layers of a plot between its axes; layers with a label are in the legend. */
export function drawPlot(plot: Plot, width: number, height: number, glyphs: Glyphs): readonly Line[] {
  const {axes, layers, square = false} = plot;
  const legend = layers.flatMap(layer => legendOf(layer, glyphs));
  const paint = (canvas: Canvas, field: Field) => drawLayers(canvas, field, layers, glyphs);
  return drawField({axes, legend, square, paint}, width, height, glyphs);
}

function legendOf(layer: Layer, glyphs: Glyphs): readonly LegendEntry[] {
  const {label} = layer;
  if (label === undefined) return [];
  if (layer.kind === 'whisker') return [{sample: glyphs.whisker, tone: 'dim', label}];
  const sample = layer.kind === 'line' ? strokeSample(layer.stroke, glyphs.set) : glyphs[layer.glyph];
  return [{sample, tone: layer.tone, label}];
}

function drawLayers(canvas: Canvas, field: Field, layers: readonly Layer[], glyphs: Glyphs): void {
  for (const layer of layers) if (layer.kind === 'whisker') drawWhisker(canvas, field, layer, glyphs);
  const curves = layers.filter(layer => layer.kind === 'line').reverse();
  if (glyphs.set === 'braille') {
    const dots = newDots(field);
    for (const curve of curves) dots.curve(curve.points, curve.stroke, curve.tone);
    dots.copyTo(canvas);
  } else {
    for (const {points, stroke, tone} of curves) {
      const lines = curveParts(points).filter(part => part.length > 1);
      for (const line of lines) drawTextCurve(canvas, field, line, stroke, tone);
    }
  }
  for (const curve of curves) drawLonely(canvas, field, curve, glyphs);
  for (const layer of layers) if (layer.kind === 'mark') drawMark(canvas, field, layer, glyphs);
}

/** A point with a gap at both sides is no line: a mark shows it. */
function drawLonely(canvas: Canvas, field: Field, {points, tone, stroke}: CurveLayer, glyphs: Glyphs): void {
  const glyph = stroke === 'solid' ? 'point' : 'ring';
  for (const part of curveParts(points)) {
    if (part.length === 1) drawMark(canvas, field, {kind: 'mark', at: part[0]!, glyph, tone}, glyphs);
  }
}

function drawWhisker(canvas: Canvas, field: Field, {at, low, high}: WhiskerLayer, glyphs: Glyphs): void {
  const column = field.left + stepOf(field.x, at, field.width);
  for (let row = rowOf(field, high); row <= rowOf(field, low); row++) {
    canvas.put(column, row, glyphs.whisker, {tone: 'dim'});
  }
}

function drawMark(canvas: Canvas, field: Field, {at: [x, y], glyph, tone}: MarkLayer, glyphs: Glyphs): void {
  if (!isDrawable(x) || !isDrawable(y)) return;
  canvas.put(field.left + stepOf(field.x, x, field.width), rowOf(field, y), glyphs[glyph], {tone, bold: true});
}

function rowOf(field: Field, y: number): number {
  return field.top + field.height - 1 - stepOf(field.y, y, field.height);
}
