import {Box} from 'ink';
import {useMemo} from 'react';
import {changedPaths} from '../../../app/lab/changes.ts';
import {latestRun} from '../../../app/lab/playground.ts';
import {failureRemarks} from '../../../app/lab/remarks.ts';
import {joinWords, type Remark} from '../../../app/lab/words.ts';
import {StyledLine} from '../../components/StyledLines.tsx';
import {commands} from '../../keys/commands.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {LiveView} from '../lab/LiveView.tsx';
import {stepLines} from '../lab/step-lines.ts';
import {useIsLong} from '../lab/use-is-long.ts';
import {ViewText} from './ViewText.tsx';
import type {PlayView, ViewProps} from './view.ts';

/** The view that is chosen, or what stands in its place while there is nothing to look at. */
export function ViewPane({view, ...props}: ViewProps & {readonly view: PlayView}) {
  const {area, state} = props;
  const glyphs = useGlyphs();
  const run = useMemo(() => latestRun(state), [state]);
  const isLong = useIsLong(state.running?.job ?? null);
  if (!view.needsRun) return <view.View {...props} />;
  if (state.running && isLong && !(view.isLive && run)) return <LiveView running={state.running} area={area} />;
  if (state.failure && !state.running) {
    const {error, live} = state.failure;
    const lines = live.steps.length > 0 ? [[], ...stepLines(live.steps, area.width - 2, glyphs)] : [];
    return <ViewText area={area} remarks={failureRemarks(error)} lines={lines} id={`failure ${state.jobs}`} />;
  }
  if (!run) return <ViewText area={area} remarks={emptyRemarks(view, state.running !== null)} id="empty" />;
  const stale = glyphs.isSpoken && state.running ? '' : staleWords(state);
  if (stale === '' || area.height < 6) return <view.View {...props} run={run} />;
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <StyledLine
        line={[
          {text: `${glyphs.warn} `, tone: 'warn'},
          {text: stale, tone: 'dim'},
        ]}
        width={area.width}
      />
      <view.View {...props} area={{width: area.width, height: area.height - 1}} run={run} />
    </Box>
  );
}

/** Which settings were changed since the run that is shown; empty where none was. */
function staleWords({runs, settings}: ViewProps['state']): string {
  const changed = changedPaths(runs.at(-1)!.settings, settings);
  if (changed.length === 0) return '';
  const names = changed.length > 3 ? `${changed.length} settings` : joinWords(changed);
  return `Changed since this run: ${names}. Run again to see.`;
}

function emptyRemarks({about}: PlayView, isRunning: boolean): readonly Remark[] {
  if (isRunning) return [{kind: 'faint', text: 'Running the pipeline…'}];
  return [
    {kind: 'text', text: about},
    {kind: 'text', label: 'Now', text: `Run the pipeline (${commands.run.keys[0]}); then it stands here.`},
  ];
}
