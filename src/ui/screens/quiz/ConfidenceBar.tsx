import {Box} from 'ink';
import {type Line, lineOf} from '../../components/rich-text.ts';
import {StyledLine, StyledLines} from '../../components/StyledLines.tsx';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

/** Asks, before anything is said about an answer, whether the learner is sure of it. */
export function ConfidenceBar(props: {
  readonly width: number;
  readonly onSay: (sure: boolean) => void;
  readonly onReconsider: () => void;
}) {
  const glyphs = useGlyphs();
  const [isSure, turn, latest] = useKeyReducer(
    (isSure: boolean, _: 'turn') => !isSure,
    () => true,
  );
  const other = {run: () => turn('turn'), label: 'move'};
  const quiet = {...other, isQuiet: true};
  useCommands({
    choose: {run: () => props.onSay(latest()), label: 'say so'},
    'move-left': other,
    'move-right': other,
    'move-up': quiet,
    'move-down': quiet,
    'next-pane': quiet,
    sure: {run: () => props.onSay(true), label: 'sure', help: 'Say that you are sure of your answer.'},
    next: {run: () => props.onSay(false), label: 'not sure', help: 'Say that you are not sure of your answer.'},
    back: {run: props.onReconsider, label: 'change', help: 'Go back and change the answer.'},
  });
  const choice = (text: string, isSelected: boolean): Line => [
    {text: isSelected ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
    {text: ` ${text} `, tone: isSelected ? 'selection' : 'text'},
  ];
  if (glyphs.isSpoken) {
    const lines = [lineOf('How sure are you of it?'), choice('Sure', isSure), choice('Not sure', !isSure)];
    return <StyledLines lines={lines} width={props.width} />;
  }
  const question = props.width >= 50 ? 'How sure are you of it?' : 'How sure?';
  return (
    <Box flexDirection="column" width={props.width} height={2} flexShrink={0}>
      <StyledLine line={[]} width={props.width} />
      <StyledLine
        line={[
          {text: `${question}  `, tone: 'heading'},
          ...choice('Sure', isSure),
          {text: ' '},
          ...choice('Not sure', !isSure),
        ]}
        width={props.width}
      />
    </Box>
  );
}
