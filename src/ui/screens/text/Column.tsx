import {Box} from 'ink';
import type {ReactNode} from 'react';
import type {Area} from '../../layout/area.ts';
import {useTextWidth} from '../../layout/text-width.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

// Up to this width a text at the left edge looks at home; beyond it, it looks lost.
const widestAtEdge = 122;

/** A column for text, which is hard to read when its lines are long; on a very wide screen it stands in the middle. */
export function Column(props: {
  readonly area: Area;
  readonly widest: number;
  readonly children: (inside: Area) => ReactNode;
}) {
  const {area} = props;
  const {isSpoken} = useGlyphs();
  const width = useTextWidth(area.width, props.widest);
  const left = area.width > widestAtEdge && !isSpoken ? Math.floor((area.width - width) / 2) : 0;
  return (
    <Box width={area.width} height={area.height} paddingLeft={left} overflowY="hidden" flexShrink={0}>
      <Box flexDirection="column" width={width} height={area.height} flexShrink={0}>
        {props.children({width, height: area.height})}
      </Box>
    </Box>
  );
}
