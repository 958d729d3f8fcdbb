import type {Chart, ChartSize, ChartTable, GlyphSet, Line} from './chart.ts';
import {type Glyphs, glyphsOf} from './glyphs.ts';
import {cleanText, fitText, wrapText} from './text.ts';

/** A figure before it has a size. */
export type Figure = {
  readonly title: string;
  readonly sentence: string;
  readonly table: ChartTable;
  /** The least room, without title and caption, in which the figure can be read. */
  readonly minWidth: number;
  readonly minHeight: number;
  /** Draw into at most this many columns and rows. */
  readonly draw: (width: number, height: number, glyphs: Glyphs) => readonly Line[];
};

/**
 * Put title, figure and caption into the room there is.
 * The caption goes first where room is short; where the figure does not fit either, the sentence stands for it.
 */
export function makeChart(figure: Figure, size: ChartSize): Chart {
  const set = size.glyphs;
  const width = Math.max(0, Math.floor(size.width) || 0);
  const height = Math.max(0, Math.floor(size.height) || 0);
  const sentence = cleanText(figure.sentence, 'block');
  const title = fitText(figure.title, width, set);
  const heading: readonly Line[] = title === '' ? [] : [[{text: title, bold: true}]];
  const room = height - heading.length;
  const table = cleanTable(figure.table);
  if (width < figure.minWidth || room < figure.minHeight)
    return {lines: inWords(sentence, width, height, set), sentence, table};
  const caption = size.caption === false ? [] : asLines(wrapText(sentence, width, set));
  const shown = room - caption.length >= figure.minHeight ? caption : [];
  const body = figure.draw(width, room - shown.length, glyphsOf(set));
  return {lines: [...heading, ...body, ...shown], sentence, table};
}

/** A chart of nothing: its title and one sentence that says why there is no figure. */
export function emptyChart(title: string, sentence: string, size: ChartSize): Chart {
  return makeChart(
    {
      title,
      sentence,
      table: {header: [], rows: []},
      minWidth: 1,
      minHeight: 1,
      draw: (width, height, glyphs) => inWords(sentence, width, height, glyphs.set),
    },
    {...size, caption: false},
  );
}

function inWords(sentence: string, width: number, height: number, set: GlyphSet): readonly Line[] {
  const lines = wrapText(sentence, width, set);
  if (lines.length <= height) return asLines(lines);
  const rest = lines.slice(height - 1).join(' ');
  return height === 0 ? [] : asLines([...lines.slice(0, height - 1), fitText(rest, width, set)]);
}

function asLines(texts: readonly string[]): readonly Line[] {
  return texts.map(text => [{text}]);
}

function cleanTable(table: ChartTable): ChartTable {
  const clean = (row: readonly string[]) => row.map(cell => cleanText(cell, 'block'));
  return {header: clean(table.header), rows: table.rows.map(clean)};
}
