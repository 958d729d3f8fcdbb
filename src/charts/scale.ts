import {formatColumn, isDrawable} from './number.ts';

/** A mark on an axis. */
export type Tick = {readonly at: number; readonly text: string};

/** One axis: what it measures, with its unit, from where to where, and two or three ticks. */
export type Axis = {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly Tick[];
};

/** The axis of a share or a probability: 0 to 1. */
export function shareAxis(label: string): Axis {
  return {label, low: 0, high: 1, ticks: ticksAt([0, 0.5, 1])};
}

/** An axis whose ends are exactly those given. */
export function exactAxis(label: string, low: number, high: number): Axis {
  return {label, ...spread(low, high), ticks: ticksAt([low, high])};
}

/** An axis around the values, with round numbers at its ends and, where it falls on one, in its middle. */
export function niceAxis(label: string, values: Iterable<number>): Axis {
  const {low, high} = extent(values);
  const {start, step, parts} = niceSteps(low, high);
  const marks = parts % 2 === 0 ? [0, parts / 2, parts] : [0, parts];
  return {label, low: start, high: start + parts * step, ticks: ticksAt(marks.map(mark => start + mark * step))};
}

/** Where a value lies on an axis, as a whole step from 0 to `steps` − 1; a value outside is put at the end. */
export function stepOf(axis: {readonly low: number; readonly high: number}, value: number, steps: number): number {
  const share = (value - axis.low) / (axis.high - axis.low);
  return Math.round(Math.min(1, Math.max(0, share)) * (steps - 1));
}

/** The least and the greatest drawable value, never equal; 0 and 1 where there is none. */
export function extent(values: Iterable<number>): {readonly low: number; readonly high: number} {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!isDrawable(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? {low: 0, high: 1} : spread(low, high);
}

function spread(low: number, high: number): {readonly low: number; readonly high: number} {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > size * 1e-9 && high - low > 1e-100) return {low, high};
  const pad = size > 1e-90 ? size * 0.1 : 1;
  return {low: low - pad, high: high + pad};
}

/** Of two to six steps of 1, 2, 2.5 or 5 × 10ⁿ, the ones that leave the least room unused. */
function niceSteps(low: number, high: number): {readonly start: number; readonly step: number; readonly parts: number} {
  let best = {start: low, step: (high - low) / 2, parts: 2};
  let bestSpan = Number.POSITIVE_INFINITY;
  for (const parts of [2, 3, 4, 5, 6]) {
    const power = 10 ** Math.floor(Math.log10((high - low) / parts));
    for (const factor of [1, 2, 2.5, 5, 10, 20]) {
      const step = factor * power;
      const start = Math.floor(low / step + 1e-9) * step;
      const span = parts * step;
      if (start + span < high - step * 1e-9 || span > bestSpan * (1 - 1e-9)) continue;
      best = {start, step, parts};
      bestSpan = span;
    }
  }
  return best;
}

function ticksAt(values: readonly number[]): readonly Tick[] {
  const texts = formatColumn(values.map(value => (Math.abs(value) < 1e-100 ? 0 : value)));
  return values.map((at, index) => ({at, text: texts[index]!}));
}
