import {useIsScreenReaderEnabled} from 'ink';
import {createContext, type ReactNode, useContext, useMemo} from 'react';
import {type Glyphs, glyphSets, spokenGlyphs} from './glyphs.ts';
import {themes} from './themes.ts';
import type {Theme} from './tokens.ts';

const ThemeContext = createContext<Theme>(themes.mono);
const GlyphsContext = createContext<Glyphs>(glyphSets.ascii);

/**
 * Sets the colours and characters of everything inside it; the settings screen changes them while the tutor runs.
 * For a screen reader the characters are words.
 */
export function ThemeProvider(props: {readonly theme: Theme; readonly glyphs: Glyphs; readonly children: ReactNode}) {
  const isSpoken = useIsScreenReaderEnabled();
  const glyphs = useMemo(() => (isSpoken ? spokenGlyphs(props.glyphs.set) : props.glyphs), [isSpoken, props.glyphs]);
  return (
    <ThemeContext value={props.theme}>
      <GlyphsContext value={glyphs}>{props.children}</GlyphsContext>
    </ThemeContext>
  );
}

/** The theme in use. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}

/** The characters in use. */
export function useGlyphs(): Glyphs {
  return useContext(GlyphsContext);
}
