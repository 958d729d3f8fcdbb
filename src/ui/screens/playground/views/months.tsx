import {useMemo} from 'react';
import {drawWatched} from '../../../../app/lab/drawings/of-months.ts';
import {playRequest} from '../../../../app/lab/playground.ts';
import {failureRemarks} from '../../../../app/lab/remarks.ts';
import type {Remark} from '../../../../app/lab/words.ts';
import type {RunResult as ResultJson} from '../../../../tutor/figures/result.ts';
import {useCommands} from '../../../keys/use-commands.ts';
import {useKeyReducer} from '../../../keys/use-key-reducer.ts';
import {useTutor} from '../../../navigation/contexts.ts';
import {useGlyphs} from '../../../theme/ThemeProvider.tsx';
import {picturesLines} from '../../lab/drawing-columns.ts';
import {useAnswer} from '../use-answer.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, RunViewProps} from '../view.ts';

/** The months after training: how far the rows move, how good the model stays, and what the policy does about it. */
export const monthsView: PlayView = {
  id: 'months',
  title: 'Months later',
  about: 'Whether the model stays good, and what the policy does.',
  needsRun: true,
  View: MonthsView,
};

const offer: readonly Remark[] = [
  {
    kind: 'text',
    text: 'A model learns from the first months, then the later ones come in, one after another. You see how far the rows move beside what chance alone gives, how good the model still is, and when the policy of `monitoring` trains it again.',
  },
  {kind: 'faint', text: 'It takes some seconds. No model of yours is touched.'},
];

function MonthsView({area, run, state, asTables}: RunViewProps) {
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const settings = state.runs.at(-1)!.settings;
  const [asked, ask] = useKeyReducer(
    (_: string | null, id: string) => id,
    () => null,
  );
  const hasMonths = run.pipeline.ingestion.dataset === 'subscriptions';
  const isAsked = asked === run.run;
  const answer = useAnswer(isAsked && hasMonths ? `months ${run.run}` : null, () =>
    engine.call('monitor', playRequest(settings)),
  );
  const isWaiting = isAsked && answer.kind === 'working';
  useCommands({
    choose: hasMonths && !isAsked ? {run: () => void ask(run.run), label: 'let months pass'} : undefined,
  });
  const lines = useMemo(() => {
    if (answer.kind !== 'ready') return [];
    const {batches, ...monitor} = answer.value;
    const draws = drawWatched({batches, monitor} as unknown as ResultJson);
    return picturesLines(draws, {width: area.width - 2, height: area.height - 2}, {glyphs, asTables}).slice(1);
  }, [answer, area, glyphs, asTables]);
  if (!hasMonths) {
    const text = 'Later months are there for the dataset subscriptions only: choose it under Data, run, and come back.';
    return <ViewText area={area} remarks={[{kind: 'text', text}]} id="no months" />;
  }
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  const waiting: readonly Remark[] = [{kind: 'faint', text: 'The months pass…'}];
  const remarks = answer.kind === 'ready' ? [] : isWaiting ? waiting : offer;
  return <ViewText area={area} remarks={remarks} lines={lines} id={`${run.run} ${answer.kind} ${isAsked}`} />;
}
