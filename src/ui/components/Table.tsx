import {Box} from 'ink';
import {useGlyphs} from '../theme/ThemeProvider.tsx';
import {lineOf} from './rich-text.ts';
import {StyledLines} from './StyledLines.tsx';
import {type TableColumn, tableLines} from './table-lines.ts';
import {Viewport} from './Viewport.tsx';

/** A table whose heading stays while its rows scroll. */
export function Table(props: {
  readonly columns: readonly TableColumn[];
  readonly rows: ReadonlyArray<readonly string[]>;
  readonly width: number;
  readonly height: number;
  readonly isActive?: boolean;
  readonly whenEmpty?: string;
}) {
  const {columns, rows, width, height, isActive = true} = props;
  const glyphs = useGlyphs();
  const room = Math.max(1, width - 2);
  const {head, body} = tableLines(columns, rows, room, glyphs);
  const lines = body.length > 0 ? body : [lineOf(props.whenEmpty ?? 'No rows.', 'dim')];
  return (
    <Box flexDirection="column" width={width} height={height} flexShrink={0}>
      <StyledLines lines={head.slice(0, height)} width={room} />
      {height > head.length && (
        <Viewport lines={lines} width={width} height={height - head.length} isActive={isActive} />
      )}
    </Box>
  );
}
