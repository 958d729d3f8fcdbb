import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {cleanOneLine} from './clean-text.ts';
import {cutLine, type Line} from './rich-text.ts';
import {StyledLine} from './StyledLines.tsx';

/** One line of titles, of which one is chosen; whoever owns the panes owns the keys. */
export function Tabs(props: {readonly titles: readonly string[]; readonly active: number; readonly width: number}) {
  const glyphs = useGlyphs();
  if (glyphs.isSpoken) {
    const title = `${props.titles[props.active] ?? ''}, tab ${props.active + 1} of ${props.titles.length}`;
    return <StyledLine line={[{text: title}]} width={props.width} speech="place" />;
  }
  const line = props.titles.flatMap((title, index): Line => {
    const text = cleanOneLine(title, glyphs.set);
    const gap = {text: index === 0 ? '' : '  '};
    return index === props.active
      ? [gap, {text: `${glyphs.pointer} ${text} `, tone: 'selection'}]
      : [gap, {text: `  ${text} `, tone: 'dim'}];
  });
  return <StyledLine line={cutLine(line, props.width, glyphs.ellipsis)} width={props.width} />;
}
