import {Box} from 'ink';
import {useState} from 'react';
import type {Tutor} from '../../../app/tutor.ts';
import {Confirm} from '../../components/Confirm.tsx';
import {Field} from '../../components/Field.tsx';
import {noticeLines} from '../../components/Notice.tsx';
import type {Line} from '../../components/rich-text.ts';
import {StyledLine, StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import {useCommands} from '../../keys/use-commands.ts';
import type {Area} from '../../layout/area.ts';
import {errorLines} from '../../layout/ErrorScreen.tsx';
import {Overlay} from '../../layout/Overlay.tsx';
import {useTextWidth} from '../../layout/text-width.ts';
import {useTutor} from '../../navigation/contexts.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';

/** What is to be written, and under which name if the learner has no better one. */
export type SaveWish = {
  readonly title: string;
  /** What the file is for, in a sentence. */
  readonly about: string;
  readonly name: string;
  /** Makes the text; it may take the engine a moment. */
  readonly text: () => Promise<string>;
};

type Stage =
  | {readonly kind: 'naming'; readonly name: string}
  | {readonly kind: 'working'}
  | {readonly kind: 'exists'; readonly name: string}
  | {readonly kind: 'written'; readonly name: string}
  | {readonly kind: 'failed'; readonly name: string; readonly error: unknown};

/** Asks for a file name and writes the file; one that is there already is replaced only after a question. */
export function SaveOverlay({area, wish, onClose}: SaveProps) {
  const tutor = useTutor();
  const glyphs = useGlyphs();
  const width = Math.max(10, useTextWidth(area.width - 6, 60));
  const [stage, setStage] = useState<Stage>({kind: 'naming', name: wish.name});
  const write = (name: string, replace: boolean) => {
    setStage({kind: 'working'});
    writeFile(tutor, wish, name, replace).then(setStage, error => setStage({kind: 'failed', name, error}));
  };
  if (stage.kind === 'exists') {
    return (
      <Confirm
        area={area}
        title={wish.title}
        question={`There is a file ${stage.name} already. Replace it?`}
        yes="Replace it"
        no="Another name"
        onYes={() => write(stage.name, true)}
        onNo={() => setStage({kind: 'naming', name: stage.name})}
      />
    );
  }
  const lines = stageLines(stage, wish, width, glyphs);
  return (
    <Overlay area={area} title={wish.title} wish={{width, height: lines.length + (stage.kind === 'naming' ? 2 : 0)}}>
      {inside => (
        <Box flexDirection="column" width={inside.width} height={inside.height}>
          <StyledLines
            lines={lines}
            width={inside.width}
            height={Math.max(0, stage.kind === 'naming' ? inside.height - 2 : inside.height)}
          />
          {stage.kind === 'naming' && <StyledLine line={[]} width={inside.width} />}
          {stage.kind === 'naming' ? (
            <Field
              width={inside.width}
              label="File:"
              initialText={stage.name}
              submitLabel="write"
              onSubmit={name => write(name, false)}
              onCancel={onClose}
            />
          ) : (
            <CloseKeys
              onClose={onClose}
              onAgain={stage.kind === 'failed' ? () => setStage({kind: 'naming', name: stage.name}) : undefined}
            />
          )}
        </Box>
      )}
    </Overlay>
  );
}

type SaveProps = {readonly area: Area; readonly wish: SaveWish; readonly onClose: () => void};

async function writeFile({engine}: Tutor, wish: SaveWish, name: string, replace: boolean): Promise<Stage> {
  const text = await wish.text();
  const {outcome} = await engine.call('save', {name, folder: '.', text, replace}).result;
  return {kind: outcome, name: name.trim()};
}

function stageLines(stage: Stage, wish: SaveWish, width: number, glyphs: Glyphs): readonly Line[] {
  const wrap = (text: string) => wrapSpans([{text}], width, {glyphs: glyphs.set});
  switch (stage.kind) {
    case 'naming':
      return wrap(`${wish.about} It goes into the folder from which the tutor was started, unless you name another.`);
    case 'working':
      return wrap(`Writing${glyphs.ellipsis}`);
    case 'written':
      return noticeLines('right', stage.name, width, glyphs, 'Written');
    case 'failed':
      return errorLines(stage.error, width, glyphs.set);
    default:
      return [];
  }
}

function CloseKeys({onClose, onAgain}: {readonly onClose: () => void; readonly onAgain: (() => void) | undefined}) {
  const close = {run: onClose, label: 'close'};
  const choose = onAgain ? {run: onAgain, label: 'another name'} : {run: onClose, label: 'go on'};
  useCommands({back: close, quit: {...close, isQuiet: true}, choose});
  return null;
}
