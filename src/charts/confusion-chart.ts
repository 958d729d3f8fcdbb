import {type Canvas, newCanvas, type Style} from './canvas.ts';
import type {Chart, ChartSize, Line} from './chart.ts';
import {emptyChart, makeChart} from './frame.ts';
import {type Glyphs, onRamp} from './glyphs.ts';
import {formatCount, formatNumber, formatPercent} from './number.ts';
import {fitLabels, fitText, textWidth} from './text.ts';

/** How often each class was taken for each: `matrix[actual][predicted]`. */
export type ConfusionData = {
  readonly title?: string;
  readonly labels: readonly string[];
  readonly matrix: ReadonlyArray<readonly number[]>;
};

const mostClasses = 10;

type Counts = {readonly labels: readonly string[]; readonly matrix: ReadonlyArray<readonly number[]>};

/** Draw the counts of right and wrong predictions, each with its share of the row, shaded by that share. */
export function confusionChart(data: ConfusionData, size: ChartSize): Chart {
  const {title = 'Confusion matrix', labels} = data;
  const matrix = labels.map((_, row) => labels.map((_, column) => countAt(data.matrix, row, column)));
  const counts = {labels, matrix};
  const most = matrix.flat().reduce((best, count) => Math.max(best, count), 0);
  if (most === 0) return emptyChart(title, 'There are no predictions to count.', size);
  return makeChart(
    {
      title,
      sentence: readMatrix(counts),
      table: tableOf(counts),
      minWidth:
        labels.length > mostClasses ? Number.POSITIVE_INFINITY : 8 + labels.length * (formatNumber(most).length + 3),
      minHeight: 2 + labels.length,
      draw: (width, height, glyphs) => drawMatrix(counts, width, height, glyphs),
    },
    size,
  );
}

function countAt(matrix: ConfusionData['matrix'], row: number, column: number): number {
  const count = matrix[row]?.[column] ?? 0;
  return Number.isFinite(count) && count > 0 ? Math.min(count, 1e15) : 0;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const shareOf = (count: number, row: readonly number[]) => (sum(row) === 0 ? 0 : count / sum(row));

function readMatrix({labels, matrix}: Counts): string {
  const total = sum(matrix.flat());
  const right = sum(matrix.map((row, index) => row[index]!));
  const start = `${formatNumber(right)} of ${formatCount(total, 'sample')} are right (${formatPercent(right / total)})`;
  let worst = {count: 0, actual: '', predicted: ''};
  matrix.forEach((row, actual) => {
    row.forEach((count, predicted) => {
      if (actual === predicted || count <= worst.count) return;
      worst = {count, actual: labels[actual]!, predicted: labels[predicted]!};
    });
  });
  if (worst.count === 0) return `${start}.`;
  return `${start}; the most common mistake: ${formatNumber(worst.count)} actual ${worst.actual} predicted as ${worst.predicted}.`;
}

function tableOf({labels, matrix}: Counts) {
  return {
    header: ['actual', ...labels.map(label => `predicted ${label}`)],
    rows: matrix.map((row, index) => [
      labels[index]!,
      ...row.map(count => `${formatNumber(count)} (${formatPercent(shareOf(count, row))})`),
    ]),
  };
}

/** Sizes of the grid: each cell `inner` wide and `lines` high; count and share stand side by side or beneath each other. */
type Grid = {readonly left: number; readonly inner: number; readonly lines: number; readonly sideBySide: boolean};

function drawMatrix(counts: Counts, width: number, height: number, glyphs: Glyphs): readonly Line[] {
  const {labels, matrix} = counts;
  const grid = layOut(counts, width, height, glyphs);
  const each = grid.inner + 1;
  const canvas = newCanvas(width, 2 + labels.length * grid.lines, glyphs.set);
  putCentred(canvas, {x: grid.left, y: 0, width: labels.length * each - 1}, 'predicted', {tone: 'dim'});
  canvas.put(0, 1, 'actual', {tone: 'dim'});
  const rowNames = fitLabels(labels, grid.left - 1, glyphs.set);
  fitLabels(labels, grid.inner, glyphs.set).forEach((label, index) => {
    putCentred(canvas, {x: grid.left + index * each, y: 1, width: grid.inner}, label);
    const top = 2 + index * grid.lines;
    canvas.put(0, top + (grid.lines === 3 ? 1 : 0), rowNames[index]!);
    matrix[index]!.forEach((count, column) => {
      const cell = {count, share: shareOf(count, matrix[index]!), isRight: index === column};
      drawCell(canvas, grid, {x: grid.left + column * each, y: top}, cell, glyphs);
    });
  });
  return canvas.lines();
}

function layOut({labels, matrix}: Counts, width: number, height: number, glyphs: Glyphs): Grid {
  const classes = labels.length;
  const counts = matrix.flat().reduce((most, count) => Math.max(most, formatNumber(count).length), 0);
  const longest = labels.reduce((most, label) => Math.max(most, textWidth(fitText(label, 18, glyphs.set))), 6);
  const left = Math.max(7, Math.min(longest, Math.floor(width * 0.3), width - classes * (counts + 3)) + 1);
  const inner = Math.min(15, Math.floor((width - left + 1) / classes) - 1);
  const room = Math.floor((height - 2) / classes);
  // Both words need a space between them, one at each side, and shading beyond.
  if (counts + 9 <= inner) return {left, inner, lines: room >= 3 ? 3 : 1, sideBySide: true};
  return {left, inner, lines: room >= 2 && inner >= 5 ? 2 : 1, sideBySide: false};
}

type MatrixCell = {readonly count: number; readonly share: number; readonly isRight: boolean};

function drawCell(
  canvas: Canvas,
  grid: Grid,
  at: {readonly x: number; readonly y: number},
  cell: MatrixCell,
  glyphs: Glyphs,
): void {
  const {count, share, isRight} = cell;
  const level = Math.round(share * 4) as 0 | 1 | 2 | 3 | 4;
  const shade = onRamp(glyphs.shades, share).repeat(grid.inner);
  for (let line = 0; line < grid.lines; line++) canvas.put(at.x, at.y + line, shade, {tone: `ramp${level}`});
  const style = count === 0 ? ({tone: 'dim'} as const) : ({tone: isRight ? 'data' : 'second', bold: true} as const);
  const words = [formatNumber(count), ...(count > 0 ? [formatPercent(share)] : [])];
  if (grid.sideBySide) {
    const text = ` ${words.join(' ')} `;
    const start = Math.floor((grid.inner - text.length) / 2);
    canvas.put(at.x + start, at.y + (grid.lines === 3 ? 1 : 0), text, style);
    return;
  }
  words.slice(0, grid.lines).forEach((word, line) => {
    canvas.put(at.x + grid.inner - word.length - 1, at.y + line, ` ${word}`, style);
  });
}

type Stretch = {readonly x: number; readonly y: number; readonly width: number};

function putCentred(canvas: Canvas, {x, y, width}: Stretch, text: string, style: Style = {}): void {
  const short = fitText(text, width, canvas.glyphs);
  canvas.put(x + Math.floor((width - textWidth(short)) / 2), y, short, style);
}
