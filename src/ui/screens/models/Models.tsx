import {Box} from 'ink';
import {useState} from 'react';
import {failureRemarks} from '../../../app/lab/remarks.ts';
import type {Remark} from '../../../app/lab/words.ts';
import type {ListedModel} from '../../../app/models.ts';
import {List} from '../../components/List.tsx';
import {SpokenPlace} from '../../components/SpokenPlace.tsx';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useAnswer} from '../playground/use-answer.ts';
import {ViewText} from '../playground/ViewText.tsx';
import {NothingYet} from '../runs/NothingYet.tsx';
import {mainMetric} from '../runs/run-lines.ts';
import type {ScreenSpec} from '../screen.ts';
import {WithPreview} from '../text/WithPreview.tsx';
import {trails} from '../trails.ts';
import {ModelPreview, ModelView} from './ModelView.tsx';

/** The registered models: their versions, which of them is in production, and the way back. */
export const modelsScreen: ScreenSpec<'models'> = {
  trail: trails.models,
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
      <>
        <SpokenPlace title={opened} />
        <ModelView
          key={opened}
          reference={opened}
          stamp={`${visit} ${moves}`}
          area={area}
          onMoved={() => setMoves(count => count + 1)}
          onClose={() => open(null)}
        />
      </>
    );
  }
  if (answer.kind === 'working')
    return <ViewText area={area} remarks={[{kind: 'faint', text: 'Looking through the models…'}]} id="working" />;
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.value.length === 0) return <NothingYet area={area} remarks={emptyRemarks} />;
  const models = answer.value;
  const shown = selected ?? idOf(models[0]!);
  return (
    <WithPreview
      area={area}
      preview={beside => <ModelPreview reference={shown} stamp={`${visit} ${moves}`} area={beside} />}
    >
      {({width, height}) => (
        <Box width={width} height={height} overflowY="hidden">
          <List
            items={models.map(model => itemOf(model, width))}
            width={width}
            height={height}
            chooseLabel="open"
            {...(selected !== null && {initialId: selected})}
            onMove={({id}) => select(id)}
            onChoose={({id}) => {
              select(id);
              open(id);
            }}
          />
        </Box>
      )}
    </WithPreview>
  );
}

function idOf({name, version}: ListedModel): string {
  return `${name}@${version}`;
}

function itemOf(model: ListedModel, width: number) {
  const {name, version, aliases, created, metrics} = model;
  const when = width < 56 ? '' : `  ${created.slice(0, 16).replace('T', ' ')}`;
  const isUsed = aliases.includes('production');
  return {
    id: idOf(model),
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
