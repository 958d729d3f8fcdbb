import type {Chart, ChartSize} from './chart.ts';
import {type FiveNumbers, fiveNumbers} from './five-numbers.ts';
import {emptyChart, makeChart} from './frame.ts';
import type {Glyphs} from './glyphs.ts';
import {formatNumber, joinWords} from './number.ts';
import {drawRows, type RowPlace, rowMinimum} from './row-layout.ts';
import {type Axis, niceAxis, stepOf} from './scale.ts';

/** Values under a name: a column, or a column's values for one class. */
export type Group = {readonly label: string; readonly values: ArrayLike<number>};

/** Groups of values of one thing, on one scale. */
export type BoxData = {
  readonly title: string;
  /** What is measured, and its unit: `age`, `years`. */
  readonly label: string;
  readonly unit?: string;
  readonly groups: readonly Group[];
};

/** Draw each group as a box from quartile to quartile, with its median, whiskers and outliers. */
export function boxChart(data: BoxData, size: ChartSize): Chart {
  const boxes = data.groups.flatMap(group => {
    const numbers = fiveNumbers(group.values);
    return numbers ? [{label: group.label, numbers}] : [];
  });
  if (boxes.length === 0) return emptyChart(data.title, 'There are no values to draw.', size);
  const axis = niceAxis(
    withUnit(data.label, data.unit),
    boxes.flatMap(({numbers}) => [numbers.min, numbers.max]),
  );
  return makeChart(
    {
      title: data.title,
      sentence: readMedians(
        data,
        boxes.map(({label, numbers}) => ({label, median: numbers.median})),
      ),
      table: {
        header: ['group', 'lowest', 'lower quartile', 'median', 'upper quartile', 'highest'],
        rows: boxes.map(({label, numbers: {min, q1, median, q3, max}}) => [
          label,
          ...[min, q1, median, q3, max].map(formatNumber),
        ]),
      },
      ...rowMinimum(),
      draw: (width, height, glyphs) =>
        drawRows(
          {
            labels: boxes.map(box => box.label),
            axis,
            linesPerRow: 2,
            paint: (index, place) => drawBox(boxes[index]!.numbers, axis, place, glyphs),
          },
          width,
          height,
          glyphs,
        ),
    },
    size,
  );
}

/** A name with its unit, as axes carry it: `age (years)`. */
export function withUnit(label: string, unit: string | undefined): string {
  return unit === undefined ? label : `${label} (${unit})`;
}

/** Say the medians of groups in one sentence. */
export function readMedians(
  data: {readonly label: string; readonly unit?: string},
  groups: ReadonlyArray<{readonly label: string; readonly median: number}>,
): string {
  const unit = data.unit === undefined ? '' : ` ${data.unit}`;
  const [only] = groups;
  if (groups.length === 1 && only) return `The median of ${data.label} is ${formatNumber(only.median)}${unit}.`;
  const parts = groups.slice(0, 4).map(({label, median}) => `${formatNumber(median)}${unit} for ${label}`);
  const more = groups.length > 4 ? [`${groups.length - 4} more in the table`] : [];
  return `The median of ${data.label} is ${joinWords([...parts, ...more])}.`;
}

function drawBox(numbers: FiveNumbers, axis: Axis, {canvas, left, top, width}: RowPlace, glyphs: Glyphs): void {
  const column = (value: number) => left + stepOf(axis, value, width);
  const [from, to] = [column(numbers.lowWhisker), column(numbers.highWhisker)];
  const [q1, q3] = [column(numbers.q1), column(numbers.q3)];
  canvas.put(from, top, glyphs.across.repeat(to - from + 1), {tone: 'dim'});
  canvas.put(from, top, glyphs.capLeft, {tone: 'dim'});
  canvas.put(to, top, glyphs.capRight, {tone: 'dim'});
  canvas.put(q1, top, glyphs.full.repeat(q3 - q1 + 1), {tone: 'data'});
  canvas.put(column(numbers.median), top, glyphs.median, {tone: 'accent', bold: true});
  for (const value of numbers.outliers) canvas.put(column(value), top, glyphs.ring, {tone: 'second'});
}
