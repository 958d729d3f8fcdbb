import {Box} from 'ink';
import SelectInput from 'ink-select-input';
import {createContext, type ReactNode, useContext, useMemo, useState} from 'react';
import {useCommands, useIsReached, useIsTyping} from '../keys/use-commands.ts';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {cleanOneLine} from './clean-text.ts';
import {lineOf} from './rich-text.ts';
import {Scrollbar} from './Scrollbar.tsx';
import {StyledLine} from './StyledLines.tsx';
import {keepVisible} from './scroll.ts';

/** One entry of a menu. */
export type MenuItem<T> = {readonly label: string; readonly value: T};

type Entry = {readonly key: string; readonly label: string; readonly value: number};

/**
 * A short menu on `ink-select-input`. The first nine entries are numbered, and their digits choose them at once.
 *
 * The package's own `limit` turns the list round, so that digits would no longer match the numbers; a menu that is too long
 * is therefore moved behind a window of `height` lines. Give a menu with other entries another `key`.
 */
export function Menu<T>(props: {
  readonly items: readonly MenuItem<T>[];
  readonly width: number;
  readonly height: number;
  readonly isActive?: boolean;
  readonly initialIndex?: number;
  readonly onChoose: (value: T) => void;
  readonly onMove?: (value: T) => void;
}) {
  const {items, width, height, initialIndex = 0, isActive = true} = props;
  const glyphs = useGlyphs();
  const [view, setView] = useState({index: initialIndex, top: 0});
  const isReached = useIsReached() && isActive;
  const isTyping = useIsTyping();
  useClaimedKeys(items.length, isActive);
  const entries = useMemo(
    () =>
      items.map(
        ({label}, index): Entry => ({
          key: String(index),
          label: `${index < 9 ? `${index + 1} ` : '  '}${cleanOneLine(label, glyphs.set)}`,
          value: index,
        }),
      ),
    [items, glyphs],
  );
  const top = keepVisible(view.top, view.index, view.index, height, items.length);
  const isLong = items.length > height;
  const room = Math.max(1, isLong ? width - 2 : width);
  const look = useMemo(() => ({width: room, isReached}), [room, isReached]);
  return (
    <Box width={width} height={height} flexShrink={0}>
      <Box width={room} height={height} overflowY="hidden" flexDirection="column" flexShrink={0}>
        <Box marginTop={-top} flexDirection="column" flexShrink={0}>
          <RowContext value={look}>
            <SelectInput<number>
              items={entries}
              isFocused={isReached && !isTyping}
              initialIndex={initialIndex}
              indicatorComponent={NoIndicator}
              itemComponent={MenuRow}
              onHighlight={({value}) => {
                setView(({top}) => ({index: value, top: keepVisible(top, value, value, height, items.length)}));
                props.onMove?.(items[value]!.value);
              }}
              onSelect={({value}) => props.onChoose(items[value]!.value)}
            />
          </RowContext>
        </Box>
      </Box>
      {isLong && <Box width={1} flexShrink={0} />}
      {isLong && <Scrollbar top={top} height={height} count={items.length} />}
    </Box>
  );
}

// The package reads these keys itself; claiming them shows them in the footer and keeps them from the layers below.
function useClaimedKeys(count: number, isActive: boolean): void {
  const claimed = () => true;
  useCommands(
    {
      'move-up': claimed,
      'move-down': claimed,
      choose: claimed,
      pick: press => Number(press.name) <= count,
    },
    {isActive: isActive && count > 0},
  );
}

// The package makes the rows, so what they need to know reaches them by context.
const RowContext = createContext({width: 1, isReached: true});

function MenuRow({label, isSelected = false}: {readonly label: string; readonly isSelected?: boolean}) {
  const glyphs = useGlyphs();
  const {width, isReached} = useContext(RowContext);
  const text = `${isSelected ? glyphs.pointer : ' '} ${label}`;
  return <StyledLine line={lineOf(text, isSelected && isReached ? 'selection' : 'text')} width={width} />;
}

function NoIndicator(): ReactNode {
  return null;
}
