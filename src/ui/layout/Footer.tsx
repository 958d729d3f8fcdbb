import {lineOf} from '../components/rich-text.ts';
import {StyledLine} from '../components/StyledLines.tsx';
import {fitHints, hintsOf} from '../keys/hints.ts';
import {useActiveCommands} from '../keys/use-commands.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';

// As many keys as one listens to; `?` says them all.
const spokenWidth = 60;

/** The last line: the keys that work now, most important first. */
export function Footer({width}: {readonly width: number}) {
  const glyphs = useGlyphs();
  const active = useActiveCommands();
  if (glyphs.isSpoken) {
    const hints = fitHints(hintsOf(active, glyphs), spokenWidth).map(
      ({keys, label}) => `${keys.replaceAll(' ', ' or ')} ${label}`,
    );
    return <StyledLine line={lineOf(hints.join(', '))} width={width} speech="keys" />;
  }
  const hints = fitHints(hintsOf(active, glyphs), width);
  const spans = hints.flatMap(({keys, label}, index) => [
    {text: `${index === 0 ? '' : '  '}${keys}`, tone: 'key' as const},
    ...(label === '' ? [] : [{text: ` ${label}`, tone: 'dim' as const}]),
  ]);
  return <StyledLine line={spans} width={width} />;
}
