import {Box} from 'ink';
import type {ReactNode} from 'react';
import {cutText, lineOf, textWidth} from '../components/rich-text.ts';
import {StyledLine, StyledLines} from '../components/StyledLines.tsx';
import {KeyScope} from '../keys/KeyProvider.tsx';
import {useGlyphs, useTheme} from '../theme/ThemeProvider.tsx';
import type {Area} from './area.ts';

/**
 * A framed window in the middle of `area`, over what is there; keys reach only what is inside it.
 * Put it last in a box of the size of `area`. It is as large as it wants to be, up to the size of `area`.
 */
export function Overlay(props: {
  readonly area: Area;
  readonly title: string;
  /** The size of the content it would like. */
  readonly wish: Area;
  readonly children: (inside: Area) => ReactNode;
}) {
  const glyphs = useGlyphs();
  const theme = useTheme();
  const width = Math.min(props.area.width, Math.max(props.wish.width, textWidth(props.title)) + 4);
  const height = Math.min(props.area.height, props.wish.height + 3);
  const inside = {width: Math.max(1, width - 4), height: Math.max(1, height - 3)};
  const place = {
    marginLeft: Math.floor((props.area.width - width) / 2),
    marginTop: Math.floor((props.area.height - height) / 2),
  };
  const color = theme.tones.border.color;
  // The whole rows are blanked: a window's edge in the middle of a wide character would shift the rest of its row.
  const blank = Array.from({length: height}, () => lineOf(' '.repeat(props.area.width)));
  return (
    <KeyScope isModal>
      <Box position="absolute" marginTop={place.marginTop} aria-hidden>
        <StyledLines lines={blank} width={props.area.width} />
      </Box>
      <Box
        position="absolute"
        {...place}
        width={width}
        height={height}
        borderStyle={glyphs.box}
        {...(color !== undefined && {borderColor: color})}
        paddingX={1}
        flexDirection="column"
        overflowY="hidden"
      >
        <StyledLine
          line={lineOf(cutText(props.title, inside.width, glyphs.ellipsis), 'heading')}
          width={inside.width}
          speech="place"
        />
        {props.children(inside)}
      </Box>
    </KeyScope>
  );
}
