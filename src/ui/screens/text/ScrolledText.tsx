import {Box} from 'ink';
import type {Line} from '../../components/rich-text.ts';
import {Scrollbar} from '../../components/Scrollbar.tsx';
import {StyledLines} from '../../components/StyledLines.tsx';
import type {TextScroll} from './use-text-scroll.ts';

/** Lines as wide as `width − 2` at the place a scroll says, with a scrollbar where there is more. */
export function ScrolledText(props: {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly scroll: TextScroll;
}) {
  const {lines, width, height, scroll} = props;
  return (
    <Box width={width} height={height} flexShrink={0}>
      <StyledLines
        lines={lines.slice(scroll.top, scroll.top + height)}
        width={Math.max(1, width - 2)}
        height={height}
      />
      <Box width={1} flexShrink={0} />
      {scroll.isLong && <Scrollbar top={scroll.top} height={height} count={lines.length} />}
    </Box>
  );
}
