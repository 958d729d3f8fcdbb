import {Box} from 'ink';
import {type LiveRun, secondsLeft, shareDone, workBesides} from '../../../app/lab/live-run.ts';
import type {Running} from '../../../app/lab/workbench.ts';
import {Progress} from '../../components/Progress.tsx';
import {type Line, lineOf} from '../../components/rich-text.ts';
import {StyledLines} from '../../components/StyledLines.tsx';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {liveSteps} from './step-lines.ts';

/** A run while it goes on: how far it is, how long it will take, and each step with its reason. */
export function LiveView({
  running,
  area,
}: {
  readonly running: Pick<Running, 'live' | 'isStopping'>;
  readonly area: Area;
}) {
  const {now} = useTutor();
  const glyphs = useGlyphs();
  const {live, isStopping} = running;
  const seconds = secondsLeft(live, now().getTime());
  const head: readonly Line[] = [
    lineOf(isStopping ? 'Stopping at the next step…' : 'Running', 'heading'),
    ...(glyphs.isSpoken ? [] : [lineOf(presentWork(live))]),
  ];
  const steps = liveSteps(live, area.width - 2, glyphs);
  const room = Math.max(0, area.height - head.length - 2);
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <StyledLines lines={head} width={area.width} />
      <Progress
        share={shareDone(live)}
        width={area.width}
        {...(seconds !== null && {timeLeft: `about ${seconds} s left`})}
      />
      {!glyphs.isSpoken && <StyledLines lines={[[], ...steps.slice(-room)]} width={area.width} height={room + 1} />}
    </Box>
  );
}

function presentWork(live: LiveRun): string {
  const besides = workBesides(live);
  // Work that was only now begun has nothing behind it yet.
  if (besides)
    return `${besides.unit ?? besides.step} ${Math.min(besides.done + 1, besides.total)} of ${besides.total}`;
  const step = live.steps.at(-1);
  return step ? `step ${live.steps.length} of ${live.of}: ${step.id}` : 'starting the engine';
}
