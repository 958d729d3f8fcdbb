import {Box} from 'ink';
import type {ReactNode} from 'react';
import {useWindowSize} from '../compat/use-window-size.ts';
import {cleanOneLine} from '../components/clean-text.ts';
import {cutText, type Line, lineOf, textWidth} from '../components/rich-text.ts';
import {StyledLine, StyledLines} from '../components/StyledLines.tsx';
import {Tabs} from '../components/Tabs.tsx';
import {KeyScope} from '../keys/KeyProvider.tsx';
import {useCommands} from '../keys/use-commands.ts';
import {useKeyReducer} from '../keys/use-key-reducer.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import type {Area} from './area.ts';
import {oneAtATime, planSplit} from './split-areas.ts';

/** One of two panes. */
export type Pane = {
  readonly title: string;
  readonly children: (area: Area) => ReactNode;
};

/**
 * Two panes beside one another, under tabs or stacked, as the window allows. `Tab` goes to the other pane, and keys reach only that one;
 * a pane that is not visible keeps its state.
 */
export function Split(props: {
  readonly area: Area;
  readonly panes: readonly [Pane, Pane];
  /** The part of the first pane, between 0 and 1. */
  readonly share?: number;
  /** Which pane has the keys; left out, the panes are changed with `Tab` alone. */
  readonly focus?: 0 | 1;
  readonly onFocus?: (pane: 0 | 1) => void;
  /** What `Tab` does, in the words of the footer; `next pane` if left out, and the key alone if empty. */
  readonly tabLabel?: string | undefined;
}) {
  const {area, panes, share = 0.5} = props;
  const glyphs = useGlyphs();
  const [own, turn] = useKeyReducer(
    (pane: 0 | 1, to: 0 | 1 | 'other') => (to === 'other' ? otherPane(pane) : to),
    (): 0 | 1 => props.focus ?? 0,
  );
  const focus = props.focus ?? own;
  const goOn = () => {
    const next = turn(props.focus === undefined ? 'other' : otherPane(props.focus));
    props.onFocus?.(next);
  };
  useCommands({'next-pane': {run: goOn, label: props.tabLabel}, 'previous-pane': {run: goOn, isQuiet: true}});
  const {columns} = useWindowSize();
  const plan = glyphs.isSpoken ? oneAtATime(area) : planSplit(columns, area, share);
  const pane = (index: 0 | 1) => (
    <PaneBox pane={panes[index]} area={plan.panes[index]} isFocused={focus === index} shape={plan.shape} />
  );
  return (
    <Box
      width={area.width}
      height={area.height}
      flexDirection={plan.shape === 'beside' ? 'row' : 'column'}
      overflowY="hidden"
    >
      {plan.shape === 'tabs' && <Tabs titles={panes.map(({title}) => title)} active={focus} width={area.width} />}
      {pane(0)}
      {plan.shape === 'beside' && <Divider height={area.height} bar={glyphs.bar} />}
      {pane(1)}
    </Box>
  );
}

const otherPane = (pane: 0 | 1): 0 | 1 => (pane === 0 ? 1 : 0);

function PaneBox(props: {
  readonly pane: Pane;
  readonly area: Area;
  readonly isFocused: boolean;
  readonly shape: 'beside' | 'tabs' | 'stacked';
}) {
  const {pane, area, isFocused, shape} = props;
  const isHidden = shape === 'tabs' && !isFocused;
  return (
    <Box flexDirection="column" flexShrink={0} width={area.width} display={isHidden ? 'none' : 'flex'}>
      {shape !== 'tabs' && <PaneTitle title={pane.title} width={area.width} isFocused={isFocused} />}
      <Box width={area.width} height={area.height} overflowY="hidden" flexShrink={0}>
        <KeyScope isActive={isFocused}>{pane.children(area)}</KeyScope>
      </Box>
    </Box>
  );
}

function PaneTitle({
  title,
  width,
  isFocused,
}: {
  readonly title: string;
  readonly width: number;
  readonly isFocused: boolean;
}) {
  const glyphs = useGlyphs();
  const text = cutText(cleanOneLine(title, glyphs.set), Math.max(1, width - 4), glyphs.ellipsis);
  const before = isFocused ? `${glyphs.pointer} ` : `${glyphs.line} `;
  const after = ` ${glyphs.line.repeat(Math.max(0, width - textWidth(text) - 3))}`;
  const line: Line = [
    {text: before, tone: isFocused ? 'accent' : 'border'},
    {text, tone: isFocused ? 'heading' : 'dim'},
    {text: after, tone: 'border'},
  ];
  return <StyledLine line={line} width={width} />;
}

function Divider({height, bar}: {readonly height: number; readonly bar: string}) {
  return <StyledLines lines={Array.from({length: height}, () => lineOf(` ${bar} `, 'border'))} width={3} />;
}
