import type {Chart, ChartSize, ChartTable, Line} from '../../../charts/index.ts';
import {cleanText, textWidth, wrapText} from '../../../charts/text.ts';

/** A row where there is no room for columns: its name, a word about it, and beneath both the text that takes room. */
export type Brief = {readonly name: string; readonly about: string; readonly below: string};

/** Rows whose last column is a text: it is wrapped and never cut. */
export type ListFigure = {
  readonly title: string;
  readonly table: ChartTable;
  readonly sentence: string;
  readonly inBrief: (row: readonly string[]) => Brief;
};

const gap = 2;
const leastText = 24;
const indent = 2;

/** Draw rows in columns with the last one wrapped; where that leaves too little room for it, beneath its row. */
export function drawList({title, table, sentence, inBrief}: ListFigure, size: ChartSize): Chart {
  const {width, glyphs, caption} = size;
  const rows = table.rows.map(row => row.map(cell => cleanText(cell, glyphs)));
  const widths = columnWidths([table.header, ...rows]);
  const left = widths.slice(0, -1).reduce((sum, wide) => sum + wide + gap, 0);
  const hasRoom = rows.length > 0 && width - left >= Math.min(leastText, widths.at(-1) ?? 0);
  const body = hasRoom
    ? [columnsHeader(table.header, widths), ...rows.flatMap(row => rowLines(row, widths, width, size))]
    : rows.flatMap(row => briefLines(inBrief(row), size));
  const wrapped = (text: string): readonly string[] => wrapText(text, width, glyphs);
  const below = caption === false ? [] : wrapped(sentence).map((text): Line => [{text, tone: 'dim'}]);
  const heading = wrapped(title).map((text): Line => [{text, bold: true}]);
  return {lines: [...heading, ...body, ...below], sentence, table};
}

function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => textWidth(row[column] ?? ''))));
}

function columnsHeader(header: readonly string[], widths: readonly number[]): Line {
  return [{text: inColumns(header, widths).trimEnd(), tone: 'dim'}];
}

function rowLines(
  row: readonly string[],
  widths: readonly number[],
  width: number,
  {glyphs}: ChartSize,
): readonly Line[] {
  const head = inColumns(row.slice(0, -1), widths);
  const [first, ...rest] = wrapText(row.at(-1) ?? '', width - textWidth(head), glyphs);
  if (first === undefined) return [[{text: head.trimEnd()}]];
  const blank = ' '.repeat(textWidth(head));
  return [[{text: head}, {text: first, tone: 'dim'}], ...rest.map((text): Line => [{text: blank + text, tone: 'dim'}])];
}

function inColumns(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, column) => cell + ' '.repeat(widths[column]! - textWidth(cell) + gap)).join('');
}

function briefLines({name, about, below}: Brief, {width, glyphs}: ChartSize): readonly Line[] {
  const isShort = textWidth(name) + gap + textWidth(about) <= width;
  const beneath = (text: string): readonly Line[] =>
    wrapText(text, Math.max(1, width - indent), glyphs).map(line => [
      {text: ' '.repeat(indent) + line, tone: 'dim' as const},
    ]);
  if (isShort) return [[{text: name}, {text: about === '' ? '' : `  ${about}`, tone: 'data'}], ...beneath(below)];
  return [...wrapText(name, width, glyphs).map((text): Line => [{text}]), ...beneath(about), ...beneath(below)];
}
