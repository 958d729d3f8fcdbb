import type {GlyphSet} from '../terminal/capabilities.ts';
import {cleanText} from './clean-text.ts';
import {type Line, lineWidth, type Span, splitAt} from './rich-text.ts';

type WrapOptions = {
  readonly glyphs?: GlyphSet;
  /** Stands before the first line, such as a bullet. */
  readonly first?: Line;
  /** Stands before every other line; spaces as wide as `first` if left out. */
  readonly rest?: Line;
};

/**
 * Break styled text into lines of at most `width` cells, at spaces where that is possible. Text is cleaned on the way; `\n` starts a new line.
 */
export function wrapSpans(spans: readonly Span[], width: number, options: WrapOptions = {}): readonly Line[] {
  const {first = []} = options;
  const rest = options.rest ?? (lineWidth(first) > 0 ? [{text: ' '.repeat(lineWidth(first))}] : []);
  const rooms = {first: Math.max(1, width - lineWidth(first)), rest: Math.max(1, width - lineWidth(rest))};
  const lines: Line[] = [];
  for (const paragraph of splitParagraphs(spans, options.glyphs)) {
    lines.push(...wrapParagraph(paragraph, row => (lines.length + row === 0 ? rooms.first : rooms.rest)));
  }
  return lines.map((line, index) => [...(index === 0 ? first : rest), ...line]);
}

/** Break plain text into lines of at most `width` cells. */
export function wrapText(text: string, width: number, glyphs?: GlyphSet): readonly string[] {
  const options = glyphs === undefined ? {} : {glyphs};
  return wrapSpans([{text}], width, options).map(line => line.map(span => span.text).join(''));
}

function splitParagraphs(spans: readonly Span[], glyphs: GlyphSet | undefined): readonly Line[] {
  const paragraphs: Span[][] = [[]];
  for (const span of spans) {
    const [head = '', ...others] = cleanText(span.text, glyphs).split('\n');
    paragraphs.at(-1)!.push({...span, text: head});
    for (const text of others) paragraphs.push([{...span, text}]);
  }
  return paragraphs;
}

/** A word is a run of pieces without a space between them, whatever their styles. */
type Piece = {readonly spans: readonly Span[]; readonly isSpace: boolean};

function wrapParagraph(paragraph: Line, roomOf: (row: number) => number): readonly Line[] {
  const lines: Span[][] = [[]];
  const room = () => roomOf(lines.length - 1);
  let used = 0;
  let space: Piece | undefined;
  for (const piece of piecesOf(paragraph)) {
    if (piece.isSpace) {
      space = piece;
      continue;
    }
    let word: Line = piece.spans;
    const gap = space ? lineWidth(space.spans) : 0;
    if (used > 0 && used + gap + lineWidth(word) > room()) {
      lines.push([]);
      used = 0;
    } else if (space && used + gap < room()) {
      lines.at(-1)!.push(...space.spans);
      used += gap;
    }
    space = undefined;
    for (; used + lineWidth(word) > room(); used = 0) {
      const [head, tail] = splitAt(word, room() - used);
      if (head.length > 0 || used > 0) {
        lines.at(-1)!.push(...head);
        lines.push([]);
        word = tail;
      } else {
        // A character wider than the whole line cannot be shown; dropping it keeps the promise about the width.
        word = dropFirst(word);
      }
    }
    lines.at(-1)!.push(...word);
    used += lineWidth(word);
  }
  return lines.map(mergeSpans);
}

function dropFirst(word: Line): Line {
  const [span, ...others] = word;
  const rest = Array.from(span!.text).slice(1).join('');
  return rest === '' ? others : [{...span!, text: rest}, ...others];
}

function piecesOf(paragraph: Line): readonly Piece[] {
  const pieces: {spans: Span[]; isSpace: boolean}[] = [];
  for (const span of paragraph) {
    for (const text of span.text.match(/ +|[^ ]+/g) ?? []) {
      const isSpace = text[0] === ' ';
      const last = pieces.at(-1);
      if (last && last.isSpace === isSpace) last.spans.push({...span, text});
      else pieces.push({spans: [{...span, text}], isSpace});
    }
  }
  return pieces;
}

/** Join neighbours of equal style: the terminal and React have less to do. */
export function mergeSpans(line: Line): Line {
  const merged: Span[] = [];
  for (const span of line) {
    const last = merged.at(-1);
    if (last && sameStyle(last, span)) merged[merged.length - 1] = {...last, text: last.text + span.text};
    else if (span.text !== '') merged.push(span);
  }
  return merged;
}

function sameStyle(a: Span, b: Span): boolean {
  return (
    a.tone === b.tone &&
    a.back === b.back &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.inverse === b.inverse
  );
}
