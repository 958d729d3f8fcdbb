import {formatNumber} from './number.ts';
import {type Axis, exactAxis, niceAxis} from './scale.ts';

/** Values counted in equal ranges. */
export type Bins = {
  readonly axis: Axis;
  readonly ranges: readonly string[];
  /** Per group, one count per range. */
  readonly counts: ReadonlyArray<readonly number[]>;
  readonly cellsPerBin: number;
};

const mostBins = 30;

/** Count the values of groups in the same ranges, as many as `width` cells can show. */
export function sortIntoBins(
  label: string,
  groups: ReadonlyArray<{readonly values: Float64Array}>,
  marked: readonly number[],
  width: number,
  wanted?: number,
): Bins {
  const ends = [...groups.flatMap(({values}) => endsOf(values)), ...endsOf(Float64Array.from(marked))];
  const [low, high] = [ends.reduce((a, b) => Math.min(a, b)), ends.reduce((a, b) => Math.max(a, b))];
  const allWhole = groups.every(({values}) => values.every(Number.isInteger)) && marked.every(Number.isInteger);
  const isWhole = allWhole && high - low < Math.min(mostBins, width);
  const axis = isWhole ? wholeAxis(label, low, high) : niceAxis(label, ends);
  const largest = groups.reduce((most, {values}) => Math.max(most, values.length), 0);
  const count = isWhole ? high - low + 1 : binCount(largest, width, wanted);
  const step = (axis.high - axis.low) / count;
  const ranges = Array.from({length: count}, (_, bin) => {
    if (isWhole) return formatNumber(low + bin);
    return `${formatNumber(axis.low + bin * step)} to ${formatNumber(axis.low + (bin + 1) * step)}`;
  });
  const counts = groups.map(({values}) => countIn(values, axis.low, step, count));
  return {axis, ranges, counts, cellsPerBin: Math.max(1, Math.floor(width / count))};
}

function endsOf(values: Float64Array): readonly number[] {
  if (values.length === 0) return [];
  return [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
}

function countIn(values: Float64Array, low: number, step: number, count: number): readonly number[] {
  const sums = new Array<number>(count).fill(0);
  for (const value of values) sums[Math.min(count - 1, Math.max(0, Math.floor((value - low) / step)))]!++;
  return sums;
}

/** Rice's rule, 2 × ∛n, so that every bin is at least two cells wide where there is room. */
function binCount(n: number, width: number, wanted: number | undefined): number {
  const count = wanted !== undefined && wanted >= 1 ? Math.floor(wanted) : Math.max(5, Math.ceil(2 * Math.cbrt(n)));
  return Math.max(1, Math.min(count, mostBins, wanted === undefined ? Math.floor(width / 2) : width));
}

/** One bin for each whole number. */
function wholeAxis(label: string, low: number, high: number): Axis {
  const {ticks} = exactAxis(label, low, high);
  return {label, low: low - 0.5, high: high + 0.5, ticks: low === high ? ticks.slice(0, 1) : ticks};
}
