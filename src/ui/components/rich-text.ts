import stringWidth from 'string-width';
import type {Tone} from '../theme/tokens.ts';

/** A run of text in one style. A chart's spans are spans of this kind. */
export type Span = {
  readonly text: string;
  readonly tone?: Tone;
  /** The tone behind the text. */
  readonly back?: Tone;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
};

/** One line of styled text. */
export type Line = readonly Span[];

/** How many cells a text takes. */
export function textWidth(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : stringWidth(text);
}

/** How many cells a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, span) => sum + textWidth(span.text), 0);
}

/** A line's text without its styles. */
export function lineText(line: Line): string {
  return line.map(span => span.text).join('');
}

/** A line of one span. */
export function lineOf(text: string, tone?: Tone): Line {
  return [tone === undefined ? {text} : {text, tone}];
}

/** Cut a line to a width, with an ellipsis (one cell) where something is left out. */
export function cutLine(line: Line, width: number, ellipsis: string): Line {
  if (lineWidth(line) <= width) return line;
  if (width < 1) return [];
  const [head] = splitAt(line, width - 1);
  return [...head, {...(head.at(-1) ?? line[0]!), text: ellipsis}];
}

/** Cut a text to a width, with an ellipsis where something is left out. */
export function cutText(text: string, width: number, ellipsis: string): string {
  return lineText(cutLine([{text}], width, ellipsis));
}

/** Fill a line with spaces up to a width, after it, before it or around it; a longer line stays as it is. */
export function padLine(line: Line, width: number, align: 'left' | 'right' | 'center' = 'left', back?: Tone): Line {
  const room = Math.max(0, width - lineWidth(line));
  const before = align === 'right' ? room : align === 'center' ? Math.floor(room / 2) : 0;
  const space = (count: number): Line =>
    count === 0 ? [] : [back === undefined ? {text: ' '.repeat(count)} : {text: ' '.repeat(count), back}];
  return [...space(before), ...line, ...space(room - before)];
}

/** Fill a text with spaces up to a width. */
export function padText(text: string, width: number, align: 'left' | 'right' | 'center' = 'left'): string {
  return lineText(padLine([{text}], width, align));
}

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Cut a line in two at a column; a wide character that stands across it goes to the second part. */
export function splitAt(line: Line, column: number): readonly [Line, Line] {
  const head: Span[] = [];
  let room = column;
  for (const [index, span] of line.entries()) {
    const width = textWidth(span.text);
    if (width <= room) {
      head.push(span);
      room -= width;
      continue;
    }
    const cut = prefixWithin(span.text, room);
    if (cut !== '') head.push({...span, text: cut});
    return [head, [{...span, text: span.text.slice(cut.length)}, ...line.slice(index + 1)]];
  }
  return [head, []];
}

/** The longest beginning of a text that fits into a width. */
export function prefixWithin(text: string, width: number): string {
  if (/^[ -~]*$/.test(text)) return text.slice(0, Math.max(0, width));
  let taken = '';
  let used = 0;
  for (const {segment} of segmenter.segment(text)) {
    used += stringWidth(segment);
    if (used > width) break;
    taken += segment;
  }
  return taken;
}

/** The longest end of a text that fits into a width. */
export function suffixWithin(text: string, width: number): string {
  const segments = Array.from(segmenter.segment(text), part => part.segment);
  let taken = '';
  let used = 0;
  for (const segment of segments.reverse()) {
    used += stringWidth(segment);
    if (used > width) break;
    taken = segment + taken;
  }
  return taken;
}
