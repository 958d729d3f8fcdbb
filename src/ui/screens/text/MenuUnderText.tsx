import {Menu, type MenuItem} from '../../components/Menu.tsx';
import type {Line} from '../../components/rich-text.ts';
import {StyledLine, StyledLines} from '../../components/StyledLines.tsx';
import {Viewport} from '../../components/Viewport.tsx';
import type {Area} from '../../layout/area.ts';
import {Column} from './Column.tsx';

const widest = 80;

/** A text and under it what can be done next; the text scrolls where it has no room beside the menu. */
export function MenuUnderText<T>(props: {
  /** The text in lines of a width. */
  readonly lines: (width: number) => readonly Line[];
  /** What the menu answers, in lines of a width: it stays in sight right above the menu. */
  readonly question?: (width: number) => readonly Line[];
  readonly items: readonly MenuItem<T>[];
  readonly area: Area;
  readonly onChoose: (value: T) => void;
}) {
  const {items, onChoose} = props;
  return (
    <Column area={props.area} widest={widest}>
      {({width, height}) => {
        const lines = props.lines(width - 2);
        const question = props.question?.(width - 2) ?? [];
        const menuHeight = Math.min(items.length, Math.max(3, Math.floor(height / 2)));
        const textHeight = Math.min(lines.length, Math.max(0, height - menuHeight - question.length - 1));
        return (
          <>
            <Viewport lines={lines} width={width} height={textHeight} />
            <StyledLine line={[]} width={width} />
            {question.length > 0 && <StyledLines lines={question} width={width} />}
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
