import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {StyledLine} from './StyledLines.tsx';

/** Names the place that begins here to a screen reader, where the screen shows it by itself; what is under it is said whole. */
export function SpokenPlace({title}: {readonly title: string}) {
  return useGlyphs().isSpoken ? <StyledLine line={[{text: title}]} width={title.length} speech="place" /> : null;
}
