import {stripVTControlCharacters} from 'node:util';
import {selectedWord} from '../theme/glyphs.ts';
import {fieldMark, spokenMarks} from './spoken-marks.ts';

/** One line that can be said. */
export type SpokenLine = {readonly text: string; readonly isPlace: boolean; readonly isSelected: boolean};

/** A field to write in: its name, what is written so far, and what is said while that is nothing. */
export type SpokenField = {readonly label: string; readonly text: string; readonly placeholder: string};

/** A frame of Ink's as lines to be said, without codes, pads and empty lines. */
export type SpokenFrame = {
  readonly lines: readonly SpokenLine[];
  /** The keys that work, most important first. */
  readonly keys: string;
  readonly field: SpokenField | null;
};

/** Take a frame apart. */
export function readFrame(frame: string): SpokenFrame {
  let keys = '';
  let field: SpokenField | null = null;
  const lines: SpokenLine[] = [];
  for (const raw of stripVTControlCharacters(frame).split('\n')) {
    const whole = raw.trim();
    const mark = whole.charAt(0);
    const text = speakable(/[\uE000-\uE002]/.test(mark) ? whole.slice(1) : whole);
    if (mark === spokenMarks.keys) keys = text;
    else if (mark === spokenMarks.field) field = fieldOf(whole.slice(1));
    else if (text !== '') lines.push(lineOf(text, mark === spokenMarks.place));
  }
  return {lines, keys, field};
}

/** A text without what says nothing: pads of a layout in columns (the indents of code are shorter), the rest of a fingerprint, marks of code. */
function speakable(text: string): string {
  return text
    .replace(/ {9,}/g, '  ')
    .replace(/_{3,}/g, 'blank')
    .replace(/\b([0-9a-f]{8})[0-9a-f]{8,}\b/g, '$1')
    .replaceAll('`', '')
    .trim();
}

function fieldOf(line: string): SpokenField {
  const [label = '', text = '', placeholder = ''] = line.split(fieldMark);
  return {label, text, placeholder};
}

function lineOf(text: string, isPlace: boolean): SpokenLine {
  const isSelected = text.startsWith(`${selectedWord} `);
  return {text: isSelected ? text.slice(selectedWord.length).trim() : text, isPlace, isSelected};
}

/**
 * What a frame has to say to somebody who has heard the one before: a place that was opened as a whole, with its keys; else the lines
 * that are new. A line that only lost its selection is not; where a window was closed and nothing else is new, where one is again.
 */
export function newsOf(
  before: SpokenFrame | null,
  now: SpokenFrame,
  earlier: readonly SpokenFrame[] = [],
): readonly SpokenLine[] {
  const [old, places] = [before ? placesOf(before) : [], placesOf(now)];
  const same = commonStart(old, places);
  const opening = now.lines.findIndex(({isPlace, text}) => isPlace && text === places[same]);
  const at = before === null ? 0 : opening < 0 ? now.lines.length : opening;
  const isBack = opening < 0 && old.length > places.length;
  const covered = earlier.findLast(frame => isBack && hasSamePlaces(frame, now));
  const known = [...(before?.lines ?? []), ...(covered?.lines ?? [])];
  const news = before === null ? [] : changedLines(known, now.lines.slice(0, at));
  // The name of a place is often the heading of its text too.
  const opened = now.lines.slice(at).filter(({text, isPlace}) => isPlace || !places.includes(text));
  if (opened.length > 0) return [...news, ...opened, ...keysLines(now.keys)];
  if (news.length === 0) return isBack ? whereNow(now) : otherSelected(before!, now);
  const [only] = news;
  // After an arrow key nobody needs to be told that what they hear is selected.
  if (news.length === 1 && only!.isSelected) return [{...only!, isSelected: false}];
  return [...news, ...(firstKey(now) === firstKey(before!) ? [] : keysLines(firstKey(now)))];
}

/** The selected line where the selection went on to another one of the same words. */
function otherSelected(before: SpokenFrame, now: SpokenFrame): readonly SpokenLine[] {
  const placeOf = ({lines}: SpokenFrame) => lines.findLastIndex(({isSelected}) => isSelected);
  const [from, to] = [placeOf(before), placeOf(now)];
  const isSame = before.lines.length === now.lines.length && from !== to && from >= 0 && to >= 0;
  return isSame ? [{...now.lines[to]!, isSelected: false}] : [];
}

/** Where one is, in short: the innermost place and what is selected in it. */
export function whereNow(now: SpokenFrame): readonly SpokenLine[] {
  const place = now.lines.findLast(({isPlace}) => isPlace);
  const selected = now.lines.findLast(({isSelected}) => isSelected);
  return [place, selected].filter(line => line !== undefined);
}

/** Whether a frame shows the same places as another. */
export function hasSamePlaces(a: SpokenFrame, b: SpokenFrame): boolean {
  return placesOf(a).join('\n') === placesOf(b).join('\n');
}

function placesOf({lines}: SpokenFrame): readonly string[] {
  return lines.filter(({isPlace}) => isPlace).map(({text}) => text);
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const end = b.findIndex((text, index) => text !== a[index]);
  return end < 0 ? b.length : end;
}

function changedLines(before: readonly SpokenLine[], lines: readonly SpokenLine[]): readonly SpokenLine[] {
  const heard = new Map<string, number>();
  for (const {text} of before) heard.set(text, (heard.get(text) ?? 0) + 1);
  const selected = before.filter(({isSelected}) => isSelected).map(({text}) => text);
  const news = lines.filter(({text, isSelected}) => {
    const count = heard.get(text) ?? 0;
    heard.set(text, count - 1);
    if (isSelected) return !selected.includes(text);
    // What was said of a line because it was selected goes with the selection.
    return count <= 0 && !selected.some(line => line.startsWith(`${text}. `));
  });
  if (!news.some(({isSelected}) => isSelected)) return news;
  // Where an item was moved, its neighbours have other numbers.
  const known = new Set(before.map(({text}) => withoutNumber(text)));
  return news.filter(({isSelected, text}) => isSelected || !numbered.test(text) || !known.has(withoutNumber(text)));
}

const numbered = /^\d /;

function withoutNumber(text: string): string {
  return text.replace(numbered, '');
}

function keysLines(keys: string): readonly SpokenLine[] {
  return keys === '' ? [] : [{text: `Keys: ${keys}.`, isPlace: false, isSelected: false}];
}

function firstKey({keys}: SpokenFrame): string {
  return keys.split(', ')[0]!;
}
