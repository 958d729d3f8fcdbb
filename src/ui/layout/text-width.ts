import {useGlyphs} from '../theme/ThemeProvider.tsx';

/** How wide lines of text are made in a room: up to what is comfortable to read; said, a paragraph is one line. */
export function useTextWidth(room: number, widest: number): number {
  return useGlyphs().isSpoken ? room : Math.min(room, widest);
}
