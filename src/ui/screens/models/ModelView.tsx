import {Box} from 'ink';
import {useMemo, useState} from 'react';
import {failureRemarks} from '../../../app/lab/remarks.ts';
import type {Remark} from '../../../app/lab/words.ts';
import {Confirm} from '../../components/Confirm.tsx';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {useTutor} from '../../navigation/contexts.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {useAnswer} from '../playground/use-answer.ts';
import {ViewText} from '../playground/ViewText.tsx';
import {historyRemarks, modelRemarks, signatureLines} from './model-lines.ts';

type Asking = 'promote' | 'rollback' | null;

/** A version and its history, beside the list it is selected in. */
export function ModelPreview(props: {readonly reference: string; readonly stamp: string; readonly area: Area}) {
  const {reference, stamp, area} = props;
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const ask = () => engine.call('model', {ref: reference}, undefined, 'ahead');
  const answer = useAnswer(`model ${reference} ${stamp}`, ask);
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (answer.kind === 'working') return <ViewText area={area} remarks={[]} id="working" />;
  const {model, moves} = answer.value;
  const remarks = [...modelRemarks(model), ...historyRemarks(moves)];
  return (
    <ViewText area={area} remarks={remarks} lines={signatureLines(model, area.width - 2, glyphs)} id={reference} />
  );
}

/** One version of a model with its history; it can be put into production, and production taken back. */
export function ModelView(props: {
  /** The version, as `name@version`. */
  readonly reference: string;
  /** Changes whenever an alias has moved, so that it is looked at anew. */
  readonly stamp: string;
  readonly area: Area;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}) {
  const {reference, stamp, area, onMoved, onClose} = props;
  const {engine} = useTutor();
  const glyphs = useGlyphs();
  const [asking, ask] = useState<Asking>(null);
  const [said, say] = useState<readonly Remark[]>([]);
  const answer = useAnswer(`model ${reference} ${stamp}`, () => engine.call('model', {ref: reference}));
  const view = answer.kind === 'ready' ? answer.value : null;
  const used = view?.moves.find(({alias}) => alias === 'production')?.to;
  const isUsed = view?.model.aliases.includes('production') === true;
  const act = (work: Promise<readonly Remark[]>) => {
    ask(null);
    work.then(say, error => say(failureRemarks(error))).finally(onMoved);
  };
  useCommands({
    back: {run: onClose, label: 'close'},
    quit: {run: onClose, isQuiet: true},
    choose:
      view && !isUsed
        ? {run: () => ask('promote'), label: 'promote', help: 'Put this version into production.'}
        : {run: onClose, label: 'close'},
    undo:
      used === undefined
        ? undefined
        : {run: () => ask('rollback'), label: 'roll back', help: 'Take production back to the version before.'},
  });
  const lines = useMemo(
    () => (view ? signatureLines(view.model, area.width - 2, glyphs) : []),
    [view, area.width, glyphs],
  );
  if (answer.kind === 'failed') return <ViewText area={area} remarks={failureRemarks(answer.error)} id="failed" />;
  if (view === null)
    return <ViewText area={area} remarks={[...said, {kind: 'faint', text: 'Opening…'}]} id="working" />;
  const {name} = view.model;
  return (
    <Box width={area.width} height={area.height} overflowY="hidden">
      <ViewText
        area={area}
        remarks={[...said, ...modelRemarks(view.model), ...historyRemarks(view.moves)]}
        lines={lines}
        id={`${reference} ${said.length}`}
      />
      {asking === 'promote' && (
        <Confirm
          area={area}
          title="Promote"
          question={`Put ${reference} into production? ${used === undefined ? 'Nothing is in production now.' : `It takes the place of version ${used}, and you can roll back.`}`}
          yes="Promote"
          no="Leave it"
          onYes={() => act(promote(engine.call('promote', {ref: reference}).result))}
          onNo={() => ask(null)}
        />
      )}
      {asking === 'rollback' && (
        <Confirm
          area={area}
          title="Roll back"
          question={`Take production of ${name} back from version ${used} to the one before?`}
          yes="Roll back"
          no="Leave it"
          onYes={() => act(rollBack(engine.call('rollback', {name}).result))}
          onNo={() => ask(null)}
        />
      )}
    </Box>
  );
}

async function promote(moving: Promise<{readonly to: number} | null>): Promise<readonly Remark[]> {
  const move = await moving;
  return [{kind: 'good', text: move ? `Production is version ${move.to} now.` : 'It is in production already.'}];
}

async function rollBack(moving: Promise<{readonly to: number}>): Promise<readonly Remark[]> {
  return [{kind: 'good', text: `Production is back at version ${(await moving).to}.`}];
}
