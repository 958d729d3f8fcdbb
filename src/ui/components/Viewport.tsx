import {Box} from 'ink';
import {useEffect} from 'react';
import {useCommands} from '../keys/use-commands.ts';
import {useKeyReducer} from '../keys/use-key-reducer.ts';
import type {Line} from './rich-text.ts';
import {Scrollbar} from './Scrollbar.tsx';
import {StyledLines} from './StyledLines.tsx';
import {clampTop} from './scroll.ts';

type Scroll =
  | {readonly type: 'by'; readonly lines: number; readonly last: number}
  | {readonly type: 'to'; readonly top: number; readonly last: number};

/** Where the text stands after a scroll; `last` is the furthest top. */
export function reduceScroll(top: number, scroll: Scroll): number {
  const wanted = scroll.type === 'to' ? scroll.top : Math.min(top, scroll.last) + scroll.lines;
  return Math.max(0, Math.min(wanted, scroll.last));
}

/**
 * Lines of text, already as wide as `width − 2`, of which `height` are visible; the rest is reached by scrolling.
 * While everything is visible it leaves the keys to others.
 */
export function Viewport(props: {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly isActive?: boolean;
  /** Another text has another id and starts at its top. */
  readonly id?: string;
  /** The line that another text starts at, for one whose newest part stands at its end. */
  readonly start?: number;
  /** Whether the footer leaves out the keys that scroll, where others matter more. */
  readonly isQuiet?: boolean;
  /** Called when the last line comes into view, so that a page can count as read. */
  readonly onEnd?: () => void;
}) {
  const {lines, width, height, id = '', start = 0, isActive = true, isQuiet = false, onEnd} = props;
  const last = Math.max(0, lines.length - height);
  const [position, scroll] = useKeyReducer(
    (state: {readonly id: string; readonly top: number}, action: Scroll) => ({
      id,
      top: reduceScroll(state.id === id ? state.top : start, action),
    }),
    () => ({id, top: start}),
  );
  const top = clampTop(position.id === id ? position.top : start, height, lines.length);
  useScrollCommands(
    lines => scroll({type: 'by', lines, last}),
    top => scroll({type: 'to', top, last}),
    {
      height,
      last,
      isQuiet,
      isActive: isActive && last > 0,
    },
  );
  const isAtEnd = top >= last;
  // biome-ignore lint/correctness/useExhaustiveDependencies: reaching the end is the event, not a new callback
  useEffect(() => {
    if (isAtEnd) onEnd?.();
  }, [isAtEnd, id]);
  return (
    <Box width={width} height={height} flexShrink={0}>
      <StyledLines lines={lines.slice(top, top + height)} width={Math.max(1, width - 2)} height={height} />
      <Box width={1} flexShrink={0} />
      {last > 0 && <Scrollbar top={top} height={height} count={lines.length} />}
    </Box>
  );
}

type ScrollOptions = {
  readonly height: number;
  readonly last: number;
  readonly isQuiet: boolean;
  readonly isActive: boolean;
};

function useScrollCommands(
  by: (lines: number) => void,
  to: (top: number) => void,
  {height, last, isQuiet, isActive}: ScrollOptions,
): void {
  const page = Math.max(1, height - 1);
  useCommands(
    {
      'move-up': {run: () => by(-1), label: 'scroll', isQuiet},
      'move-down': {run: () => by(1), label: 'scroll', isQuiet},
      'page-up': {run: () => by(-page), isQuiet},
      'page-down': {run: () => by(page), isQuiet},
      first: {run: () => to(0), isQuiet},
      last: {run: () => to(last), isQuiet},
    },
    {isActive},
  );
}
