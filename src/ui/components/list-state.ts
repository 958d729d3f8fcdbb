import type {Line} from './rich-text.ts';
import {keepVisible} from './scroll.ts';

/** How far a thing is done; shown as a mark before it. */
export type Mark = 'done' | 'part' | 'todo' | 'here';

/** One line to choose. */
export type ListItem = {
  /** Stays the same when the list changes, so that the selection stays with it. */
  readonly id: string;
  readonly label: string | Line;
  readonly mark?: Mark;
  /** Stands at the right end, faintly. */
  readonly note?: string;
  /** Items of one group stand together under its name. */
  readonly group?: string;
};

/** A line of the list as drawn: a group's name or an item. */
export type ListRow = {readonly heading: string} | {readonly item: ListItem; readonly index: number};

/** What the list remembers. */
export type ListState = {readonly id: string | null; readonly index: number; readonly top: number};

/** A move of the selection, with the list as it is now. */
export type ListMove = {
  readonly items: readonly ListItem[];
  readonly height: number;
} & ({readonly type: 'by'; readonly steps: number} | {readonly type: 'to'; readonly index: number});

/** The lines of a list: a heading wherever another group begins. */
export function listRows(items: readonly ListItem[]): readonly ListRow[] {
  return items.flatMap((item, index): readonly ListRow[] => {
    const isNew = item.group !== undefined && item.group !== items[index - 1]?.group;
    return isNew ? [{heading: item.group}, {item, index}] : [{item, index}];
  });
}

/** Where the selection stands: with its item if that is still there, else at the same place. */
export function selectedIndex(state: ListState, items: readonly ListItem[]): number {
  const same = items.findIndex(item => item.id === state.id);
  return same >= 0 ? same : Math.max(0, Math.min(state.index, items.length - 1));
}

/** The first visible row, so that the selected item, and its heading if it is the first under it, can be seen. */
export function visibleTop(state: ListState, items: readonly ListItem[], height: number): number {
  const rows = listRows(items);
  const index = selectedIndex(state, items);
  const row = rows.findIndex(candidate => 'item' in candidate && candidate.index === index);
  const above = rows[row - 1];
  const first = above && 'heading' in above ? row - 1 : row;
  return keepVisible(state.top, first, row, height, rows.length);
}

/** Move the selection; it stops at both ends. */
export function reduceList(state: ListState, move: ListMove): ListState {
  const {items, height} = move;
  if (items.length === 0) return state;
  const wanted = move.type === 'to' ? move.index : selectedIndex(state, items) + move.steps;
  const index = Math.max(0, Math.min(wanted, items.length - 1));
  const next = {id: items[index]!.id, index, top: visibleTop(state, items, height)};
  return {...next, top: visibleTop(next, items, height)};
}
