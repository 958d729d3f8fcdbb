import {Box} from 'ink';
import type {ReactNode} from 'react';
import {useWindowSize} from '../compat/use-window-size.ts';
import {cleanOneLine} from '../components/clean-text.ts';
import {type Line, lineOf, padLine, textWidth} from '../components/rich-text.ts';
import {StyledLine} from '../components/StyledLines.tsx';
import {KeyScope} from '../keys/KeyProvider.tsx';
import {useCommands} from '../keys/use-commands.ts';
import {useKeyReducer} from '../keys/use-key-reducer.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import type {Area} from './area.ts';
import {smallest} from './breakpoint.ts';
import {Footer} from './Footer.tsx';
import {HelpOverlay} from './HelpOverlay.tsx';
import {TooSmall} from './TooSmall.tsx';
import {fitTrail} from './trail.ts';

/**
 * The frame of every screen: where you are, the screen itself in exactly the room it is told, and the keys that work.
 * `?` opens the help. On a window that is too small the screen is hidden, not lost.
 */
export function Shell(props: {
  /** The steps of the first line after `ML Pipeline Tutor`. */
  readonly trail: readonly string[];
  /** A few words at the right end of the first line. */
  readonly status?: string;
  readonly children: (area: Area) => ReactNode;
}) {
  const {columns, rows} = useWindowSize();
  const [isHelpOpen, toggleHelp] = useKeyReducer(
    (isOpen: boolean, _: 'toggle') => !isOpen,
    () => false,
  );
  useCommands({help: () => toggleHelp('toggle')});
  const isTooSmall = columns < smallest.columns || rows < smallest.rows;
  const width = Math.max(columns, smallest.columns);
  const height = Math.max(rows, smallest.rows);
  const area = {width: width - 2 * marginOf(width), height: height - 2 - (hasRule(height) ? 1 : 0)};
  return (
    <Box width={columns} height={rows} overflowY="hidden">
      {isTooSmall && (
        <KeyScope isModal>
          <TooSmall columns={columns} rows={rows} />
        </KeyScope>
      )}
      <Box flexDirection="column" width={width} height={height} display={isTooSmall ? 'none' : 'flex'} flexShrink={0}>
        <Header trail={props.trail} status={props.status} width={width} />
        {hasRule(height) && <Rule width={width} />}
        <Box height={area.height} width={width} paddingX={marginOf(width)} overflowY="hidden" flexShrink={0}>
          <KeyScope>{props.children(area)}</KeyScope>
          {isHelpOpen && <HelpOverlay area={area} onClose={() => toggleHelp('toggle')} />}
        </Box>
        <Footer width={width} />
      </Box>
    </Box>
  );
}

const marginOf = (columns: number) => (columns >= 60 ? 1 : 0);
const hasRule = (rows: number) => rows >= 20;

function Header(props: {
  readonly trail: readonly string[];
  readonly status: string | undefined;
  readonly width: number;
}) {
  const glyphs = useGlyphs();
  const parts = ['ML Pipeline Tutor', ...props.trail].map(part => cleanOneLine(part, glyphs.set));
  const status = cleanOneLine(props.status ?? '', glyphs.set);
  if (glyphs.isSpoken) {
    // The name of the tutor and the cards that are due would be said with every place.
    const place = parts.length > 1 ? parts.slice(1) : parts;
    return <StyledLine line={lineOf(place.join(', '))} width={props.width} speech="place" />;
  }
  const room = props.width - (status === '' ? 0 : textWidth(status) + 2);
  const beside = fitTrail(parts, room, glyphs);
  // The status gives way as soon as the trail would lose its beginning to it.
  const hasStatus = status !== '' && beside.startsWith(parts[0]!);
  const line: Line = hasStatus
    ? [...padLine(lineOf(beside, 'heading'), room + 2), {text: status, tone: 'dim'}]
    : lineOf(fitTrail(parts, props.width, glyphs), 'heading');
  return <StyledLine line={line} width={props.width} />;
}

function Rule({width}: {readonly width: number}) {
  return <StyledLine line={lineOf(useGlyphs().line.repeat(width), 'border')} width={width} />;
}
