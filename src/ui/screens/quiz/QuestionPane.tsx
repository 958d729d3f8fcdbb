import {Box} from 'ink';
import type {AnswerDraft, Asked, DraftMove} from '../../../app/sessions/answer-draft.ts';
import {fillFigures} from '../../../tutor/figures/inline.ts';
import type {Results} from '../../../tutor/figures/result.ts';
import {Field} from '../../components/Field.tsx';
import {Menu} from '../../components/Menu.tsx';
import {type Line, textWidth} from '../../components/rich-text.ts';
import {StyledLine, StyledLines} from '../../components/StyledLines.tsx';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Area} from '../../layout/area.ts';
import {useGlyphs} from '../../theme/ThemeProvider.tsx';
import {type QuestionStyle, questionLines} from '../text/question-lines.ts';
import {ScrolledText} from '../text/ScrolledText.tsx';
import {useTextScroll} from '../text/use-text-scroll.ts';
import {useIsPlain} from '../text/use-text-style.ts';
import {useQuestionKeys} from './use-question-keys.ts';

/** What a question is shown with and what its keys do. */
export type QuestionProps = {
  readonly asked: Asked;
  readonly draft: AnswerDraft;
  /** The runs whose numbers its text holds. */
  readonly results: Results;
  /** What the answer still lacks; empty where nothing. */
  readonly notice: string;
  /** The answer stands and can no longer be changed. */
  readonly isLocked: boolean;
  readonly onMove: (move: DraftMove) => void;
  readonly onSubmit: () => void;
  /** What Enter does while nothing is written; left out, an answer has to be. */
  readonly onSkip?: () => void;
};

/** A question of any type and the way to answer it: as high as it needs to be, and no higher than its room. */
export function QuestionPane(props: QuestionProps & {readonly area: Area}) {
  const {asked, draft, notice, area} = props;
  const labels = menuLabels(props);
  const isTyped = draft.kind === 'typed';
  const {set} = useGlyphs();
  const said: readonly Line[] =
    notice === '' ? [] : [[], ...wrapSpans([{text: notice, tone: 'warn'}], area.width, {glyphs: set})];
  const inside = {width: area.width, height: Math.max(1, area.height - said.length - (isTyped ? 2 : 0))};
  return (
    <Box flexDirection="column" width={area.width} flexShrink={0}>
      {labels && fitsMenu(props, labels, inside) ? (
        <ChoiceMenu {...props} labels={labels} area={inside} />
      ) : (
        <QuestionText {...props} area={inside} />
      )}
      {isTyped && <TypedAnswer {...props} key={asked.question.id} text={draft.text} width={area.width} />}
      {said.length > 0 && <StyledLines lines={said} width={area.width} />}
    </Box>
  );
}

function useStyle({results, isLocked}: QuestionProps, width: number): QuestionStyle {
  return {glyphs: useGlyphs(), isPlain: useIsPlain(), results, width, isLocked};
}

/** The question and its answers as one text, which scrolls to what is selected. */
function QuestionText(props: QuestionProps & {readonly area: Area}) {
  const {asked, draft, area, isLocked} = props;
  const style = useStyle(props, area.width - 2);
  const {lines, first, last} = questionLines(asked, draft, style);
  const cursor = draft.kind === 'typed' ? 0 : draft.cursor;
  // The first answer leaves the question in view; only moving on scrolls.
  const focus = cursor === 0 ? null : ({key: `${cursor}`, first, last, prefer: 'last'} as const);
  const height = Math.min(lines.length, area.height);
  const scroll = useTextScroll(asked.question.id, lines.length, height, focus);
  useQuestionKeys(props, scroll, !isLocked);
  return <ScrolledText lines={lines} width={area.width} height={height} scroll={scroll} />;
}

/** The words of the answers where they can stand in a menu: one to choose, without stressed words; null for other questions. */
function menuLabels({asked, results}: QuestionProps): readonly string[] | null {
  const {question, shown} = asked;
  const isSingle = question.type === 'single' || question.type === 'true_false' || question.type === 'predict_run';
  if (!isSingle || shown.options.length === 0) return null;
  const labels = shown.options.map(({text}) => fillFigures(text, results));
  return labels.some(label => /[*`]/.test(label)) ? null : labels;
}

const menuIndent = 4;

function fitsMenu({asked, results}: QuestionProps, labels: readonly string[], {width, height}: Area): boolean {
  // The width of the stem does not depend on characters and colours, so any style will do.
  const stem = Math.ceil(textWidth(fillFigures(asked.question.stem, results)) / Math.max(1, width - 8)) + 1;
  return labels.every(label => textWidth(label) + menuIndent <= width) && stem + labels.length + 2 <= height;
}

function ChoiceMenu(props: QuestionProps & {readonly labels: readonly string[]; readonly area: Area}) {
  const {asked, draft, labels, area, isLocked} = props;
  const style = useStyle(props, area.width - 2);
  const {lines} = questionLines({...asked, shown: {options: [], targets: []}}, {kind: 'typed', text: ''}, style);
  return (
    <Box flexDirection="column" width={area.width} flexShrink={0}>
      <StyledLines lines={lines} width={area.width} />
      <Menu
        // A digit answers at once without moving the menu, so that it is made anew at the answer.
        key={`${asked.question.id} ${isLocked} ${asked.shown.options.map(option => option.id).join(' ')}`}
        items={labels.map((label, index) => ({label, value: index}))}
        width={area.width}
        height={Math.max(1, Math.min(labels.length, area.height - lines.length))}
        initialIndex={draft.kind === 'options' ? draft.cursor : 0}
        isActive={!isLocked}
        onMove={index => props.onMove({type: 'pick', index})}
        onChoose={index => {
          props.onMove({type: 'pick', index});
          props.onSubmit();
        }}
      />
    </Box>
  );
}

function TypedAnswer(props: QuestionProps & {readonly text: string; readonly width: number}) {
  const {asked, isLocked, width, text, onSkip} = props;
  const {question} = asked;
  const unit = question.type === 'numeric' && question.unit !== undefined ? ` (${question.unit})` : '';
  return (
    <Box flexDirection="column" width={width} height={2} flexShrink={0}>
      <StyledLine line={[]} width={width} />
      <Field
        width={width}
        label={`Your answer${unit}:`}
        initialText={text}
        isActive={!isLocked}
        submitLabel={onSkip && text.trim() === '' ? 'skip' : 'answer'}
        onChange={now => props.onMove({type: 'write', text: now})}
        onSubmit={now => {
          if (onSkip && now.trim() === '') return onSkip();
          props.onMove({type: 'write', text: now});
          props.onSubmit();
        }}
      />
    </Box>
  );
}
