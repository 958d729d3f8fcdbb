import {StyledLine} from '../components/StyledLines.tsx';
import {fitHints, hintsOf} from '../keys/hints.ts';
import {useActiveCommands} from '../keys/use-commands.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';

/** The last line: the keys that work now, most important first. */
export function Footer({width}: {readonly width: number}) {
  const glyphs = useGlyphs();
  const hints = fitHints(hintsOf(useActiveCommands(), glyphs), width);
  const spans = hints.flatMap(({keys, label}, index) => [
    {text: `${index === 0 ? '' : '  '}${keys}`, tone: 'key' as const},
    {text: ` ${label}`, tone: 'dim' as const},
  ]);
  return <StyledLine line={spans} width={width} />;
}
