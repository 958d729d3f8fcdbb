import {useMemo} from 'react';
import {failureRemarks} from '../../../app/lab/remarks.ts';
import type {Remark} from '../../../app/lab/words.ts';
import type {RunSummary} from '../../../app/runs-summary.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {useAnswer} from '../playground/use-answer.ts';
import {ViewText} from '../playground/ViewText.tsx';
import {diffLines, diffRemarks} from '../playground/views/compare.tsx';

/** Two runs side by side: settings, data, steps, metrics, and whether the difference is more than luck. */
export function DiffView({a, b, area}: {readonly a: string; readonly b: string; readonly area: Area}) {
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const answer = useAnswer(`diff ${a} ${b}`, () => engine.call('diff', {a, b}));
  const lines = useMemo(
    () => (answer.kind === 'ready' ? diffLines(answer.value, area.width - 2, glyphs) : []),
    [answer, area.width, glyphs],
  );
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.kind === 'working')
    return <ViewText area={area} remarks={[{kind: 'faint', text: 'Comparing…'}]} id="working" />;
  const remarks = [whichRun('A', answer.value.a), whichRun('B', answer.value.b), ...diffRemarks(answer.value)];
  return <ViewText area={area} remarks={remarks} lines={lines} id={`${a} ${b}`} />;
}

function whichRun(label: string, {name, created}: RunSummary): Remark {
  return {kind: 'text', label, text: `${name}, ${created.slice(0, 16).replace('T', ' ')} UTC`};
}
