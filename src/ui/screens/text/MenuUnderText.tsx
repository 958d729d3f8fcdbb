import {Menu, type MenuItem} from '../../components/Menu.tsx';
import type {Line} from '../../components/rich-text.ts';
import {StyledLine} from '../../components/StyledLines.tsx';
import {Viewport} from '../../components/Viewport.tsx';
import type {Area} from '../../layout/area.ts';
import {Column} from './Column.tsx';

const widest = 80;

/** A text and under it what can be done next; the text scrolls where it has no room beside the menu. */
export function MenuUnderText<T>(props: {
  /** The text in lines of a width. */
  readonly lines: (width: number) => readonly Line[];
  readonly items: readonly MenuItem<T>[];
  readonly area: Area;
  readonly onChoose: (value: T) => void;
}) {
  const {items, onChoose} = props;
  return (
    <Column area={props.area} widest={widest}>
      {({width, height}) => {
        const lines = props.lines(width - 2);
        const menuHeight = Math.min(items.length, Math.max(3, Math.floor(height / 2)));
        return (
          <>
            <Viewport lines={lines} width={width} height={Math.min(lines.length, height - menuHeight - 1)} />
            <StyledLine line={[]} width={width} />
            <Menu
              key={items.map(item => item.label).join('\n')}
              items={items}
              width={width}
              height={menuHeight}
              onChoose={onChoose}
            />
          </>
        );
      }}
    </Column>
  );
}
