import {Box} from 'ink';
import {useMemo, useState} from 'react';
import {figures} from '../../../../app/figures.ts';
import {honestFigures, sayHonest} from '../../../../app/lab/outcome.ts';
import {trapWish, trapWords} from '../../../../app/lab/wishes.ts';
import type {Remark} from '../../../../app/lab/words.ts';
import {resultJson} from '../../../../app/lesson-runs.ts';
import type {RunResult} from '../../../../app/run-result.ts';
import {List} from '../../../components/List.tsx';
import {useGlyphs} from '../../../theme/ThemeProvider.tsx';
import {picturesLines} from '../../lab/drawing-columns.ts';
import {warningLines} from '../../lab/warning-lines.ts';
import {PagedText} from '../PagedText.tsx';
import type {PlayView, RunViewProps} from '../view.ts';

/** The leak meter: what a mistake on purpose makes of the figures, beside the honest ones. */
export const leaksView: PlayView = {
  id: 'leaks',
  title: 'Leak meter',
  about: 'What a mistake makes of the figures.',
  needsRun: true,
  View: LeaksView,
};

type Trap = keyof typeof trapWords;
const names = Object.keys(trapWords) as readonly Trap[];

function LeaksView({area, run, play, asTables}: RunViewProps) {
  const glyphs = useGlyphs();
  const width = area.width - 2;
  const set = run.pipeline.traps;
  const [at, moveTo] = useState('none');
  const items = [
    {id: 'none', label: 'no mistake', ...(set.length === 0 && {note: 'in the last run'})},
    ...names.map(name => ({id: name, label: name, ...(set.includes(name) && {note: 'in the last run'})})),
  ];
  const run_ = (id: string) => {
    const wish = id === 'none' ? {traps: []} : trapWish(id as Trap, String(run.pipeline.training.model)).set;
    play.send({type: 'try', set: wish});
  };
  const lines = useMemo(() => {
    const draws = run.honest_metrics ? [drawHonest(run)] : [];
    const leaks = run.warnings.filter(({code}) => code.startsWith('leak.'));
    return [
      ...picturesLines(draws, {width, height: area.height - items.length}, {glyphs, asTables}),
      ...warningLines(leaks, width, glyphs),
    ];
  }, [run, width, area.height, items.length, glyphs, asTables]);
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <List
        items={items}
        width={area.width}
        height={items.length}
        chooseLabel={at === 'none' ? 'run honestly' : 'make it'}
        onMove={({id}) => moveTo(id)}
        onChoose={({id}) => run_(id)}
      />
      <PagedText
        area={{width: area.width, height: area.height - items.length}}
        remarks={[{kind: 'faint', text: ''}, ...remarksOf(run, at)]}
        lines={lines}
        id={run.run}
      />
    </Box>
  );
}

function drawHonest(run: RunResult) {
  return (size: Parameters<typeof figures.honest>[1]) => ({kind: 'chart', chart: figures.honest(run, size)!}) as const;
}

/** What the mistake under the cursor is, and what the last run has to say. */
function remarksOf(run: RunResult, at: string): readonly Remark[] {
  const [trap] = run.pipeline.traps;
  const chosen = names.find(name => name === at && name !== trap);
  const about: readonly Remark[] = chosen ? [{kind: 'text', label: chosen, text: trapWords[chosen]}] : [];
  return [...about, ...lastRunRemarks(run, trap)];
}

function lastRunRemarks(run: RunResult, trap: Trap | undefined): readonly Remark[] {
  if (trap === undefined) {
    const text =
      'The last run is honest. Choose a mistake to make on purpose: the same pipeline is then run with and without it.';
    return [{kind: 'good', text}];
  }
  const [first] = honestFigures(resultJson(run));
  return [{kind: 'warn', label: trap, text: trapWords[trap]}, ...(first ? [sayHonest(first)] : [])];
}
