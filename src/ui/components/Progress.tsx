import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {cleanOneLine} from './clean-text.ts';
import {type Line, lineWidth} from './rich-text.ts';
import {StyledLine} from './StyledLines.tsx';

/** How far long work is: a bar, the share in numbers, and the time left where it is known. */
export function Progress(props: {
  readonly label?: string;
  /** Between 0 and 1. */
  readonly share: number;
  /** As people say it: `about 12 s left`. */
  readonly timeLeft?: string;
  readonly width: number;
}) {
  const glyphs = useGlyphs();
  const share = Math.max(0, Math.min(1, Number.isNaN(props.share) ? 0 : props.share));
  const before: Line = props.label ? [{text: `${cleanOneLine(props.label, glyphs.set)} `}] : [];
  if (glyphs.isSpoken) {
    // Said once a quarter: a number that is said at every step keeps everything else from being heard.
    const said = `Progress: ${Math.floor(share * 4) * 25}%`;
    return <StyledLine line={[{text: said}]} width={props.width} />;
  }
  const percent = `${Math.floor(share * 100)}`.padStart(4);
  const after: Line = [
    {text: `${percent}%`},
    ...(props.timeLeft ? [{text: `  ${props.timeLeft}`, tone: 'dim' as const}] : []),
  ];
  const room = Math.max(0, Math.min(40, props.width - lineWidth(before) - lineWidth(after)));
  const full = Math.round(share * room);
  const bar: Line = [
    {text: glyphs.full.repeat(full), tone: 'data'},
    {text: glyphs.empty.repeat(room - full), tone: 'frame'},
  ];
  return <StyledLine line={[...before, ...bar, ...after]} width={props.width} />;
}
