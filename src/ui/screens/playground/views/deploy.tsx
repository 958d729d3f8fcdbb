import {Box} from 'ink';
import {useState} from 'react';
import type {ResultOf} from '../../../../app/actions.ts';
import {playgroundName} from '../../../../app/lab/playground.ts';
import {failureRemarks} from '../../../../app/lab/remarks.ts';
import {deployWish} from '../../../../app/lab/wishes.ts';
import {type Remark, sayValue} from '../../../../app/lab/words.ts';
import type {Tutor} from '../../../../app/tutor.ts';
import {List} from '../../../components/List.tsx';
import {useCommands} from '../../../keys/use-commands.ts';
import {useTutor} from '../../../navigation/contexts.ts';
import {PagedText} from '../PagedText.tsx';
import {useAnswer} from '../use-answer.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, RunViewProps} from '../view.ts';
import {WishView} from '../WishView.tsx';

/** The versions of the playground's model: register, promote, predict, roll back. */
export const deployView: PlayView = {
  id: 'deploy',
  title: 'Deploy',
  about: 'Versions, production, and the way back.',
  needsRun: true,
  View: DeployView,
};

type Shelf = ResultOf<'shelf'>;

function DeployView(props: RunViewProps) {
  const {area, run} = props;
  const tutor = useTutor();
  const [moves, setMoves] = useState(0);
  const [said, setSaid] = useState<readonly Remark[]>([]);
  const name = run.pipeline.deployment.name ?? playgroundName;
  const answer = useAnswer(`shelf ${name} ${run.run} ${moves}`, () => tutor.engine.call('shelf', {name}));
  const act = (work: Promise<readonly Remark[]>) => {
    work
      .then(setSaid, error => setSaid(failureRemarks(error, 'That did not work')))
      .finally(() => setMoves(count => count + 1));
  };
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.kind === 'working')
    return <ViewText area={area} remarks={[{kind: 'faint', text: 'Looking at the shelf…'}]} id="working" />;
  if (answer.value.versions.length === 0) return <WishView {...props} id="deploy" wish={deployWish} draws={[]} />;
  return <ShelfView {...props} shelf={answer.value} said={said} act={act} name={name} />;
}

type Act = (work: Promise<readonly Remark[]>) => void;

function ShelfView(
  props: RunViewProps & {
    readonly shelf: Shelf;
    readonly said: readonly Remark[];
    readonly act: Act;
    readonly name: string;
  },
) {
  const {area, run, shelf, said, act, name} = props;
  const tutor = useTutor();
  const items = shelf.versions.map(({version, aliases, metrics}) => {
    const [metric, value] = Object.entries(metrics).find(([, score]) => score !== null) ?? ['', null];
    return {
      id: String(version),
      label: `version ${version}`,
      note: [...aliases, `${metric} ${sayValue(value)}`].join(', '),
    };
  });
  useCommands({
    toggle: {
      run: () => act(askFirstRow(tutor, name, run.run)),
      label: 'predict row 1',
      help: 'Have the version in production predict the first row.',
    },
    // A version that followed none has none to go back to.
    undo: shelf.moves.some(({from}) => from !== null)
      ? {
          run: () => act(rollBackTo(tutor, name)),
          label: 'roll back',
          help: 'Take production back to the version before.',
        }
      : undefined,
  });
  const height = Math.min(items.length, Math.max(2, Math.floor(area.height / 2)));
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      <List
        items={items}
        width={area.width}
        height={height}
        chooseLabel="promote"
        onChoose={({id}) => act(promoteTo(tutor, `${name}@${id}`))}
      />
      <PagedText
        area={{width: area.width, height: area.height - height}}
        remarks={[{kind: 'faint', text: ''}, ...said, ...deploymentRemarks(run), ...historyRemarks(shelf)]}
        id={`${said.length} ${shelf.moves.length}`}
      />
    </Box>
  );
}

async function promoteTo({engine}: Tutor, ref: string): Promise<readonly Remark[]> {
  const move = await engine.call('promote', {ref}).result;
  const text = move ? `Production is now version ${move.to}.` : 'It is in production already.';
  return [{kind: 'good', text}];
}

async function rollBackTo({engine}: Tutor, name: string): Promise<readonly Remark[]> {
  const move = await engine.call('rollback', {name}).result;
  return [{kind: 'good', text: `Production is back at version ${move.to}.`}];
}

/** Ask the version in production about a row of the table it learned from. */
async function askFirstRow({engine}: Tutor, name: string, run: string): Promise<readonly Remark[]> {
  const {input} = await engine.call('journey', {run, row: 1}).result;
  const {model, predictions} = await engine.call('predict', {ref: name, folder: '.', from: {rows: [input]}}).result;
  const [answer] = predictions;
  return [
    {kind: 'figure', label: `Version ${model.version} says of row 1`, text: answer ? sayPrediction(answer) : 'nothing'},
    ...(answer?.warnings ?? []).map(({message}): Remark => ({kind: 'warn', text: message})),
  ];
}

/** A prediction in words: the number, or the class with how likely each class is, or why there is none. */
function sayPrediction(answer: ResultOf<'predict'>['predictions'][number]): string {
  if ('error' in answer) return answer.error;
  if ('value' in answer) return `${sayValue(answer.value)}.`;
  const shares = Object.entries(answer.probabilities).map(([label, share]) => `${label} ${sayValue(share)}`);
  return `${answer.label} (${shares.join(', ')}).`;
}

function deploymentRemarks({deployment}: RunViewProps['run']): readonly Remark[] {
  if (!deployment) return [];
  const word = deployment.promoted ? 'went into production' : 'was kept, but not promoted';
  return [{kind: 'text', label: `Version ${deployment.version}`, text: `${word}: ${deployment.reason}.`}];
}

function historyRemarks({moves}: Shelf): readonly Remark[] {
  if (moves.length === 0) return [];
  const lines = moves.map(
    ({alias, from, to, why}): Remark => ({kind: 'open', text: `${alias}: ${from ?? 'nothing'} → ${to}, ${why}`}),
  );
  return [{kind: 'heading', text: 'What happened to production, newest first'}, ...lines];
}
