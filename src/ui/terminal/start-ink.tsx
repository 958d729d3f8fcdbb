import chalk from 'chalk';
import {render} from 'ink';
import type {ReactNode} from 'react';
import {Root} from '../layout/Root.tsx';
import {glyphSets} from '../theme/glyphs.ts';
import {chooseTheme, type ThemeName} from '../theme/themes.ts';
import type {Capabilities, ColorDepth, GlyphSet} from './capabilities.ts';
import type {KeyPump} from './key-pump.ts';
import type {AppScreen} from './screen.ts';

/** What Ink needs to draw an app. */
export type InkSetup = {
  readonly screen: AppScreen;
  readonly keys: KeyPump;
  readonly capabilities: Capabilities;
  readonly theme: ThemeName | 'auto';
  readonly glyphs: GlyphSet | 'auto';
};

const chalkLevels: {readonly [depth in ColorDepth]: 0 | 1 | 2 | 3} = {none: 0, 16: 1, 256: 2, true: 3};

/** Draw an app with Ink on our screen and keyboard. The only file of ours that is loaded together with Ink before the app itself. */
export function startInk(app: ReactNode, setup: InkSetup) {
  const {screen, keys, capabilities} = setup;
  // Ink colours with chalk, whose own guess ignores NO_COLOR and caps FORCE_COLOR by TERM.
  chalk.level = screen.isSpoken ? 0 : chalkLevels[capabilities.colorDepth];
  const theme = chooseTheme(capabilities, setup.theme);
  const glyphs = glyphSets[setup.glyphs === 'auto' ? capabilities.glyphSet : setup.glyphs];
  return render(
    <Root theme={theme} glyphs={glyphs}>
      {app}
    </Root>,
    {
      stdout: screen as unknown as NodeJS.WriteStream,
      stdin: keys as unknown as NodeJS.ReadStream,
      debug: true,
      exitOnCtrlC: false,
      patchConsole: false,
      isScreenReaderEnabled: screen.isSpoken,
    },
  );
}
