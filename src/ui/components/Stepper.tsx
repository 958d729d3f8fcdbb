import {useCommands} from '../keys/use-commands.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {cleanOneLine} from './clean-text.ts';
import {cutText, type Line, padText} from './rich-text.ts';
import {StyledLine} from './StyledLines.tsx';

/** A named value that `←` and `→` change; `stepNumber` and `stepChoice` find the next one. */
export function Stepper(props: {
  readonly label: string;
  readonly value: string;
  readonly width: number;
  /** How much of the width the label takes. */
  readonly labelWidth: number;
  readonly canGoDown: boolean;
  readonly canGoUp: boolean;
  readonly isActive: boolean;
  readonly onStep: (direction: 1 | -1) => void;
}) {
  const {canGoDown, canGoUp, isActive, onStep} = props;
  const glyphs = useGlyphs();
  useCommands({'move-left': () => onStep(-1), 'move-right': () => onStep(1)}, {isActive});
  if (glyphs.isSpoken) {
    const text = `${isActive ? `${glyphs.pointer} ` : ''}${props.label}: ${props.value}`;
    return <StyledLine line={[{text}]} width={props.width} />;
  }
  const label = padText(
    cutText(cleanOneLine(props.label, glyphs.set), props.labelWidth, glyphs.ellipsis),
    props.labelWidth,
  );
  const line: Line = [
    {text: isActive ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
    {text: `${label} `, tone: isActive ? 'text' : 'dim'},
    {text: isActive && canGoDown ? glyphs.left : ' ', tone: 'key'},
    {text: ` ${cleanOneLine(props.value, glyphs.set)} `, tone: isActive ? 'selection' : 'text'},
    {text: isActive && canGoUp ? glyphs.rightArrow : ' ', tone: 'key'},
  ];
  return <StyledLine line={line} width={props.width} />;
}
