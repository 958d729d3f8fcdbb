import {useMemo} from 'react';
import type {Wish} from '../../../app/lab/wishes.ts';
import {joinWords, type Remark, writeFlow} from '../../../app/lab/words.ts';
import type {Drawing} from '../../../app/lesson-figures.ts';
import type {Chart, ChartSize} from '../../../charts/index.ts';
import {useCommands} from '../../keys/use-commands.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {picturesLines} from '../lab/drawing-columns.ts';
import {ViewText} from './ViewText.tsx';
import type {RunViewProps} from './view.ts';

/** Draws a figure of a run, or null where the run has none. */
export type DrawRun = (size: ChartSize) => Chart | null;

/**
 * A view of something that a run shows only when it is asked for: until then it says what can be learned and offers to set what
 * is needed and run; afterwards it draws it.
 */
export function WishView(
  props: RunViewProps & {
    readonly id: string;
    readonly wish: Wish;
    /** What is drawn once the run has it; empty before. */
    readonly draws: readonly DrawRun[];
    readonly remarks?: readonly Remark[];
  },
) {
  const {area, play, run, wish, draws, asTables, remarks = []} = props;
  const glyphs = useGlyphs();
  useCommands({
    choose: {run: () => void play.send({type: 'try', set: wish.set}), label: draws.length > 0 ? 'again' : 'try it'},
  });
  const lines = useMemo(() => {
    const known = draws.map(draw => (size: ChartSize): Drawing => {
      const chart = draw(size);
      return chart
        ? {kind: 'chart', chart}
        : {kind: 'words', title: '', sentence: 'This run has nothing to draw here.'};
    });
    const lines = picturesLines(known, {width: area.width - 2, height: area.height - 2}, {glyphs, asTables});
    // Without words above them the pictures need no gap.
    return remarks.length === 0 ? lines.slice(1) : lines;
  }, [draws, area, glyphs, asTables, remarks.length]);
  const offer: readonly Remark[] = [
    {kind: 'text', text: wish.why},
    {
      kind: 'faint',
      label: 'It sets',
      text: joinWords(Object.entries(wish.set).map(([path, value]) => `${path} to ${writeFlow(value)}`)),
    },
  ];
  const head = draws.length === 0 ? offer : remarks;
  return <ViewText area={area} remarks={head} lines={lines} id={`${props.id} ${run.run}`} />;
}
