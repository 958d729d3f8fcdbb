import {cleanOneLine} from './clean-text.ts';
import {prefixWithin, suffixWithin, textWidth} from './rich-text.ts';

/** A line of text being written, and the place in it (in UTF-16 units) where the next character goes. */
export type Draft = {readonly text: string; readonly caret: number};

/** One thing that can be done to a draft. */
export type Edit =
  | {readonly type: 'insert'; readonly text: string}
  | {readonly type: 'set'; readonly text: string}
  | {readonly type: 'delete-before' | 'delete-after' | 'delete-word' | 'delete-to-start' | 'delete-to-end'}
  | {readonly type: 'left' | 'right' | 'start' | 'end'};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Change a draft. What is inserted becomes one line without control characters. */
export function editText(draft: Draft, edit: Edit): Draft {
  const before = draft.text.slice(0, draft.caret);
  const after = draft.text.slice(draft.caret);
  const make = (left: string, right: string): Draft => ({text: left + right, caret: left.length});
  switch (edit.type) {
    case 'insert':
      return make(before + cleanOneLine(edit.text), after);
    case 'set':
      return make(cleanOneLine(edit.text), '');
    case 'delete-before':
      return make(before.slice(0, before.length - lastLength(before)), after);
    case 'delete-after':
      return make(before, after.slice(firstLength(after)));
    case 'delete-word':
      return make(before.replace(/\S*\s*$/, ''), after);
    case 'delete-to-start':
      return make('', after);
    case 'delete-to-end':
      return make(before, '');
    case 'left':
      return {...draft, caret: draft.caret - lastLength(before)};
    case 'right':
      return {...draft, caret: draft.caret + firstLength(after)};
    case 'start':
      return {...draft, caret: 0};
    case 'end':
      return {...draft, caret: draft.text.length};
  }
}

/** The edit that a key asks for, as in a shell's line; null for other keys. */
export function editOfKey(name: string, text: string): Edit | null {
  const edits: {readonly [key: string]: Edit['type']} = {
    backspace: 'delete-before',
    delete: 'delete-after',
    'alt-backspace': 'delete-word',
    'ctrl-w': 'delete-word',
    'ctrl-u': 'delete-to-start',
    'ctrl-k': 'delete-to-end',
    left: 'left',
    right: 'right',
    home: 'start',
    'ctrl-a': 'start',
    end: 'end',
    'ctrl-e': 'end',
  };
  if (text !== '') return {type: 'insert', text};
  const type = edits[name];
  return type === undefined ? null : ({type} as Edit);
}

/** The part of a draft that is visible in `width` cells: before the caret, under it, and after it. */
export function visibleDraft(draft: Draft, width: number): {before: string; under: string; after: string} {
  const rest = draft.text.slice(draft.caret);
  const under = rest.slice(0, firstLength(rest)) || ' ';
  const before = suffixWithin(draft.text.slice(0, draft.caret), Math.max(0, width - textWidth(under)));
  const room = Math.max(0, width - textWidth(before) - textWidth(under));
  return {before, under, after: prefixWithin(rest.slice(firstLength(rest)), room)};
}

/** One row of a draft that is broken into rows; `under` is empty where the caret is elsewhere. */
export type DraftRow = {readonly before: string; readonly under: string; readonly after: string};

/** A draft in rows of `width` cells, of which `height` are visible, the one with the caret among them. */
export function draftRows({text, caret}: Draft, width: number, height: number): readonly DraftRow[] {
  const rows: DraftRow[] = [];
  let at = 0;
  let caretRow = 0;
  do {
    const row = prefixWithin(text.slice(at), width) || text.slice(at, at + firstLength(text.slice(at)));
    const end = at + row.length;
    const hasCaret = caret >= at && caret < end;
    const under = hasCaret ? row.slice(caret - at, caret - at + firstLength(row.slice(caret - at))) : '';
    if (hasCaret) caretRow = rows.length;
    rows.push(
      hasCaret
        ? {before: row.slice(0, caret - at), under, after: row.slice(caret - at + under.length)}
        : {before: row, under: '', after: ''},
    );
    at = end;
  } while (at < text.length);
  if (caret >= text.length) {
    const last = rows.at(-1)!;
    if (textWidth(last.before) < width) rows[rows.length - 1] = {...last, under: ' '};
    else rows.push({before: '', under: ' ', after: ''});
    caretRow = rows.length - 1;
  }
  const top = Math.max(0, caretRow - height + 1);
  return rows.slice(top, top + height);
}

function lastLength(text: string): number {
  let last = 0;
  for (const {segment} of segmenter.segment(text)) last = segment.length;
  return last;
}

function firstLength(text: string): number {
  for (const {segment} of segmenter.segment(text)) return segment.length;
  return 0;
}
