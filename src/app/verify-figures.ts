import type {Json} from '../engine/value.ts';

/** A figure that did not come out as recorded. */
export type FigureChange = {
  /** Its path in the metrics: `test.accuracy`. */
  readonly figure: string;
  readonly recorded: number | null;
  readonly now: number | null;
  /** |now − recorded| / |recorded|; null where one of them is missing. */
  readonly relative: number | null;
};

/** Below this share a difference is in the last digits only: another processor or another Node rounds that much. */
export const lastDigits = 1e-9;

/** Compare the metrics of a record with those of a new run, figure by figure; new kinds of figures do not count. */
export function compareFigures(recorded: Json, now: Json): readonly FigureChange[] {
  const found = new Map(numbersIn(now));
  return numbersIn(recorded).flatMap(([figure, value]) => {
    const other = found.get(figure) ?? null;
    return Object.is(value, other) ? [] : [{figure, recorded: value, now: other, relative: distance(value, other)}];
  });
}

function distance(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  const most = Math.max(Math.abs(a), Math.abs(b));
  return most === 0 ? 0 : Math.abs(a - b) / most;
}

function numbersIn(value: Json, path = ''): ReadonlyArray<readonly [string, number | null]> {
  if (typeof value === 'number') return [[path, value]];
  if (value === null) return path === '' ? [] : [[path, null]];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, item]) => numbersIn(item, path ? `${path}.${name}` : name));
}
