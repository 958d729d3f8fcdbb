import {Box} from 'ink';
import {useMemo, useRef} from 'react';
import type {Line} from '../../components/rich-text.ts';
import {Scrollbar} from '../../components/Scrollbar.tsx';
import {StyledLines} from '../../components/StyledLines.tsx';
import {clampTop, keepVisible} from '../../components/scroll.ts';
import type {Area} from '../../layout/area.ts';

/** One entry of a list whose entries may take several lines; a text between entries has no id and cannot be chosen. */
export type PaneRow = {readonly id: string | null; readonly lines: readonly Line[]};

/**
 * Where a list stands so that the chosen entry is in sight, moved as little as possible; the text right above an entry comes into
 * sight with it. At its top while nothing is chosen.
 */
export function rowsTop(rows: readonly PaneRow[], chosen: string | null, before: number, height: number): number {
  const count = rows.reduce((sum, row) => sum + row.lines.length, 0);
  const place = rows.findIndex(row => row.id !== null && row.id === chosen);
  if (place < 0) return clampTop(chosen === null ? 0 : before, height, count);
  const lineOf = (index: number) => rows.slice(0, index).reduce((sum, row) => sum + row.lines.length, 0);
  const hasText = rows[place - 1]?.id === null;
  const last = lineOf(place + 1) - 1;
  return keepVisible(before, lineOf(hasText ? place - 1 : place), last, height, count);
}

/** Draws a list whose entries take several lines, with the chosen one in sight; its owner has the keys. */
export function RowList(props: {
  readonly rows: readonly PaneRow[];
  readonly chosen: string | null;
  readonly area: Area;
}) {
  const {rows, chosen, area} = props;
  const lines = useMemo(() => rows.flatMap(row => row.lines), [rows]);
  // Where it stands follows from where it stood: scrolling less costs fewer bytes on a slow line.
  const stands = useRef(0);
  const top = rowsTop(rows, chosen, stands.current, area.height);
  stands.current = top;
  const isLong = lines.length > area.height;
  return (
    <Box width={area.width} height={area.height} flexShrink={0}>
      <StyledLines lines={lines.slice(top, top + area.height)} width={area.width - 2} height={area.height} />
      <Box width={1} flexShrink={0} />
      {isLong && <Scrollbar top={top} height={area.height} count={lines.length} />}
    </Box>
  );
}
