import type {Answer} from '../../tutor/quiz/answer.ts';
import {answerKind} from '../../tutor/quiz/answer.ts';
import type {ShownOptions} from '../../tutor/quiz/options.ts';
import {parseTypedNumber} from '../../tutor/quiz/typed.ts';
import type {Question} from '../../tutor/schema/quiz.ts';

/** An answer in the making: what a learner has marked, moved or written so far. */
export type AnswerDraft =
  | {readonly kind: 'options'; readonly cursor: number; readonly marked: readonly string[]}
  | {readonly kind: 'order'; readonly cursor: number; readonly ids: readonly string[]; readonly isHeld: boolean}
  | {readonly kind: 'pairs'; readonly cursor: number; readonly pairs: {readonly [term: string]: string}}
  | {readonly kind: 'typed'; readonly text: string}
  | {readonly kind: 'line'; readonly cursor: number};

/** A change to a draft. */
export type DraftMove =
  /** Go up or down; an item that is held goes along. */
  | {readonly type: 'move'; readonly steps: number}
  /** Go to the item of that position; where answers are marked, mark it; where terms are matched, take that definition. */
  | {readonly type: 'pick'; readonly index: number}
  /** Mark an answer, or take hold of an item and let it go. */
  | {readonly type: 'toggle'}
  /** Take the next definition, or the one before, for a term. */
  | {readonly type: 'turn'; readonly direction: 1 | -1}
  | {readonly type: 'write'; readonly text: string};

/** What a draft is about: the question and what of it is shown. */
export type Asked = {readonly question: Question; readonly shown: ShownOptions};

/** The draft of someone who has not done anything yet. */
export function startDraft({question, shown}: Asked): AnswerDraft {
  const kind = answerKind(question);
  switch (kind) {
    case 'options':
      return {kind, cursor: 0, marked: []};
    case 'order':
      return {kind, cursor: 0, ids: shown.options.map(option => option.id), isHeld: false};
    case 'pairs':
      return {kind, cursor: 0, pairs: {}};
    case 'typed':
      return {kind, text: ''};
    case 'line':
      return {kind, cursor: 0};
  }
}

/** The lines of the pipeline file in which a fault is looked for. */
export function pipelineLines(question: Question): readonly string[] {
  return question.type === 'faulty_line' ? question.pipeline.trimEnd().split('\n') : [];
}

/** Change a draft; what does not apply to its kind leaves it as it is. */
export function moveDraft(draft: AnswerDraft, move: DraftMove, asked: Asked): AnswerDraft {
  if (move.type === 'write') return draft.kind === 'typed' ? {...draft, text: move.text} : draft;
  if (draft.kind === 'typed') return draft;
  const count =
    asked.question.type === 'faulty_line' ? pipelineLines(asked.question).length : asked.shown.options.length;
  const within = (index: number) => Math.max(0, Math.min(index, count - 1));
  switch (move.type) {
    case 'move': {
      const cursor = within(draft.cursor + move.steps);
      if (draft.kind !== 'order' || !draft.isHeld) return {...draft, cursor};
      return {...draft, cursor, ids: moveItem(draft.ids, draft.cursor, cursor)};
    }
    case 'pick':
      return pick(draft, move.index, count, asked);
    case 'toggle':
      if (draft.kind === 'order') return {...draft, isHeld: !draft.isHeld};
      return draft.kind === 'options' ? mark(draft, asked) : draft;
    case 'turn':
      return draft.kind === 'pairs' ? turn(draft, move.direction, asked.shown) : draft;
  }
}

type Choices = Extract<AnswerDraft, {readonly kind: 'options'}>;
type Pairs = Extract<AnswerDraft, {readonly kind: 'pairs'}>;

function pick(draft: Exclude<AnswerDraft, {kind: 'typed'}>, index: number, count: number, asked: Asked): AnswerDraft {
  if (index < 0 || index >= count) return draft;
  if (draft.kind === 'pairs') return assign(draft, asked.shown.targets[index]!.id, asked.shown, true);
  if (draft.kind === 'order' && draft.isHeld)
    return {...draft, cursor: index, ids: moveItem(draft.ids, draft.cursor, index)};
  const there = {...draft, cursor: index};
  return there.kind === 'options' && asked.question.type === 'multiple' ? mark(there, asked) : there;
}

function mark(draft: Choices, {question, shown}: Asked): Choices {
  const {id} = shown.options[draft.cursor]!;
  if (question.type !== 'multiple') return draft;
  const isMarked = draft.marked.includes(id);
  return {...draft, marked: isMarked ? draft.marked.filter(other => other !== id) : [...draft.marked, id]};
}

function moveItem(ids: readonly string[], from: number, to: number): readonly string[] {
  const rest = ids.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ids[from]!, ...rest.slice(to)];
}

function turn(draft: Pairs, direction: 1 | -1, shown: ShownOptions): Pairs {
  const {targets} = shown;
  const now = targets.findIndex(({id}) => id === draft.pairs[shown.options[draft.cursor]!.id]);
  const start = now < 0 && direction < 0 ? targets.length : now;
  const next = targets[(start + direction + targets.length) % targets.length]!;
  return assign(draft, next.id, shown, false);
}

/** Give a term its definition; each belongs to one term, so that whoever had it loses it. */
function assign(draft: Pairs, target: string, {options}: ShownOptions, goesOn: boolean): Pairs {
  const term = options[draft.cursor]!.id;
  const others = Object.entries(draft.pairs).filter(([other, held]) => other !== term && held !== target);
  const pairs = {...Object.fromEntries(others), [term]: target};
  const open = options.findIndex(({id}) => pairs[id] === undefined);
  return {...draft, pairs, cursor: goesOn && open >= 0 ? open : draft.cursor};
}

/** The answer that a draft stands for, or in words what it still lacks. */
export function answerOf(draft: AnswerDraft, asked: Asked): {readonly answer: Answer} | {readonly missing: string} {
  const {question, shown} = asked;
  switch (draft.kind) {
    case 'options': {
      if (question.type !== 'multiple') return {answer: {kind: 'options', ids: [shown.options[draft.cursor]!.id]}};
      if (draft.marked.length > 0) return {answer: {kind: 'options', ids: draft.marked}};
      return {missing: 'Mark what is right with Space, then press Enter.'};
    }
    case 'order':
      return {answer: {kind: 'order', ids: draft.ids}};
    case 'pairs': {
      const open = shown.options.filter(({id}) => draft.pairs[id] === undefined).length;
      if (open === 0) return {answer: {kind: 'pairs', pairs: draft.pairs}};
      return {
        missing: `${open === 1 ? 'One term has' : `${open} terms have`} nothing beside ${open === 1 ? 'it' : 'them'} yet.`,
      };
    }
    case 'typed':
      return typedAnswer(draft.text, question);
    case 'line':
      return {answer: {kind: 'line', line: draft.cursor + 1}};
  }
}

function typedAnswer(text: string, question: Question): {readonly answer: Answer} | {readonly missing: string} {
  if (text.trim() === '') return {missing: 'Write an answer first.'};
  const unit = question.type === 'numeric' ? question.unit : undefined;
  const isNumber = question.type === 'blank' || parseTypedNumber(text, unit) !== undefined;
  if (isNumber) return {answer: {kind: 'typed', text}};
  return {missing: 'That cannot be read as a number. Write one such as 0.5 or 97%.'};
}
