import {Box} from 'ink';
import {useState} from 'react';
import {failureRemarks} from '../../../app/lab/remarks.ts';
import type {Remark} from '../../../app/lab/words.ts';
import type {ListedModel} from '../../../app/models.ts';
import {List} from '../../components/List.tsx';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useAnswer} from '../playground/use-answer.ts';
import {ViewText} from '../playground/ViewText.tsx';
import {NothingYet} from '../runs/NothingYet.tsx';
import {mainMetric} from '../runs/run-lines.ts';
import type {ScreenSpec} from '../screen.ts';
import {ModelView} from './ModelView.tsx';

/** The registered models: their versions, which of them is in production, and the way back. */
export const modelsScreen: ScreenSpec<'models'> = {
  trail: () => ['Models'],
  Screen: ({area}) => <Models area={area} />,
};

const emptyRemarks: readonly Remark[] = [
  {kind: 'heading', text: 'No model yet'},
  {
    kind: 'text',
    text: 'A run whose pipeline has a name under deployment registers a version of its model: in the playground, view Deploy, or with `ml-pipeline-tutor run --dataset wine --set deployment.name=wine`.',
  },
];

function Models({area}: {readonly area: Area}) {
  const tutor = useTutor();
  const [visit] = useState(tutor.freshSeed);
  const [moves, setMoves] = useState(0);
  const [opened, open] = useState<string | null>(null);
  const [selected, select] = useState<string | null>(null);
  const answer = useAnswer(`models ${visit} ${moves}`, () => tutor.engine.call('models', {}));
  if (opened !== null) {
    return (
      <ModelView
        key={opened}
        reference={opened}
        stamp={`${visit} ${moves}`}
        area={area}
        onMoved={() => setMoves(count => count + 1)}
        onClose={() => open(null)}
      />
    );
  }
  if (answer.kind === 'working')
    return <ViewText area={area} remarks={[{kind: 'faint', text: 'Looking through the models…'}]} id="working" />;
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.value.length === 0) return <NothingYet area={area} remarks={emptyRemarks} />;
  return (
    <Box width={area.width} height={area.height} overflowY="hidden">
      <List
        items={answer.value.map(model => itemOf(model, area.width))}
        width={area.width}
        height={area.height}
        chooseLabel="open"
        {...(selected !== null && {initialId: selected})}
        onChoose={({id}) => {
          select(id);
          open(id);
        }}
      />
    </Box>
  );
}

function itemOf({name, version, aliases, created, metrics}: ListedModel, width: number) {
  const when = width < 60 ? '' : `  ${created.slice(0, 16).replace('T', ' ')}`;
  const isUsed = aliases.includes('production');
  return {
    id: `${name}@${version}`,
    group: name,
    label: [
      {text: `version ${version}`},
      {text: when, tone: 'dim' as const},
      ...(aliases.length > 0 ? [{text: `  ${aliases.join(', ')}`, tone: 'accent' as const, bold: true}] : []),
    ],
    note: mainMetric({test: metrics}),
    mark: isUsed ? ('here' as const) : ('todo' as const),
  };
}
