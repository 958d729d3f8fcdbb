import {type Line, lineText, lineWidth, padLine, textWidth} from '../../components/rich-text.ts';
import {spokenRows} from '../../components/table-lines.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';

const gap = 2;
// A longer word may be broken; a shorter one never is.
const longestWord = 14;

/**
 * Lay out a table of a lesson. Cells that are too wide are broken into lines, so that nothing of them is lost; where the
 * columns have no room beside one another, each row becomes a few lines of `heading: cell`.
 */
export function textTableLines(
  header: readonly Line[],
  rows: ReadonlyArray<readonly Line[]>,
  width: number,
  glyphs: Glyphs,
): readonly Line[] {
  if (glyphs.isSpoken)
    return spokenRows(
      header.map(lineText),
      rows.map(row => row.map(lineText)),
    );
  const bold = header.map(cell => cell.map(span => ({...span, tone: 'heading' as const})));
  const widths = columnWidths([header, ...rows], width);
  if (widths === null) return recordLines(bold, rows, width, glyphs);
  const layOut = (cells: readonly Line[]) => rowLines(cells, widths, glyphs);
  const total = widths.reduce((sum, column) => sum + column + gap, -gap);
  const rule: Line = [{text: glyphs.line.repeat(Math.max(0, Math.min(width, total))), tone: 'border'}];
  return [...layOut(bold), rule, ...rows.flatMap(layOut)];
}

function columnWidths(rows: ReadonlyArray<readonly Line[]>, width: number): readonly number[] | null {
  const count = Math.max(...rows.map(row => row.length));
  const wishes = Array.from({length: count}, (_, index) =>
    Math.max(1, ...rows.map(row => lineWidth(row[index] ?? []))),
  );
  const least = wishes.map((_, index) => Math.max(1, ...rows.map(row => wordWidth(row[index] ?? []))));
  const room = width - gap * (count - 1);
  if (least.reduce((sum, value) => sum + value, 0) > room) return null;
  const widths = [...wishes];
  for (let excess = widths.reduce((sum, value) => sum + value, 0) - room; excess > 0; excess--) {
    let widest = -1;
    for (const [index, value] of widths.entries()) {
      if (value > least[index]! && (widest < 0 || value > widths[widest]!)) widest = index;
    }
    widths[widest]!--;
  }
  return widths;
}

/** The longest word of a cell, as far as it must not be broken. */
function wordWidth(cell: Line): number {
  const words = cell.flatMap(span => span.text.split(/\s+/u));
  return Math.min(longestWord, Math.max(0, ...words.map(textWidth)));
}

function rowLines(cells: readonly Line[], widths: readonly number[], glyphs: Glyphs): readonly Line[] {
  const wrapped = widths.map((width, index) => wrapSpans(cells[index] ?? [], width, {glyphs: glyphs.set}));
  const height = Math.max(1, ...wrapped.map(lines => lines.length));
  return Array.from({length: height}, (_, row) =>
    widths.flatMap((width, index): Line => {
      const cell = wrapped[index]![row] ?? [];
      const isLast = index === widths.length - 1;
      return [{text: index === 0 ? '' : ' '.repeat(gap)}, ...(isLast ? cell : padLine(cell, width))];
    }),
  );
}

function recordLines(
  header: readonly Line[],
  rows: ReadonlyArray<readonly Line[]>,
  width: number,
  glyphs: Glyphs,
): readonly Line[] {
  return rows.flatMap((row, index): readonly Line[] => [
    ...(index === 0 ? [] : [[]]),
    ...row.flatMap((cell, column) =>
      wrapSpans([...(header[column] ?? []), {text: ': '}, ...cell], width, {glyphs: glyphs.set, rest: [{text: '  '}]}),
    ),
  ]);
}
