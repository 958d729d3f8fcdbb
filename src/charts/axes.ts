import type {Canvas} from './canvas.ts';
import type {Field} from './curve.ts';
import type {Glyphs} from './glyphs.ts';
import {type Axis, stepOf, type Tick} from './scale.ts';
import {fitText, padLeft, textWidth} from './text.ts';

/** The axis below a figure and the one at its left. */
export type Axes = {readonly x: Axis; readonly y: Axis};

/** Draw both axes of a field with their ticks; the label of y is not drawn here. */
export function drawAxes(canvas: Canvas, axes: Axes, field: Field, glyphs: Glyphs, ownLabelRow: boolean): void {
  const axis = field.left - 1;
  const base = field.top + field.height;
  const frame = {tone: 'frame'} as const;
  for (let row = 0; row < field.height; row++) canvas.put(axis, field.top + row, glyphs.down, frame);
  for (const tick of axes.y.ticks) {
    const row = field.top + field.height - 1 - stepOf(axes.y, tick.at, field.height);
    canvas.put(axis, row, glyphs.tickLeft, frame);
    canvas.put(0, row, padLeft(tick.text, axis - 1), {tone: 'dim'});
  }
  canvas.put(axis, base, glyphs.corner + glyphs.across.repeat(field.width), frame);
  drawTicksBelow(canvas, axes.x, {left: field.left, width: field.width, row: base}, glyphs, ownLabelRow);
}

/** Where an axis runs below a figure. */
export type Below = {readonly left: number; readonly width: number; readonly row: number};

/** Write ticks under the axis in `row`: its ends, and between them its label, or the middle tick and the label beneath. */
export function drawTicksBelow(canvas: Canvas, axis: Axis, below: Below, glyphs: Glyphs, ownLabelRow: boolean): void {
  const label = fitText(axis.label, below.width, glyphs.set);
  const isBetween = !ownLabelRow && fitsBetweenTicks(axis, below.width);
  if (ownLabelRow || isBetween) {
    const left = below.left + Math.round((below.width - textWidth(label)) / 2);
    canvas.put(left, below.row + (isBetween ? 1 : 2), label, {tone: 'dim'});
  }
  for (const tick of ticksThatFit(axis, below.width, isBetween)) {
    const at = below.left + stepOf(axis, tick.at, below.width);
    const length = textWidth(tick.text);
    const isMiddle = tick !== axis.ticks[0] && tick !== axis.ticks.at(-1);
    const left = isMiddle ? at - Math.floor(length / 2) : Math.min(at, below.left + below.width - length);
    canvas.put(at, below.row, glyphs.tickBelow, {tone: 'frame'});
    canvas.put(Math.max(0, left), below.row + 1, tick.text, {tone: 'dim'});
  }
}

/** Tell whether the label of an axis fits between the ticks at its ends. */
export function fitsBetweenTicks(axis: Axis, width: number): boolean {
  // The label is centred, so the longer tick decides.
  const longest = endsOf(axis).reduce((most, tick) => Math.max(most, textWidth(tick.text)), 0);
  return textWidth(axis.label) + 2 * longest + 4 <= width;
}

/** All ticks if there is room, else those at the ends, else the first. */
function ticksThatFit(axis: Axis, width: number, labelBetween: boolean): readonly Tick[] {
  const widthOf = (ticks: readonly Tick[]) => ticks.reduce((sum, tick) => sum + textWidth(tick.text), 0);
  if (!labelBetween && widthOf(axis.ticks) + 4 <= width) return axis.ticks;
  const ends = endsOf(axis);
  return widthOf(ends) < width ? ends : ends.slice(0, 1);
}

function endsOf(axis: Axis): readonly Tick[] {
  return axis.ticks.filter((_, index) => index === 0 || index === axis.ticks.length - 1);
}
