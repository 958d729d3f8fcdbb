import type {Binding} from '../keys/key-layers.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {useBreakpoint} from './breakpoint.ts';

/** A binding for a key that goes on to whoever had it, unmentioned in the footer: `Esc` where `q` leads out as well. */
export const unsaid: Binding = {run: () => false, isQuiet: true};

/** Whether the footer is so short that it has room only for what matters most; a screen reader has its own measure. */
export function useHasShortFooter(): boolean {
  const isNarrow = useBreakpoint() === 'narrow';
  return !useGlyphs().isSpoken && isNarrow;
}
