import type {GlyphSet, Line, Span} from './chart.ts';
import {cellsOfText, toAscii} from './text.ts';

export type Style = Omit<Span, 'text'>;

/** A rectangle of cells to draw on. What falls outside is cut off, so nothing drawn here can be too large. */
export type Canvas = {
  readonly glyphs: GlyphSet;
  readonly width: number;
  readonly height: number;
  /** Write text from column `x` of row `y`, both from 0 at the top left. */
  put(x: number, y: number, text: string, style?: Style): void;
  /** What was drawn, cells of one style joined, without spaces at the ends of lines. */
  lines(): readonly Line[];
};

type Cell = {text: string; style: Style};
const plain: Style = {};

/** Open an empty canvas. In the ascii set it accepts any text and writes ASCII. */
export function newCanvas(width: number, height: number, glyphs: GlyphSet): Canvas {
  const rows = Array.from({length: height}, () => Array.from({length: width}, (): Cell => ({text: ' ', style: plain})));
  return {
    width,
    height,
    glyphs,
    put(x, y, text, style = plain) {
      const row = rows[y];
      if (!row) return;
      let column = x;
      for (const cell of cellsOfText(glyphs === 'ascii' ? toAscii(text) : text)) {
        if (column >= 0 && column + cell.width <= width) write(row, column, cell, style);
        column += cell.width;
      }
    },
    lines: () => rows.map(joinCells),
  };
}

/** A wide character owns its cell and the next, which is then empty; cutting it in half leaves a space. */
function write(row: Cell[], x: number, cell: {readonly text: string; readonly width: 1 | 2}, style: Style): void {
  if (row[x]!.text === '') row[x - 1] = {text: ' ', style: plain};
  const end = x + cell.width;
  if (row[end]?.text === '') row[end] = {text: ' ', style: plain};
  row[x] = {text: cell.text === '\u2800' ? ' ' : cell.text, style};
  if (cell.width === 2) row[x + 1] = {text: '', style};
}

function joinCells(row: readonly Cell[]): Line {
  const spans: {text: string; style: Style}[] = [];
  let end = row.length;
  while (end > 0 && row[end - 1]!.text === ' ' && !row[end - 1]!.style.back) end--;
  for (const cell of row.slice(0, end)) {
    const last = spans.at(-1);
    if (last && (sameStyle(last.style, cell.style) || (cell.text === ' ' && !cell.style.back && !last.style.back))) {
      last.text += cell.text;
    } else spans.push({text: cell.text, style: cell.style});
  }
  return spans.map(({text, style}) => ({text, ...style}));
}

function sameStyle(a: Style, b: Style): boolean {
  return a.tone === b.tone && a.bold === b.bold && a.back === b.back;
}
