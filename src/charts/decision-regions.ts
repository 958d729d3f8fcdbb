import type {Canvas} from './canvas.ts';
import type {Chart, ChartSize, Tone} from './chart.ts';
import type {Field} from './curve.ts';
import {drawField, fieldMinimum, type LegendEntry} from './field.ts';
import {emptyChart, makeChart} from './frame.ts';
import type {Glyphs} from './glyphs.ts';
import {formatCount, formatNumber, formatPercent, isDrawable} from './number.ts';
import {exactAxis, stepOf} from './scale.ts';

/** What a model answers all over the plane of two features, and samples whose class is known. */
export type RegionsData = {
  readonly title?: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  readonly classes: readonly string[];
  /** Codes of the predicted classes at `columns` × `rows` even steps, row after row, the lowest y first. */
  readonly grid: {readonly columns: number; readonly rows: number; readonly codes: ArrayLike<number>};
  readonly points?: ReadonlyArray<{readonly x: number; readonly y: number; readonly code: number}>;
};

type Place = {readonly x: number; readonly y: number};

const tones: readonly Tone[] = ['data', 'second', 'third', 'accent', 'dim'];
const toneOf = (code: number) => tones[code % tones.length]!;
const glyphAt = (glyphs: string, code: number) => Array.from(glyphs)[code % 5]!;

/** Draw which class a model answers where, and the samples on top; those in a region of another class stand out. */
export function decisionRegions(data: RegionsData, size: ChartSize): Chart {
  const {title = 'Decision regions', grid, classes} = data;
  const isEmpty = grid.codes.length < grid.columns * grid.rows || grid.columns * grid.rows < 1;
  if (isEmpty || classes.length === 0) return emptyChart(title, 'There are no regions to draw.', size);
  const x = exactAxis(data.xLabel, ...orderedRange(data.xRange));
  const y = exactAxis(data.yLabel, ...orderedRange(data.yRange));
  const codeAt = ({x: across, y: up}: Place) =>
    grid.codes[stepOf(y, up, grid.rows) * grid.columns + stepOf(x, across, grid.columns)]!;
  const points = (data.points ?? []).filter(point => isDrawable(point.x) && isDrawable(point.y));
  const wrong = points.filter(point => codeAt(point) !== point.code);
  return makeChart(
    {
      title,
      sentence: readRegions(points.length, wrong.length, sharesOf(data)),
      table: {
        header: ['class', 'share of the plane', 'samples', 'in a region of another class'],
        rows: sharesOf(data).map(({name, share}, code) => [
          name,
          formatPercent(share),
          ...[points, wrong].map(some => formatNumber(some.filter(point => point.code === code).length)),
        ]),
      },
      ...fieldMinimum,
      draw: (width, height, glyphs) => {
        const paint = (canvas: Canvas, field: Field) => {
          drawRegions(canvas, field, codeAt, glyphs);
          for (const point of points) drawPoint(canvas, field, point, codeAt(point) !== point.code, glyphs);
        };
        return drawField(
          {axes: {x, y}, legend: classes.map((name, code) => entryOf(name, code, glyphs)), paint},
          width,
          height,
          glyphs,
        );
      },
    },
    size,
  );
}

function orderedRange([low, high]: readonly [number, number]): [number, number] {
  return isDrawable(low) && isDrawable(high) && low < high ? [low, high] : [0, 1];
}

function sharesOf({classes, grid}: RegionsData): ReadonlyArray<{readonly name: string; readonly share: number}> {
  const codes = Array.from(grid.codes);
  return classes.map((name, code) => ({name, share: codes.filter(other => other === code).length / codes.length}));
}

function readRegions(points: number, wrong: number, shares: ReturnType<typeof sharesOf>): string {
  const largest = shares.reduce((best, share) => (share.share > best.share ? share : best));
  const plane = `The model answers ${largest.name} on ${formatPercent(largest.share)} of the plane`;
  if (points === 0) return `${plane}.`;
  return `${plane}; ${formatNumber(wrong)} of ${formatCount(points, 'sample')} lie in a region of another class.`;
}

function entryOf(name: string, code: number, glyphs: Glyphs): LegendEntry {
  return {sample: glyphAt(glyphs.shades, code) + glyphAt(glyphs.marks, code), tone: toneOf(code), label: name};
}

/** Fill each cell with its class's shade; where its halves differ, the border is drawn between them. */
function drawRegions(canvas: Canvas, field: Field, codeAt: (place: Place) => number, glyphs: Glyphs): void {
  const valueAt = (axis: {readonly low: number; readonly high: number}, share: number) =>
    axis.low + share * (axis.high - axis.low);
  for (let row = 0; row < field.height; row++) {
    for (let column = 0; column < field.width; column++) {
      const x = valueAt(field.x, (column + 0.5) / field.width);
      const halves = [0.25, 0.75].map(part => codeAt({x, y: valueAt(field.y, 1 - (row + part) / field.height)}));
      const [upper, lower] = halves as [number, number];
      const at = [field.left + column, field.top + row] as const;
      const fill = glyphAt(glyphs.shades, upper);
      if (upper === lower || glyphs.set === 'ascii') canvas.put(...at, fill, {tone: toneOf(upper)});
      else if (upper === 0) canvas.put(...at, '▄', {tone: toneOf(lower)});
      else canvas.put(...at, '▀', {tone: toneOf(upper), ...(lower === 0 ? {} : {back: toneOf(lower)})});
    }
  }
}

function drawPoint(
  canvas: Canvas,
  field: Field,
  point: Place & {readonly code: number},
  isWrong: boolean,
  glyphs: Glyphs,
): void {
  const column = field.left + stepOf(field.x, point.x, field.width);
  const row = field.top + field.height - 1 - stepOf(field.y, point.y, field.height);
  canvas.put(column, row, glyphAt(glyphs.marks, point.code), {
    tone: isWrong ? 'accent' : toneOf(point.code),
    bold: true,
  });
}
