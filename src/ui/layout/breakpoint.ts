import {useIsScreenReaderEnabled} from 'ink';
import {useWindowSize} from '../compat/use-window-size.ts';

/** How much room a screen has: `narrow` stacks, `medium` shows one pane with tabs, `wide` shows two panes. */
export type Breakpoint = 'narrow' | 'medium' | 'wide';

/** The smallest window the tutor is shown in. */
export const smallest = {columns: 40, rows: 12} as const;

/** The layout for a width: under 60, up to 99, from 100. */
export function breakpointOf(columns: number): Breakpoint {
  if (columns < 60) return 'narrow';
  return columns < 100 ? 'medium' : 'wide';
}

/** The layout for the window as it is now; a screen reader gets one pane at a time. */
export function useBreakpoint(): Breakpoint {
  const {columns} = useWindowSize();
  return useIsScreenReaderEnabled() ? 'narrow' : breakpointOf(columns);
}
