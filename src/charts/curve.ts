import {plot} from 'asciichart';
import type {Canvas} from './canvas.ts';
import type {GlyphSet, Tone} from './chart.ts';
import {isDrawable} from './number.ts';
import {stepOf} from './scale.ts';

/** A point of a curve in the figure's own units: x, then y. */
export type Point = readonly [number, number];
/** How a line is drawn, so that lines are told apart without colour. */
export type Stroke = 'solid' | 'dashed' | 'dotted';

/** The part of a canvas that a curve may use, in cells, and the values at its edges. */
export type Field = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: {readonly low: number; readonly high: number};
  readonly y: {readonly low: number; readonly high: number};
};

// asciichart's own order: start, axis, two unused here, across, then the corners ╰ ╭ ╮ ╯, and down.
const blockSymbols: {readonly [S in Stroke]: string} = {
  solid: '┼┤╶╴─╰╭╮╯│',
  dashed: '┼┤╶╴╌╰╭╮╯╎',
  dotted: '··········',
};
const asciiSymbols: {readonly [S in Stroke]: string} = {
  solid: '++++-++++|',
  dashed: '**********',
  dotted: '..........',
};

/** The two characters that stand for a stroke in a legend. */
export function strokeSample(stroke: Stroke, glyphs: GlyphSet): string {
  if (glyphs === 'braille') return {solid: '⠒⠒', dashed: '⠒⠐', dotted: '⠂⠂'}[stroke];
  return (glyphs === 'ascii' ? asciiSymbols : blockSymbols)[stroke].charAt(4).repeat(2);
}

/** Cut a curve where a value is missing, and order each part by x. */
export function curveParts(points: readonly Point[]): ReadonlyArray<readonly Point[]> {
  const parts: Point[][] = [[]];
  for (const point of points) {
    if (isDrawable(point[0]) && isDrawable(point[1])) parts.at(-1)!.push(point);
    else parts.push([]);
  }
  return parts.filter(part => part.length > 0).map(part => part.sort((a, b) => a[0] - b[0]));
}

/** Draw a curve with box characters or ASCII, through the `asciichart` package. */
export function drawTextCurve(
  canvas: Canvas,
  field: Field,
  points: readonly Point[],
  stroke: Stroke,
  tone: Tone,
): void {
  const symbols = Array.from((canvas.glyphs === 'ascii' ? asciiSymbols : blockSymbols)[stroke]);
  for (const part of curveParts(points)) {
    const {start, steps} = sampleSteps(part, field);
    // asciichart throws on NaN and on an empty series, adds a row to `height` and rounds by the size of the values:
    // whole steps from 0 make its rows exact. Its first column is its own axis, which is cut off.
    const top = field.height - 1;
    const rows = plot(steps, {min: 0, max: top, height: top, offset: 1, format: () => ' ', symbols}).split('\n');
    rows.forEach((row, index) => {
      Array.from(row.slice(1)).forEach((character, column) => {
        if (character !== ' ') canvas.put(field.left + start + column, field.top + index, character, {tone});
      });
    });
  }
}

/** The curve's height at the edges between columns: one more value than the columns it covers. */
function sampleSteps(
  part: readonly Point[],
  field: Field,
): {readonly start: number; readonly steps: readonly number[]} {
  const span = field.x.high - field.x.low;
  const columnOf = (x: number) => Math.min(1, Math.max(0, (x - field.x.low) / span)) * field.width;
  const start = Math.min(field.width - 1, Math.floor(columnOf(part[0]![0])));
  const end = Math.max(start + 1, Math.ceil(columnOf(part.at(-1)![0])));
  const steps: number[] = [];
  let next = 0;
  for (let edge = start; edge <= end; edge++) {
    const x = field.x.low + (edge / field.width) * span;
    // The first edge takes the first point, so that a jump at the very start is drawn.
    while (edge > start && next < part.length && part[next]![0] <= x + span * 1e-12) next++;
    const y = edge === start ? part[0]![1] : between(part[next - 1], part[next], x);
    steps.push(stepOf(field.y, y, field.height));
  }
  return {start, steps};
}

function between(before: Point | undefined, after: Point | undefined, x: number): number {
  if (!before || !after) return (before ?? after)![1];
  const share = (x - before[0]) / (after[0] - before[0]);
  return before[1] + share * (after[1] - before[1]);
}
