import {type AskReplies, askOf} from '../../../app/sessions/beats.ts';
import type {Block} from '../../../tutor/parse/block.ts';
import type {Line} from '../../components/rich-text.ts';
import {type BlockStyle, blocksLines} from '../text/block-lines.ts';
import {askLines} from './ask-lines.ts';

/** A page as far as it is shown, as lines, and where its parts stand in them. */
export type PageLines = {
  readonly lines: readonly Line[];
  /** The first line of the last piece. */
  readonly lastBeat: number;
  /** The first line of the question that ends the last piece and has an answer; null where there is none. */
  readonly answered: number | null;
  /** The lines of each option of the question that waits for an answer. */
  readonly options: ReadonlyArray<{readonly first: number; readonly last: number}>;
};

/** Lay out the pieces of a page that are shown. */
export function pageLines(
  beats: readonly (readonly Block[])[],
  replies: AskReplies,
  cursor: number | null,
  width: number,
  style: BlockStyle,
): PageLines {
  const lines: Line[] = [];
  let lastBeat = 0;
  let answered: number | null = null;
  let options: PageLines['options'] = [];
  for (const beat of beats) {
    if (lines.length > 0) lines.push([]);
    lastBeat = lines.length;
    answered = null;
    const ask = askOf(beat);
    const text = blocksLines(ask ? beat.slice(0, -1) : beat, width, style);
    lines.push(...text);
    if (!ask) continue;
    if (text.length > 0) lines.push([]);
    const start = lines.length;
    const drawn = askLines(ask, replies[ask.id], cursor, width, style);
    lines.push(...drawn.lines);
    if (replies[ask.id]) answered = start;
    options = drawn.options.map(({first, last}) => ({first: first + start, last: last + start}));
  }
  return {lines, lastBeat, answered, options};
}
