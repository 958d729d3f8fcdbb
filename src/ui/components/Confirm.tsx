import {Box} from 'ink';
import {useCommands} from '../keys/use-commands.ts';
import {useKeyReducer} from '../keys/use-key-reducer.ts';
import type {Area} from '../layout/area.ts';
import {Overlay} from '../layout/Overlay.tsx';
import {useTextWidth} from '../layout/text-width.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import type {Line} from './rich-text.ts';
import {StyledLine, StyledLines} from './StyledLines.tsx';
import {wrapSpans} from './wrap-spans.ts';

type Question = {
  readonly question: string;
  /** What will happen, in words for the two answers. */
  readonly yes?: string;
  readonly no?: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** A question over the screen that must be answered with yes or no; `Esc` is no, and no is selected first. */
export function Confirm(props: Question & {readonly area: Area; readonly title: string}) {
  const glyphs = useGlyphs();
  const width = useTextWidth(props.area.width - 4, 56);
  const lines = wrapSpans([{text: props.question}], width, {glyphs: glyphs.set});
  return (
    <Overlay area={props.area} title={props.title} wish={{width, height: lines.length + 2}}>
      {inside => (
        <Box flexDirection="column" width={inside.width} height={inside.height}>
          <StyledLines lines={lines} width={inside.width} height={Math.max(0, inside.height - 2)} />
          <StyledLine line={[]} width={inside.width} />
          <Answers {...props} width={inside.width} />
        </Box>
      )}
    </Overlay>
  );
}

function Answers(props: Question & {readonly width: number}) {
  const glyphs = useGlyphs();
  const [isYes, turn, latest] = useKeyReducer(
    (isYes: boolean, _: 'turn') => !isYes,
    () => false,
  );
  const other = {run: () => turn('turn'), isQuiet: true};
  useCommands({
    yes: props.onYes,
    no: props.onNo,
    back: {run: props.onNo, label: 'no'},
    choose: {run: () => (latest() ? props.onYes() : props.onNo()), isQuiet: true},
    'move-left': other,
    'move-right': other,
    'move-up': other,
    'move-down': other,
    'next-pane': other,
  });
  const answer = (text: string, isSelected: boolean): Line => [
    {text: isSelected ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
    {text: ` ${text} `, tone: isSelected ? 'selection' : 'text'},
  ];
  if (glyphs.isSpoken) {
    const lines = [answer(props.yes ?? 'Yes', isYes), answer(props.no ?? 'No', !isYes)];
    return <StyledLines lines={lines} width={props.width} />;
  }
  const line = [...answer(props.yes ?? 'Yes', isYes), {text: '   '}, ...answer(props.no ?? 'No', !isYes)];
  return <StyledLine line={line} width={props.width} />;
}
