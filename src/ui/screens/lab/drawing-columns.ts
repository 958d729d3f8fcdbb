import type {Drawing} from '../../../app/lesson-figures.ts';
import {tableOf} from '../../../app/lesson-figures.ts';
import type {ChartSize} from '../../../charts/index.ts';
import {type Line, lineWidth, padLine} from '../../components/rich-text.ts';
import {tableLines} from '../../components/table-lines.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {drawingLines} from '../text/block-lines.ts';

/** A picture that can be drawn in any room. */
export type Draw = (size: ChartSize) => Drawing;

/** How pictures are laid out. */
export type PictureStyle = {
  readonly glyphs: Glyphs;
  /** Show the numbers instead of the pictures. */
  readonly asTables: boolean;
  /** The width from which two stand side by side. */
  readonly twoFrom?: number;
};

// What is said of a picture does not depend on its size.
const sizeForWords = {width: 60, height: 12, glyphs: 'ascii'} as const;
const twoColumns = 96;
const gap = 3;
const mostHeight = 18;

/** The lines of several pictures: beneath one another, or two side by side where there is room; as tables where that is wished. */
export function picturesLines(
  draws: readonly Draw[],
  room: {readonly width: number; readonly height: number},
  {glyphs, asTables, twoFrom = twoColumns}: PictureStyle,
): readonly Line[] {
  if (glyphs.isSpoken) return draws.flatMap(draw => [[], ...drawingLines(draw(sizeForWords), room.width, {glyphs})]);
  const isDouble = room.width >= twoFrom && draws.length > 1;
  const width = isDouble ? Math.floor((room.width - gap) / 2) : room.width;
  // A picture that could be as high as the pane would push everything else out of it.
  const height = Math.max(8, Math.min(mostHeight, room.height));
  const pictures = draws.map(draw => pictureLines(draw({width, height, glyphs: glyphs.set}), width, glyphs, asTables));
  if (!isDouble) return pictures.flatMap(lines => [[], ...lines]);
  return pictures.flatMap((left, index) => {
    if (index % 2 === 1) return [];
    return [[], ...besideLines(left, pictures[index + 1] ?? [], width)];
  });
}

/** Two blocks of lines side by side. */
export function besideLines(left: readonly Line[], right: readonly Line[], width: number): readonly Line[] {
  return Array.from({length: Math.max(left.length, right.length)}, (_, row): Line => {
    const [first = [], second = []] = [left[row], right[row]];
    return second.length === 0 ? first : [...padLine(first, width + gap), ...second];
  });
}

function pictureLines(drawing: Drawing, width: number, glyphs: Glyphs, asTable: boolean): readonly Line[] {
  const table = asTable ? tableOf(drawing) : null;
  if (table === null || drawing.kind === 'words') return drawingLines(drawing, width, {glyphs});
  const title = drawing.kind === 'chart' ? drawing.chart.lines[0] : undefined;
  const {head, body} = tableLines(
    table.header.map(text => ({title: text})),
    table.rows,
    width,
    glyphs,
  );
  const sentence = drawing.kind === 'chart' ? drawing.chart.sentence : drawing.sentence;
  return [
    ...(title && lineWidth(title) > 0 ? [title] : []),
    ...head,
    ...body,
    ...wrapSpans([{text: sentence, tone: 'dim'}], width, {glyphs: glyphs.set}),
  ];
}
