import {useStdin} from 'ink';
import {useEffect, useLayoutEffect, useState} from 'react';
import {lineOf} from '../components/rich-text.ts';
import {StyledLine} from '../components/StyledLines.tsx';
import type {ScreenName} from '../navigation/route.ts';
import {KeyPump} from '../terminal/key-pump.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import type {ScreenSpec} from './screen.ts';
import {trails} from './trails.ts';

/**
 * A screen whose code is loaded when it is first wanted, so that the first frame need not wait for it.
 * The app prepares all of them once the first frame stands; until then an opened one shows a quiet line.
 */
export function lazyScreen<S extends ScreenName>(name: S, load: () => Promise<ScreenSpec<S>>): ScreenSpec<S> {
  let loaded: ScreenSpec<S> | undefined;
  const prepare = async () => {
    loaded ??= await load();
  };
  return {
    prepare,
    trail: trails[name],
    Screen(props) {
      const [failure, setFailure] = useState<{readonly error: unknown} | null>(null);
      const [, setReady] = useState(loaded !== undefined);
      const glyphs = useGlyphs();
      const {stdin} = useStdin();
      // A key pressed meanwhile is meant for the screen that comes, which cannot hear it yet.
      // biome-ignore lint/correctness/useExhaustiveDependencies: it belongs to the screen, not to one drawing of it
      useLayoutEffect(() => {
        const keys: unknown = stdin;
        if (!loaded && keys instanceof KeyPump) keys.hold(prepare());
      }, [stdin]);
      // biome-ignore lint/correctness/useExhaustiveDependencies: it belongs to the screen, not to one drawing of it
      useEffect(() => {
        prepare().then(
          () => setReady(true),
          error => setFailure({error}),
        );
      }, []);
      if (failure) throw failure.error;
      if (loaded) return <loaded.Screen {...props} />;
      return <StyledLine line={lineOf(`Opening${glyphs.ellipsis}`, 'dim')} width={props.area.width} />;
    },
  };
}
