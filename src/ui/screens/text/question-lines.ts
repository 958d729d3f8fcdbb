import {type AnswerDraft, type Asked, pipelineLines} from '../../../app/sessions/answer-draft.ts';
import type {Results} from '../../../tutor/figures/result.ts';
import type {Grade} from '../../../tutor/quiz/answer.ts';
import type {Question} from '../../../tutor/schema/quiz.ts';
import {type Line, lineOf, textWidth} from '../../components/rich-text.ts';
import {wrapSpans} from '../../components/wrap-spans.ts';
import type {Glyphs} from '../../theme/glyphs.ts';
import {markedSpans} from './marked-spans.ts';

/** What a question is drawn with. */
export type QuestionStyle = {
  readonly glyphs: Glyphs;
  readonly isPlain: boolean;
  readonly results: Results;
  readonly width: number;
  /** The answer stands: what is chosen is only pointed at. */
  readonly isLocked: boolean;
};

/** Lines, and which of them are selected. */
export type LinesWithFocus = {readonly lines: readonly Line[]; readonly first: number; readonly last: number};

/** The words of a question, and for a fault the file is part of its answers. */
export function stemLines({question}: Asked, {glyphs, isPlain, results, width}: QuestionStyle): readonly Line[] {
  const stem = markedSpans(question.stem, isPlain, undefined, results).map(span => ({...span, bold: true}));
  return wrapSpans(stem, width, {glyphs: glyphs.set});
}

/** How a question is answered, in one line. */
export function howTo(question: Question, {keys}: Pick<Glyphs, 'keys'>): string {
  const upDown = `${keys.up} ${keys.down}`;
  switch (question.type) {
    case 'multiple':
      return 'More than one may be right. Space marks, Enter answers.';
    case 'order':
      return `Space takes an item, ${upDown} move it, Space lets it go. Enter answers.`;
    case 'match':
      return `${keys.left} ${keys.right} or a number gives a term what belongs to it. Enter answers.`;
    case 'faulty_line':
      return 'Go to the line at fault, then Enter.';
    case 'blank':
      return 'Write the missing words, then Enter.';
    case 'numeric':
      return 'Write the number, then Enter.';
    case 'predict_run':
      return question.options
        ? 'Say what the run will show. The engine decides.'
        : 'Write the number. The engine decides.';
    case 'single':
    case 'true_false':
      return '';
  }
}

/** The answers of a question as they stand in the draft; a typed answer has a field of its own and no lines. */
export function answerLines(asked: Asked, draft: AnswerDraft, style: QuestionStyle): LinesWithFocus {
  switch (draft.kind) {
    case 'options':
      return optionLines(asked, draft, style);
    case 'order':
      return orderLines(asked, draft, style);
    case 'pairs':
      return pairLines(asked, draft, style);
    case 'line':
      return fileLines(asked, draft, style);
    case 'typed':
      return {lines: [], first: 0, last: 0};
  }
}

type DraftOf<K extends AnswerDraft['kind']> = Extract<AnswerDraft, {readonly kind: K}>;
type Row = {readonly mark: string; readonly text: Line; readonly isStrong?: boolean};

/** Rows of which one is selected; long ones are broken into lines under their own beginning. */
function rowsLines(rows: readonly Row[], cursor: number, {glyphs, width, isLocked}: QuestionStyle): LinesWithFocus {
  const blocks = rows.map(({mark, text, isStrong}, index) => {
    const isSelected = index === cursor;
    const first: Line = [
      {text: isSelected ? `${glyphs.pointer} ` : '  ', tone: 'accent'},
      {text: mark, tone: isStrong ? 'accent' : 'dim'},
    ];
    const lines = wrapSpans(text, width, {glyphs: glyphs.set, first});
    return isSelected && !isLocked
      ? lines.map(line => line.map(span => ({...span, tone: 'selection' as const})))
      : lines;
  });
  const before = blocks.slice(0, cursor).flat().length;
  return {lines: blocks.flat(), first: before, last: before + Math.max(0, (blocks[cursor]?.length ?? 1) - 1)};
}

function optionLines({question, shown}: Asked, draft: DraftOf<'options'>, style: QuestionStyle): LinesWithFocus {
  const {glyphs, isPlain, results} = style;
  const rows = shown.options.map(({id, text}, index): Row => {
    const isMarked = draft.marked.includes(id);
    const box = question.type === 'multiple' ? boxOf(isMarked, glyphs) : '';
    return {mark: `${index + 1} ${box}`, text: markedSpans(text, isPlain, undefined, results), isStrong: isMarked};
  });
  return rowsLines(rows, draft.cursor, style);
}

function boxOf(isMarked: boolean, {isSpoken, checked, right}: Glyphs): string {
  if (isSpoken) return isMarked ? `${checked} ` : '(not checked) ';
  return `[${isMarked ? right : ' '}] `;
}

function orderLines({shown}: Asked, draft: DraftOf<'order'>, style: QuestionStyle): LinesWithFocus {
  const {isPlain, results} = style;
  const rows = draft.ids.map((id, index): Row => {
    const text = shown.options.find(option => option.id === id)?.text ?? id;
    const isHeld = draft.isHeld && index === draft.cursor && !style.isLocked;
    return {
      mark: `${index + 1} `,
      text: [...markedSpans(text, isPlain, undefined, results), ...(isHeld ? [{text: '  (moving)'}] : [])],
    };
  });
  return rowsLines(rows, draft.cursor, style);
}

function pairLines({shown}: Asked, draft: DraftOf<'pairs'>, style: QuestionStyle): LinesWithFocus {
  const {glyphs, width} = style;
  const {options, targets} = shown;
  const numberOf = (target: string | undefined) => targets.findIndex(({id}) => id === target) + 1;
  const wide = Math.min(Math.floor(width / 2), Math.max(...options.map(({text}) => textWidth(text))));
  const rows = options.map(({id, text}): Row => {
    const target = targets.find(candidate => candidate.id === draft.pairs[id]);
    const gap = ' '.repeat(Math.max(1, wide - textWidth(text) + 1));
    const given = target ? `${numberOf(target.id)} ${target.text}` : glyphs.isSpoken ? 'nothing yet' : glyphs.ellipsis;
    return {
      mark: '',
      text: [
        {text: glyphs.isSpoken ? `${text}: ` : `${text}${gap}${glyphs.rightArrow} `},
        {text: given, tone: target ? 'data' : 'dim'},
      ],
    };
  });
  const terms = rowsLines(rows, draft.cursor, style);
  const used = new Set(Object.values(draft.pairs));
  const definitions = targets.flatMap(({id, text}, index) =>
    wrapSpans([{text, tone: used.has(id) ? 'dim' : 'text'}], width, {
      glyphs: glyphs.set,
      first: [{text: `  ${index + 1} `, tone: 'key'}],
    }),
  );
  return {...terms, lines: [...terms.lines, [], ...definitions]};
}

function fileLines({question}: Asked, draft: DraftOf<'line'>, style: QuestionStyle): LinesWithFocus {
  const lines = pipelineLines(question);
  const wide = String(lines.length).length;
  const rows = lines.map(
    (text, index): Row => ({mark: `${String(index + 1).padStart(wide)}  `, text: [{text, tone: 'code'}]}),
  );
  return rowsLines(rows, draft.cursor, style);
}

/** The file in which a fault was looked for, as it stands; no lines for other questions. */
export function pipelineFileLines({question}: Asked, {feedback}: Grade): readonly Line[] {
  const chosen = feedback.find(option => option.chosen)?.id;
  return pipelineLines(question).map((text, index): Line => {
    const isChosen = chosen === `line-${index + 1}`;
    return [
      {text: `  ${index + 1}  `, tone: 'dim'},
      {text, tone: 'code', bold: isChosen},
    ];
  });
}

/** A grade of the line at fault, with each line's own words after its number: the file itself may be out of sight. */
export function withLineTexts({question}: Asked, grade: Grade): Grade {
  const lines = pipelineLines(question);
  const feedback = grade.feedback.map(option => {
    const text = lines[Number(/^line-(\d+)$/.exec(option.id)?.[1]) - 1]?.trim();
    return text === undefined ? option : {...option, text: `${option.text}: \`${text}\``};
  });
  return {...grade, feedback};
}

/** A question as a whole: its words, how it is answered, and its answers. */
export function questionLines(asked: Asked, draft: AnswerDraft, style: QuestionStyle): LinesWithFocus {
  const how = howTo(asked.question, style.glyphs);
  const head = [
    ...stemLines(asked, style),
    ...(how === '' ? [] : wrapSpans(lineOf(how, 'dim'), style.width, {glyphs: style.glyphs.set})),
    [],
  ];
  const answers = answerLines(asked, draft, style);
  return {lines: [...head, ...answers.lines], first: head.length + answers.first, last: head.length + answers.last};
}
