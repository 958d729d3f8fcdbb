import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {type Line, lineOf} from './rich-text.ts';
import {StyledLines} from './StyledLines.tsx';
import {scrollbar} from './scroll.ts';

/** One column that shows which part of a longer text is visible; the arrow at an end says that there is more that way. */
export function Scrollbar({
  top,
  height,
  count,
}: {
  readonly top: number;
  readonly height: number;
  readonly count: number;
}) {
  const glyphs = useGlyphs();
  if (glyphs.isSpoken) return null;
  const lines = scrollbar(top, height, count).map((isThumb, row): Line => {
    if (height > 2 && row === 0 && top > 0) return lineOf(glyphs.moreAbove, 'accent');
    if (height > 1 && row === height - 1 && top + height < count) return lineOf(glyphs.moreBelow, 'accent');
    return isThumb ? lineOf(glyphs.thumb, 'dim') : lineOf(glyphs.track, 'border');
  });
  return <StyledLines lines={lines} width={1} height={height} />;
}
