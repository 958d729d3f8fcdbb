import {Box} from 'ink';
import {journeySections} from '../../../../app/journey-text.ts';
import {failureRemarks} from '../../../../app/lab/remarks.ts';
import type {Remark} from '../../../../app/lab/words.ts';
import {NumberField} from '../../../components/NumberField.tsx';
import {useCommands} from '../../../keys/use-commands.ts';
import {useKeyReducer} from '../../../keys/use-key-reducer.ts';
import {useTutor} from '../../../navigation/contexts.ts';
import {useAnswer} from '../use-answer.ts';
import {ViewText} from '../ViewText.tsx';
import type {PlayView, RunViewProps} from '../view.ts';

/** One row of the table on its way through every step to the prediction. */
export const rowView: PlayView = {
  id: 'row',
  title: 'One row',
  about: 'One row through every step, with the arithmetic.',
  needsRun: true,
  View: RowView,
};

type Place = {readonly row: number; readonly isTyping: boolean};

function RowView({area, run}: RunViewProps) {
  const {engine} = useTutor();
  const most = run.data.rows;
  const [place, go] = useKeyReducer(
    (before: Place, change: {readonly by?: number; readonly row?: number; readonly isTyping?: boolean}): Place => ({
      row: Math.max(1, Math.min(most, (change.row ?? before.row) + (change.by ?? 0))),
      isTyping: change.isTyping ?? before.isTyping,
    }),
    (): Place => ({row: 1, isTyping: false}),
  );
  const row = Math.min(place.row, most);
  const answer = useAnswer(`row ${run.run} ${row}`, () => engine.call('journey', {run: run.run, row}));
  useCommands(
    {
      'move-left': {run: () => void go({by: -1}), label: 'row'},
      'move-right': {run: () => void go({by: 1}), label: 'row'},
      choose: {run: () => void go({isTyping: true}), label: 'row number', isQuiet: area.width < 60},
    },
    {isActive: !place.isTyping},
  );
  const fieldHeight = place.isTyping ? 2 : 0;
  return (
    <Box flexDirection="column" width={area.width} height={area.height}>
      {place.isTyping && (
        <NumberField
          width={area.width}
          label={`Row, from 1 to ${most}:`}
          min={1}
          max={most}
          isInteger
          onSubmit={row => go({row, isTyping: false})}
          onCancel={() => go({isTyping: false})}
        />
      )}
      <ViewText
        area={{width: area.width, height: area.height - fieldHeight}}
        remarks={remarksOf(answer)}
        id={`${run.run} ${row}`}
      />
    </Box>
  );
}

function remarksOf(answer: ReturnType<typeof useAnswer<Parameters<typeof journeySections>[0]>>): readonly Remark[] {
  if (answer.kind === 'working') return [{kind: 'faint', text: 'Following the row…'}];
  if (answer.kind === 'failed') return failureRemarks(answer.error);
  return journeySections(answer.value).flatMap(({title, lines}, index): readonly Remark[] => [
    ...(index === 0 ? [] : [{kind: 'faint' as const, text: ''}]),
    {kind: 'heading', text: headingOf(title)},
    ...lines.map((text): Remark => ({kind: 'text', text})),
  ]);
}

// The id of a step is written as it is.
function headingOf(title: string): string {
  return /^[a-z_]+\.[a-z_]+$/.test(title) ? title : `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}
