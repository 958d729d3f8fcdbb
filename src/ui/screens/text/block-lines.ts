import {type Drawing, sentenceOf, tableOf} from '../../../app/lesson-figures.ts';
import type {Block} from '../../../tutor/parse/block.ts';
import {type Line, lineOf, textWidth} from '../../components/rich-text.ts';
import {spokenRows, tableLines} from '../../components/table-lines.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Tone} from '../../theme/tokens.ts';
import {inlineSpans, type TextStyle} from './inline-spans.ts';
import {textTableLines} from './text-table.ts';

type FigureBlock = Extract<Block, {readonly kind: 'figure'}>;
type TurnBlock = Extract<Block, {readonly kind: 'turn'}>;
type ListBlock = Extract<Block, {readonly kind: 'list'}>;

/** What blocks are drawn with. */
export type BlockStyle = TextStyle & {
  /** The picture of a figure; undefined while its numbers are computed. */
  readonly draw: (figure: FigureBlock['figure'], width: number) => Drawing | undefined;
};

/** The lines of some blocks, with an empty line between two of them. */
export function blocksLines(blocks: readonly Block[], width: number, style: BlockStyle): readonly Line[] {
  return blocks.flatMap((block, index) => [...(index === 0 ? [] : [[]]), ...blockLines(block, width, style)]);
}

/** The lines of one block; a question of the text is drawn by who asks it. */
export function blockLines(block: Block, width: number, style: BlockStyle): readonly Line[] {
  const {glyphs} = style;
  const wrap = (spans: Line, room = width) => wrapSpans(spans, room, {glyphs: glyphs.set});
  switch (block.kind) {
    case 'paragraph':
      return wrap(inlineSpans(block.inlines, style));
    case 'heading':
      return wrap(inlineSpans(block.inlines, style).map(span => ({...span, tone: 'heading'})));
    case 'code':
      return block.text
        .split('\n')
        .flatMap(text =>
          wrapSpans([{text, tone: 'code'}], width, {glyphs: glyphs.set, first: lineOf('  '), rest: lineOf('    ')}),
        );
    case 'list':
      return listLines(block, width, style);
    case 'quote':
      return withBar(blocksLines(block.blocks, width - 2, style), glyphs.bar, 'border');
    case 'table': {
      const cells = (row: readonly Parameters<typeof inlineSpans>[0][]) => row.map(cell => inlineSpans(cell, style));
      return textTableLines(cells(block.header), block.rows.map(cells), width, glyphs);
    }
    case 'turn':
      return turnLines(block, width, style);
    case 'figure':
      return drawingLines(style.draw(block.figure, width), width, style);
    case 'ask':
      return [];
  }
}

function withBar(lines: readonly Line[], bar: string, tone: Tone): readonly Line[] {
  return lines.map(line => [{text: `${bar} `, tone}, ...line]);
}

function listLines({start, items}: ListBlock, width: number, style: BlockStyle): readonly Line[] {
  return items.flatMap((blocks, index) => {
    const mark = start === null ? `${style.glyphs.bullet} ` : `${start + index}. `;
    const indent = textWidth(mark);
    const lines = blocksLines(blocks, Math.max(1, width - indent), style);
    return lines.map(
      (line, row): Line => [row === 0 ? {text: mark, tone: 'accent'} : {text: ' '.repeat(indent)}, ...line],
    );
  });
}

// The teacher has a role; students are told apart by the first letter of their names, the same one in every lesson.
const studentTones: readonly Tone[] = ['data', 'second', 'third'];

function turnLines({speaker, role, inlines}: TurnBlock, width: number, style: BlockStyle): readonly Line[] {
  const tone = role === null ? studentTones[speaker.charCodeAt(0) % studentTones.length]! : 'accent';
  const name: Line = [
    {text: speaker, tone, bold: true},
    ...(role === null ? [] : [{text: `, ${role}`, tone: 'dim' as const}]),
  ];
  if (style.glyphs.isSpoken) return wrapSpans([...name, {text: ': '}, ...inlineSpans(inlines, style)], width);
  const said = wrapSpans(inlineSpans(inlines, style), Math.max(1, width - 2), {glyphs: style.glyphs.set});
  return [name, ...withBar(said, style.glyphs.bar, tone)];
}

/** The lines of a picture, or a word in its place while it is computed. */
export function drawingLines(
  drawing: Drawing | undefined,
  width: number,
  {glyphs}: Pick<TextStyle, 'glyphs'>,
): readonly Line[] {
  if (drawing === undefined) {
    const text = `The engine is computing this picture${glyphs.ellipsis}`;
    return wrapSpans([{text, tone: 'dim'}], width, {
      glyphs: glyphs.set,
      first: [{text: `${glyphs.bullet} `, tone: 'dim'}],
    });
  }
  if (glyphs.isSpoken) return spokenDrawing(drawing);
  if (drawing.kind === 'chart') return drawing.chart.lines;
  const wrap = (text: string, tone: Tone) => wrapSpans([{text, tone}], width, {glyphs: glyphs.set});
  if (drawing.kind === 'words') return [...wrap(drawing.title, 'heading'), ...wrap(drawing.sentence, 'text')];
  const {header, rows} = drawing.table;
  const {head, body} = tableLines(
    header.map(title => ({title})),
    rows,
    width,
    glyphs,
  );
  return [...wrap(drawing.title, 'heading'), ...head, ...body, ...wrap(drawing.sentence, 'dim')];
}

/** A picture as a screen reader says it: what it is, the sentence that reads it, its numbers. */
function spokenDrawing(drawing: Drawing): readonly Line[] {
  const title = drawing.kind === 'chart' || drawing.title === '' ? [] : [lineOf(drawing.title)];
  const table = tableOf(drawing);
  return [...title, lineOf(sentenceOf(drawing)), ...(table ? spokenRows(table.header, table.rows) : [])];
}
