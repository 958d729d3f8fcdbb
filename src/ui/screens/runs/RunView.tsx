import {Box} from 'ink';
import {useMemo, useState} from 'react';
import {failureRemarks} from '../../../app/lab/remarks.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {useAnswer} from '../playground/use-answer.ts';
import {ViewText} from '../playground/ViewText.tsx';
import {SaveOverlay, type SaveWish} from '../save/SaveOverlay.tsx';
import {runRemarks, runTables} from './run-lines.ts';

/** What is recorded of a run, beside the list it is selected in. */
export function RunPreview({run, area}: {readonly run: string; readonly area: Area}) {
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const answer = useAnswer(`record ${run}`, () => engine.call('record', {run}, undefined, 'ahead'));
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.kind === 'working') return <ViewText area={area} remarks={[]} id="working" />;
  const lines = runTables(answer.value, area.width - 2, glyphs);
  return <ViewText area={area} remarks={runRemarks(answer.value)} lines={lines} id={run} />;
}

/** Everything recorded of one run. */
export function RunView({
  run,
  area,
  onVerify,
}: {
  readonly run: string;
  readonly area: Area;
  readonly onVerify: () => void;
}) {
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const [isSaving, setSaving] = useState(false);
  const answer = useAnswer(`record ${run}`, () => engine.call('record', {run}));
  useCommands({
    choose: {run: onVerify, label: 'verify', help: 'Run it again in an empty store and compare it step by step.'},
    run: {run: onVerify, isQuiet: true},
    save: {
      run: () => setSaving(true),
      label: 'save',
      help: 'Write the run as one file that others can verify.',
    },
  });
  const lines = useMemo(
    () => (answer.kind === 'ready' ? runTables(answer.value, area.width - 2, glyphs) : []),
    [answer, area.width, glyphs],
  );
  const wish: SaveWish = {
    title: 'Share a run',
    about: 'One file with everything it takes to do the run again and prove that it comes out the same.',
    name: `run-${run}.json`,
    text: () => engine.call('bundle', {run}).result,
  };
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.kind === 'working')
    return <ViewText area={area} remarks={[{kind: 'faint', text: 'Opening…'}]} id="working" />;
  return (
    <Box width={area.width} height={area.height} overflowY="hidden">
      <ViewText area={area} remarks={runRemarks(answer.value)} lines={lines} id={run} />
      {isSaving && <SaveOverlay area={area} wish={wish} onClose={() => setSaving(false)} />}
    </Box>
  );
}
