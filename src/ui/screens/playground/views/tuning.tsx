import {Box} from 'ink';
import {useMemo} from 'react';
import {figures} from '../../../../app/figures.ts';
import {shareDone} from '../../../../app/lab/live-run.ts';
import {tuningWish} from '../../../../app/lab/wishes.ts';
import {type Remark, sayValue} from '../../../../app/lab/words.ts';
import type {RunResult} from '../../../../app/run-result.ts';
import {Progress} from '../../../components/Progress.tsx';
import {useGlyphs} from '../../../theme/ThemeProvider.tsx';
import {picturesLines} from '../../lab/drawing-columns.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, RunViewProps} from '../view.ts';
import {type DrawRun, WishView} from '../WishView.tsx';

/** A search for better settings, cell by cell while it goes on. */
export const tuningView: PlayView = {
  id: 'tuning',
  title: 'Tuning',
  about: 'Which settings score best.',
  needsRun: true,
  isLive: true,
  View: TuningView,
};

function TuningView(props: RunViewProps) {
  const {run, state} = props;
  const draws = useMemo(
    (): readonly DrawRun[] =>
      run.tuning
        ? [...(run.tuning.method === 'random' ? [] : [figure('heat_map', run)]), figure('candidates', run)]
        : [],
    [run],
  );
  if (state.running) return <LiveSearch {...props} />;
  const wish = tuningWish(String(run.pipeline.training.model));
  return <WishView {...props} id="tuning" wish={wish} draws={draws} remarks={remarksOf(run)} />;
}

function figure(kind: 'heat_map' | 'candidates', run: RunResult): DrawRun {
  return size => figures[kind](run, size);
}

function remarksOf({tuning}: RunResult): readonly Remark[] {
  if (!tuning) return [];
  const {metric, best, estimates, tried} = tuning;
  const settings = Object.entries(best).map(([name, value]) => `${name} ${sayValue(value)}`);
  const test =
    estimates.test === null
      ? ''
      : `; on the test rows, which the search has not seen, it is ${sayValue(estimates.test)}`;
  return [
    {kind: 'figure', label: 'Best', text: settings.join(', ')},
    {
      kind: 'text',
      label: metric.replaceAll('_', ' '),
      text: `${sayValue(estimates.search.mean)} in cross-validation, the luckiest of ${tried.length}${test}.`,
    },
  ];
}

/** The scores so far, while the search goes on. */
function LiveSearch({area, state, run, asTables}: RunViewProps) {
  const glyphs = useGlyphs();
  const live = state.running!.live;
  const detail = live.detail as unknown as Pick<NonNullable<RunResult['tuning']>, 'metric' | 'tried'> | null;
  // Said, a picture that grows would be said again with every candidate.
  const soFar = detail && 'tried' in detail && !glyphs.isSpoken ? {...run, tuning: pretend(detail)} : null;
  const size = {width: area.width - 2, height: area.height - 3};
  const chart = soFar && figures.heat_map(soFar, {...size, glyphs: glyphs.set});
  const lines = chart ? picturesLines([() => ({kind: 'chart', chart})], size, {glyphs, asTables}) : [];
  const step = live.steps.at(-1)?.id ?? 'starting';
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <Progress label={step} share={shareDone(live)} width={area.width} />
      <ViewText area={{width: area.width, height: area.height - 1}} remarks={[]} lines={lines} id="live" />
    </Box>
  );
}

/** A search that is not finished, in the shape of one that is. */
function pretend(detail: Pick<NonNullable<RunResult['tuning']>, 'metric' | 'tried'>): NonNullable<RunResult['tuning']> {
  const {metric, tried} = detail;
  const unknown = {search: {mean: 0, sd: 0}, test: null, nested: null};
  return {method: 'grid', metric, tried, higher_is_better: true, folds: 0, best: {}, best_index: 0, estimates: unknown};
}
