import {useEffect, useState} from 'react';
import type {ResultOf} from '../../../app/actions.ts';
import {followRun, type LiveRun, quietRun} from '../../../app/lab/live-run.ts';
import {failureRemarks} from '../../../app/lab/remarks.ts';
import type {Remark} from '../../../app/lab/words.ts';
import {type Line, lineOf} from '../../components/rich-text.ts';
import {tableLines} from '../../components/table-lines.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {LiveView} from '../lab/LiveView.tsx';
import {ViewText} from '../playground/ViewText.tsx';

type Verification = ResultOf<'verify'>;

type Stage =
  | {readonly kind: 'working'; readonly live: LiveRun}
  | {readonly kind: 'done'; readonly found: Verification}
  | {readonly kind: 'failed'; readonly error: unknown};

/** Runs a recorded run again, step by step before one's eyes, and says whether it came out the same. */
export function VerifyView({
  run,
  area,
  onStop,
}: {
  readonly run: string;
  readonly area: Area;
  readonly onStop: () => void;
}) {
  const glyphs = useGlyphs();
  const stage = useVerification(run);
  const isWorking = stage.kind === 'working';
  useCommands({
    back: {run: onStop, label: isWorking ? 'stop and close' : 'close'},
    choose: isWorking ? undefined : {run: onStop, label: 'close'},
  });
  if (stage.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(stage.error)} id="failed" />;
  if (stage.kind === 'working') return <LiveView running={{live: stage.live, isStopping: false}} area={area} />;
  const {found} = stage;
  return (
    <ViewText area={area} remarks={verdictRemarks(found)} lines={stepTable(found, area.width - 2, glyphs)} id={run} />
  );
}

/** Begin a verification, and give it up when nobody looks any more. */
function useVerification(run: string): Stage {
  const {engine, now} = useTutor();
  const [stage, setStage] = useState<Stage>({kind: 'working', live: quietRun});
  useEffect(() => {
    let isWanted = true;
    const tell = (next: (stage: Stage) => Stage) => isWanted && setStage(next);
    const job = engine.call('verify', {run}, event =>
      tell(stage =>
        stage.kind === 'working' ? {kind: 'working', live: followRun(stage.live, event, now().getTime())} : stage,
      ),
    );
    job.result.then(
      found => tell(() => ({kind: 'done', found})),
      error => tell(() => ({kind: 'failed', error})),
    );
    return () => {
      isWanted = false;
      job.cancel();
    };
  }, [engine, now, run]);
  return stage;
}

function verdictRemarks({verdict, first, steps, fingerprint, product, node}: Verification): readonly Remark[] {
  const machines: readonly Remark[] = [...changed('Version', product), ...changed('Node', node)];
  if (verdict === 'identical') {
    return [
      {kind: 'good', label: 'Identical', text: `all ${steps.length} steps came out as recorded, byte for byte.`},
      {kind: 'text', label: 'Fingerprint', text: fingerprint.recorded.replace(/^sha256:/, '')},
      ...machines,
    ];
  }
  const where = first?.step === null || first === null ? 'the record' : first.step;
  return [{kind: 'bad', label: 'It differs', text: `first at ${where}: ${first?.reason ?? 'unknown'}.`}, ...machines];
}

function changed(label: string, {recorded, now}: Verification['product']): readonly Remark[] {
  return recorded === now ? [] : [{kind: 'faint', label, text: `${recorded} when it was recorded, ${now} now.`}];
}

function stepTable({steps}: Verification, width: number, glyphs: Glyphs): readonly Line[] {
  if (steps.length === 0) return [];
  const short = (hash: string | null) => hash?.replace(/^sha256:/, '').slice(0, 12) ?? 'none';
  const {head, body} = tableLines(
    [{title: 'step', minWidth: 14}, {title: 'verdict', minWidth: 7}, {title: 'recorded'}, {title: 'now'}],
    steps.map(({id, verdict, recorded, now}) => [id, verdict, short(recorded), short(now)]),
    width,
    glyphs,
  );
  return [lineOf(''), ...head, ...body];
}
