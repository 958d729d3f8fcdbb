import {Box} from 'ink';
import type {Bindings} from '../keys/key-layers.ts';
import {useCommands, useIsReached, useIsTyping} from '../keys/use-commands.ts';
import {useKeyReducer} from '../keys/use-key-reducer.ts';
import type {Glyphs} from '../theme/glyphs.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import type {Tone} from '../theme/tokens.ts';
import {cleanOneLine} from './clean-text.ts';
import {
  type ListItem,
  type ListRow,
  type ListState,
  listRows,
  type Mark,
  reduceList,
  selectedIndex,
  visibleTop,
} from './list-state.ts';
import {cutLine, cutText, type Line, lineOf, lineText, lineWidth, padLine, textWidth} from './rich-text.ts';
import {Scrollbar} from './Scrollbar.tsx';
import {StyledLines} from './StyledLines.tsx';

type ListProps = {
  readonly items: readonly ListItem[];
  readonly width: number;
  readonly height: number;
  readonly isActive?: boolean;
  /** Selected at first. */
  readonly initialId?: string;
  readonly onChoose?: (item: ListItem) => void;
  /** Called with each newly selected item, for a preview. */
  readonly onMove?: (item: ListItem) => void;
  /** What `Enter` does, in a word or two. */
  readonly chooseLabel?: string;
  /** Shown in place of an empty list. */
  readonly whenEmpty?: string;
};

/** A list to choose from: groups, marks, notes at the right, and as much scrolling as it needs. */
export function List(props: ListProps) {
  const {items, width, height, initialId = null} = props;
  const glyphs = useGlyphs();
  const isReached = useIsReached() && (props.isActive ?? true);
  const isTyping = useIsTyping();
  const state = useListKeys(props, () => ({
    id: initialId,
    index: Math.max(
      0,
      items.findIndex(item => item.id === initialId),
    ),
    top: 0,
  }));
  if (items.length === 0) {
    return (
      <StyledLines
        lines={[[{text: props.whenEmpty ?? 'Nothing here yet.', tone: 'dim'}]]}
        width={width}
        height={height}
      />
    );
  }
  const rows = listRows(items);
  const top = visibleTop(state, items, height);
  const selected = selectedIndex(state, items);
  if (glyphs.isSpoken) {
    const isLong = (isTyping && isReached) || items.length > mostSpoken;
    return <StyledLines lines={spokenLines(items, selected, isLong, glyphs)} width={width} />;
  }
  const isLong = rows.length > height;
  const room = Math.max(1, isLong ? width - 2 : width);
  const lines = rows.slice(top, top + height).map(row => rowLine(row, {selected, isReached, room, glyphs}));
  return (
    <Box width={width} height={height} flexShrink={0}>
      <StyledLines lines={lines} width={room} height={height} />
      {isLong && <Box width={1} flexShrink={0} />}
      {isLong && <Scrollbar top={top} height={height} count={rows.length} />}
    </Box>
  );
}

function useListKeys(props: ListProps, initial: () => ListState) {
  const {items, height, onChoose, onMove, chooseLabel} = props;
  const {isSpoken} = useGlyphs();
  const [state, dispatch, latest] = useKeyReducer(reduceList, initial);
  const go = (to: {readonly type: 'by'; readonly steps: number} | {readonly type: 'to'; readonly index: number}) => {
    const before = selectedIndex(latest(), items);
    const after = selectedIndex(dispatch({...to, items, height}), items);
    if (after !== before) onMove?.(items[after]!);
  };
  const choose = () => {
    const item = items[selectedIndex(latest(), items)];
    if (item) onChoose?.(item);
  };
  const page = isSpoken ? spokenPage : Math.max(1, height - 1);
  const bindings: Bindings = {
    'move-up': () => go({type: 'by', steps: -1}),
    'move-down': () => go({type: 'by', steps: 1}),
    'page-up': {run: () => go({type: 'by', steps: -page}), isQuiet: true},
    'page-down': {run: () => go({type: 'by', steps: page}), isQuiet: true},
    first: {run: () => go({type: 'to', index: 0}), isQuiet: true},
    last: {run: () => go({type: 'to', index: items.length - 1}), isQuiet: true},
    choose: onChoose && {run: choose, label: chooseLabel},
  };
  useCommands(bindings, {isActive: (props.isActive ?? true) && items.length > 0});
  return state;
}

const markTones: {readonly [mark in Mark]: Tone} = {done: 'good', part: 'accent', todo: 'dim', here: 'accent'};

type RowStyle = {
  readonly selected: number;
  readonly isReached: boolean;
  readonly room: number;
  readonly glyphs: Glyphs;
};

function rowLine(row: ListRow, {selected, isReached, room, glyphs}: RowStyle): Line {
  if ('heading' in row) return [{text: cleanOneLine(row.heading, glyphs.set), tone: 'heading'}];
  const {item} = row;
  const isSelected = row.index === selected;
  const label: Line = typeof item.label === 'string' ? [{text: item.label}] : item.label;
  const clean = label.map(span => ({...span, text: cleanOneLine(span.text, glyphs.set)}));
  const left: Line = [
    {text: isSelected ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
    ...(item.mark ? [{text: `${glyphs.marks[item.mark]} `, tone: markTones[item.mark]}] : []),
    ...clean,
  ];
  const note = noteWithin(cleanOneLine(item.note ?? '', glyphs.set), room, lineWidth(left), glyphs.ellipsis);
  const noteWidth = note === '' ? 0 : textWidth(note) + 2;
  const line: Line = [
    ...padLine(cutLine(left, room - noteWidth, glyphs.ellipsis), room - noteWidth),
    ...(noteWidth > 0 ? [{text: `  ${note}`, tone: 'dim' as const}] : []),
  ];
  if (!isSelected || !isReached) return line;
  return line.map(span => ({text: span.text, tone: 'selection' as const}));
}

const mostSpoken = 30;

/** How far a page leads in a list that has no height. */
export const spokenPage = 10;

/** A list in words. Of a long one, and of one that changes while it is typed, only the selected item is said, with its group. */
function spokenLines(items: readonly ListItem[], selected: number, isLong: boolean, glyphs: Glyphs): readonly Line[] {
  const textOf = ({label, mark, note = '', group}: ListItem, index: number) => {
    const parts = [
      typeof label === 'string' ? label : lineText(label).trim(),
      mark === 'here' || (mark !== undefined && mark !== 'todo' && note === '') ? glyphs.marks[mark] : '',
      note,
      isLong ? (group ?? '') : '',
    ];
    return `${index === selected ? `${glyphs.pointer} ` : ''}${parts.filter(part => part !== '').join(', ')}`;
  };
  if (isLong) return [lineOf(`A list of ${items.length}:`), lineOf(textOf(items[selected]!, selected))];
  return listRows(items).map(row => lineOf('heading' in row ? row.heading : textOf(row.item, row.index)));
}

/** A note that takes up to half of the room stands whole; a longer one has what the label leaves, or goes. */
function noteWithin(note: string, room: number, labelWidth: number, ellipsis: string): string {
  if (textWidth(note) <= room / 2) return note;
  const left = room - labelWidth - 2;
  return left < leastNote ? '' : cutText(note, left, ellipsis);
}

const leastNote = 12;
