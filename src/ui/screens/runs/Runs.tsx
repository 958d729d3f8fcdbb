import {Box} from 'ink';
import {type ReactNode, useState} from 'react';
import {failureRemarks} from '../../../app/lab/remarks.ts';
import type {Remark} from '../../../app/lab/words.ts';
import type {RunRow} from '../../../app/run-views.ts';
import {partnerOf, reduceRuns, startRuns, viewOf} from '../../../app/sessions/runs-session.ts';
import {List} from '../../components/List.tsx';
import {SpokenPlace} from '../../components/SpokenPlace.tsx';
import {useCommands} from '../../keys/use-commands.ts';
import {useKeyReducer} from '../../keys/use-key-reducer.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {useAnswer} from '../playground/use-answer.ts';
import {ViewText} from '../playground/ViewText.tsx';
import type {ScreenSpec} from '../screen.ts';
import {WithPreview} from '../text/WithPreview.tsx';
import {trails} from '../trails.ts';
import {DiffView} from './DiffView.tsx';
import {NothingYet} from './NothingYet.tsx';
import {RunPreview, RunView} from './RunView.tsx';
import {runLabel} from './run-lines.ts';
import {VerifyView} from './VerifyView.tsx';

/** The history of runs: what each was, how two differ, and whether one comes out again as recorded. */
export const runsScreen: ScreenSpec<'runs'> = {
  trail: trails.runs,
  Screen: ({area}) => <Runs area={area} />,
};

const emptyRemarks: readonly Remark[] = [
  {kind: 'heading', text: 'No run yet'},
  {
    kind: 'text',
    text: 'Every run of the playground, and every `ml-pipeline-tutor run`, is recorded and listed here: when it was made, from which data, with which model, and what came out.',
  },
  {kind: 'faint', text: 'Lessons run pipelines too, but leave nothing behind.'},
];

function Runs({area}: {readonly area: Area}) {
  const tutor = useTutor();
  // Each visit looks anew, for there may be more runs by then.
  const [visit] = useState(tutor.freshSeed);
  const answer = useAnswer(`runs ${visit}`, () => tutor.engine.call('runs', {}));
  if (answer.kind === 'working')
    return <ViewText area={area} remarks={[{kind: 'faint', text: 'Looking through the runs…'}]} id="working" />;
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.value.length === 0) {
    return <NothingYet area={area} remarks={emptyRemarks} />;
  }
  return <History rows={answer.value} area={area} />;
}

function History({rows, area}: {readonly rows: readonly RunRow[]; readonly area: Area}) {
  const [state, dispatch, latest] = useKeyReducer(reduceRuns, () => startRuns);
  const glyphs = useGlyphs();
  const [selected, select] = useState(rows[0]!.run);
  const view = viewOf(state);
  const back = {run: () => void dispatch({type: 'back'}), label: 'close'};
  const at = view.kind === 'run' ? view.run : selected;
  const canCompare = partnerOf(at, state.marked, rows) !== undefined;
  const isList = view.kind === 'list';
  useCommands({
    back: isList ? undefined : back,
    quit: isList ? undefined : {...back, isQuiet: true},
    choose: view.kind === 'diff' ? back : undefined,
    compare:
      canCompare && (isList || view.kind === 'run')
        ? {
            run: () => void dispatch({type: 'compare', run: at, runs: rows}),
            label: state.marked === null ? 'compare' : 'compare with marked',
            help: 'Put it beside the marked run, or beside the run before it.',
          }
        : undefined,
    toggle: isList
      ? {
          run: () => void dispatch({type: 'mark', run: at}),
          label: 'mark',
          help: 'Mark a run to compare another one with it.',
        }
      : undefined,
  });
  if (view.kind === 'run') {
    return (
      <Titled title="One run">
        <RunView run={view.run} area={area} onVerify={() => void dispatch({type: 'verify', run: view.run})} />
      </Titled>
    );
  }
  if (view.kind === 'diff') {
    return (
      <Titled title="Two runs">
        <DiffView a={view.a} b={view.b} area={area} />
      </Titled>
    );
  }
  if (view.kind === 'verify') {
    return (
      <Titled title="Verify a run">
        <VerifyView run={view.run} area={area} onStop={back.run} />
      </Titled>
    );
  }
  const itemsFor = (width: number) =>
    rows.map(row => ({id: row.run, ...runLabel(row, row.run === state.marked, width, glyphs)}));
  return (
    <WithPreview area={area} preview={beside => <RunPreview run={selected} area={beside} />}>
      {({width, height}) => (
        <Box width={width} height={height} overflowY="hidden">
          <List
            items={itemsFor(width)}
            width={width}
            height={height}
            initialId={selected}
            chooseLabel="open"
            onMove={({id}) => select(id)}
            onChoose={({id}) => {
              select(id);
              if (viewOf(latest()).kind === 'list') dispatch({type: 'open', run: id});
            }}
          />
        </Box>
      )}
    </WithPreview>
  );
}

function Titled({title, children}: {readonly title: string; readonly children: ReactNode}) {
  return (
    <>
      <SpokenPlace title={title} />
      {children}
    </>
  );
}
