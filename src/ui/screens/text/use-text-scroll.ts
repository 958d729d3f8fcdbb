import {clampTop, keepVisible} from '../../components/scroll.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';

/** The lines that should be seen; a new `key` moves the text to them, once. */
export type Focus = {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  /** Which end to show where there is no room for both. */
  readonly prefer: 'first' | 'last';
};

/** Where a text stands, and ways to move it. */
export type TextScroll = {
  readonly top: number;
  /** Whether the last line is in view; true for a text that needs no scrolling. */
  readonly isAtEnd: () => boolean;
  readonly isLong: boolean;
  readonly by: (lines: number) => void;
  /** One screenful down or up, keeping a line for the eye. */
  readonly page: (direction: 1 | -1) => void;
  readonly to: (end: 'first' | 'last') => void;
};

/**
 * Scroll `count` lines behind a window of `height`: as the reader moves it, and to whatever comes into focus.
 *
 * @param id - another text has another id and starts at its top.
 */
export function useTextScroll(id: string, count: number, height: number, focus: Focus | null): TextScroll {
  const focusKey = focus?.key ?? '';
  const topOf = (state: {readonly id: string; readonly focus: string; readonly top: number}) => {
    const base = state.id === id ? state.top : 0;
    const isNew = state.id !== id || state.focus !== focusKey;
    return focus && isNew ? showRange(base, focus, height, count) : clampTop(base, height, count);
  };
  const [state, move, latest] = useKeyReducer(
    (state: {readonly id: string; readonly focus: string; readonly top: number}, lines: number) => ({
      id,
      focus: focusKey,
      top: clampTop(topOf(state) + lines, height, count),
    }),
    () => ({id, focus: '', top: 0}),
  );
  const step = Math.max(1, height - 1);
  return {
    top: topOf(state),
    isAtEnd: () => topOf(latest()) >= count - height,
    isLong: count > height,
    by: move,
    page: direction => move(direction * step),
    to: end => move(end === 'first' ? -count : count),
  };
}

function showRange(top: number, {first, last, prefer}: Focus, height: number, count: number): number {
  if (prefer === 'first' && last - first >= height) return clampTop(first, height, count);
  return keepVisible(top, first, last, height, count);
}
