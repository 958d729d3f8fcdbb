import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Line} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import {KeyScope} from '../../keys/KeyProvider.tsx';
import type {Area} from '../../layout/area.ts';
import {useBreakpoint} from '../../layout/breakpoint.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

const widestList = 84;

/** A list and, on a wide screen, what is selected in it beside it. Keys stay with the list. */
export function WithPreview(props: {
  readonly area: Area;
  readonly children: (area: Area) => ReactNode;
  readonly preview: (area: Area) => ReactNode;
}) {
  const {area, children, preview} = props;
  const glyphs = useGlyphs();
  const breakpoint = useBreakpoint();
  if (breakpoint !== 'wide') return children(area);
  const width = Math.min(widestList, Math.floor(area.width / 2));
  const bars = Array.from({length: area.height}, (): Line => [{text: ` ${glyphs.bar} `, tone: 'border'}]);
  return (
    <Box width={area.width} height={area.height} overflowY="hidden">
      <Box width={width} height={area.height} flexShrink={0}>
        {children({width, height: area.height})}
      </Box>
      <StyledLines lines={bars} width={3} height={area.height} />
      <KeyScope isActive={false}>{preview({width: area.width - width - 3, height: area.height})}</KeyScope>
    </Box>
  );
}
