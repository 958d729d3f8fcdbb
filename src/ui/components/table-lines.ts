import {tableTexts} from '../../charts/table-text.ts';
import type {GlyphSet} from '../terminal/capabilities.ts';
import type {Tone} from '../theme/tokens.ts';
import {cleanOneLine} from './clean-text.ts';
import {cutLine, type Line, padLine, textWidth} from './rich-text.ts';

/** One column of a table. */
export type TableColumn = {
  readonly title: string;
  /** Numbers stand at the right. Left out, a column of numbers is found by its cells. */
  readonly align?: 'left' | 'right';
  readonly tone?: Tone;
  /** Never narrower than this; 4 if left out. */
  readonly minWidth?: number;
};

type TableGlyphs = {
  readonly set: GlyphSet;
  readonly ellipsis: string;
  readonly line: string;
  readonly isSpoken?: boolean;
};

const gap = 2;
const noteWidth = (hidden: number) => ` +${hidden}`.length;
const numberLike = /^[-+−]?[\d,.\s]*\d(\.\d+)?\s?%?$|^[-–—]?$/;

/**
 * Lay a table out in a width: a heading, a rule, and one line per row. Wide columns give way first; columns for which there is no room
 * are left out from the right, and the last heading then says how many. Said, every cell stands after its heading.
 */
export function tableLines(
  columns: readonly TableColumn[],
  rows: ReadonlyArray<readonly string[]>,
  width: number,
  glyphs: TableGlyphs,
): {readonly head: readonly Line[]; readonly body: readonly Line[]} {
  const cells = rows.map(row => columns.map((_, index) => cleanOneLine(row[index] ?? '', glyphs.set)));
  const titles = columns.map(({title}) => cleanOneLine(title, glyphs.set));
  if (glyphs.isSpoken) return {head: [], body: spokenRows(titles, cells)};
  const wishes = columns.map((_, index) =>
    Math.max(textWidth(titles[index]!), ...cells.map(row => textWidth(row[index]!))),
  );
  const widths = fitColumns(
    wishes,
    columns.map(column => column.minWidth ?? 4),
    width,
  );
  const aligns = columns.map((column, index) => column.align ?? (isNumeric(cells, index) ? 'right' : 'left'));
  const hidden = columns.length - widths.length;
  const lineOf = (texts: readonly string[], toneOf: (index: number) => Tone | undefined): Line =>
    widths.flatMap((cellWidth, index): Line => {
      const tone = toneOf(index);
      const cell = cutLine([{text: texts[index]!, ...(tone && {tone})}], cellWidth, glyphs.ellipsis);
      return [{text: index === 0 ? '' : ' '.repeat(gap)}, ...padLine(cell, cellWidth, aligns[index]!)];
    });
  const total = widths.reduce((sum, cellWidth) => sum + cellWidth + gap, -gap);
  const more: Line = hidden > 0 && total + noteWidth(hidden) <= width ? [{text: ` +${hidden}`, tone: 'dim'}] : [];
  return {
    head: [
      [...lineOf(titles, () => 'heading'), ...more],
      [{text: glyphs.line.repeat(Math.max(0, Math.min(width, total))), tone: 'border'}],
    ],
    body: cells.map(row => lineOf(row, index => columns[index]!.tone)),
  };
}

/** The rows of a table as a screen reader says them. */
export function spokenRows(header: readonly string[], rows: ReadonlyArray<readonly string[]>): readonly Line[] {
  const {lines, leftOut} = tableTexts({header, rows});
  return [...lines, ...(leftOut === '' ? [] : [leftOut])].map(text => [{text}]);
}

function isNumeric(cells: ReadonlyArray<readonly string[]>, index: number): boolean {
  return (
    cells.length > 0 && cells.every(row => numberLike.test(row[index]!)) && cells.some(row => /\d/.test(row[index]!))
  );
}

/** The widths of the columns that fit: wishes where there is room, else the widest shrink, else the last are dropped. */
export function fitColumns(wishes: readonly number[], minima: readonly number[], width: number): readonly number[] {
  for (let shown = wishes.length; shown > 0; shown--) {
    const hidden = wishes.length - shown;
    const room = width - gap * (shown - 1) - (hidden > 0 ? noteWidth(hidden) : 0);
    const widths = shrink(wishes.slice(0, shown), minima, room);
    if (widths) return widths;
  }
  return wishes.length > 0 && width > 0 ? [Math.min(wishes[0]!, width)] : [];
}

function shrink(wishes: readonly number[], minima: readonly number[], room: number): readonly number[] | null {
  const least = wishes.map((wish, index) => Math.min(wish, minima[index]!));
  if (least.reduce((sum, value) => sum + value, 0) > room) return null;
  const widths = [...wishes];
  let excess = widths.reduce((sum, value) => sum + value, 0) - room;
  for (; excess > 0; excess--) {
    let widest = -1;
    for (const [index, value] of widths.entries()) {
      if (value > least[index]! && (widest < 0 || value > widths[widest]!)) widest = index;
    }
    widths[widest]!--;
  }
  return widths;
}
