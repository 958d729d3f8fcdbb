import {useApp} from 'ink';
import {type ReactNode, useCallback} from 'react';
import {KeyProvider} from '../keys/KeyProvider.tsx';
import {interrupted} from '../terminal/exits.ts';
import type {Glyphs} from '../theme/glyphs.ts';
import {ThemeProvider} from '../theme/ThemeProvider.tsx';
import type {Theme} from '../theme/tokens.ts';

/** What every screen stands in: keys, colours and characters. Ctrl-C ends the app from anywhere. */
export function Root(props: {readonly theme: Theme; readonly glyphs: Glyphs; readonly children: ReactNode}) {
  const app = useApp();
  const exit = app.exit as (result?: unknown) => void;
  const interrupt = useCallback(() => exit(interrupted), [exit]);
  return (
    <ThemeProvider theme={props.theme} glyphs={props.glyphs}>
      <KeyProvider onInterrupt={interrupt}>{props.children}</KeyProvider>
    </ThemeProvider>
  );
}
