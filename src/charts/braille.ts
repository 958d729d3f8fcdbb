import type {Canvas} from './canvas.ts';
import type {Tone} from './chart.ts';
import {curveParts, type Field, type Point, type Stroke} from './curve.ts';

/** Dots on a grid twice as wide and four times as high as the cells it is drawn into. */
export type Dots = {
  /** Draw a curve; where curves share a cell, its tone is that of the last. */
  curve(points: readonly Point[], stroke: Stroke, tone: Tone): void;
  /** Copy the cells that have dots onto the canvas. */
  copyTo(canvas: Canvas): void;
};

// Unicode numbers the dots of a cell down the left column, then the right, the bottom row last.
const dotBits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** Of every so many dots along a line, the first few are set. */
const dashes: {readonly [S in Stroke]: {readonly on: number; readonly of: number}} = {
  solid: {on: 1, of: 1},
  dashed: {on: 4, of: 7},
  dotted: {on: 1, of: 4},
};

/** Open an empty grid of braille dots over a field. */
export function newDots(field: Field): Dots {
  const bits = new Uint8Array(field.width * field.height);
  const tones: Tone[] = [];
  const set = (x: number, y: number, tone: Tone) => {
    const cell = (y >> 2) * field.width + (x >> 1);
    bits[cell]! |= dotBits[y & 3]![x & 1]!;
    tones[cell] = tone;
  };
  return {
    curve(points, stroke, tone) {
      for (const part of curveParts(points)) {
        walk(
          part.map(point => toDot(point, field)),
          dashes[stroke],
          (x, y) => set(x, y, tone),
        );
      }
    },
    copyTo(canvas) {
      bits.forEach((pattern, cell) => {
        if (pattern === 0) return;
        const x = field.left + (cell % field.width);
        const y = field.top + Math.floor(cell / field.width);
        canvas.put(x, y, String.fromCharCode(0x2800 + pattern), {tone: tones[cell]!});
      });
    },
  };
}

/** Visit the dots of a line through the points, counting on across corners so that dashes stay even. */
function walk(
  dots: readonly Point[],
  dash: {readonly on: number; readonly of: number},
  visit: (x: number, y: number) => void,
): void {
  let count = 0;
  let [x0, y0] = dots[0]!;
  visit(x0, y0);
  for (const [x1, y1] of dots.slice(1)) {
    const length = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
    for (let step = 1; step <= length; step++) {
      count++;
      if (count % dash.of >= dash.on) continue;
      visit(Math.round(x0 + ((x1 - x0) * step) / length), Math.round(y0 + ((y1 - y0) * step) / length));
    }
    [x0, y0] = [x1, y1];
  }
}

function toDot([x, y]: Point, field: Field): Point {
  const across = Math.min(1, Math.max(0, (x - field.x.low) / (field.x.high - field.x.low)));
  const up = Math.min(1, Math.max(0, (y - field.y.low) / (field.y.high - field.y.low)));
  return [Math.round(across * (field.width * 2 - 1)), Math.round((1 - up) * (field.height * 4 - 1))];
}
