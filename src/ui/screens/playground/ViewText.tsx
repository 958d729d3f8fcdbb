import type {Remark} from '../../../app/lab/words.ts';
import type {Line} from '../../components/rich-text.ts';
import {Viewport} from '../../components/Viewport.tsx';
import type {Area} from '../../layout/area.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {remarkLines} from '../lab/remark-lines.ts';
import {useIsPlain} from '../text/use-text-style.ts';

/** A few paragraphs, and lines beneath them, that scroll in a pane. */
export function ViewText(props: {
  readonly area: Area;
  readonly remarks: readonly Remark[];
  readonly lines?: readonly Line[];
  /** Another text has another id and starts at its top. */
  readonly id: string;
}) {
  const {area, remarks, lines = [], id} = props;
  const all = useRemarkLines(area.width - 2, remarks, lines);
  return <Viewport lines={all} width={area.width} height={area.height} id={id} />;
}

/** Paragraphs and the lines beneath them, for a width. */
export function useRemarkLines(width: number, remarks: readonly Remark[], lines: readonly Line[]): readonly Line[] {
  const glyphs = useGlyphs();
  const isPlain = useIsPlain();
  return [...remarkLines(remarks, width, {glyphs, isPlain}), ...lines];
}
