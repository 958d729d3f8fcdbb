import type {Question} from '../schema/quiz.ts';

/** What the learner gave; ids are those of the question's options. */
export type Answer =
  | {readonly kind: 'options'; readonly ids: readonly string[]}
  | {readonly kind: 'order'; readonly ids: readonly string[]}
  | {readonly kind: 'pairs'; readonly pairs: {readonly [term: string]: string}}
  | {readonly kind: 'typed'; readonly text: string}
  | {readonly kind: 'line'; readonly line: number};

/** What is said about one option after the answer: every option has its reason, chosen or not. */
export type OptionFeedback = {
  readonly id: string;
  readonly text: string;
  readonly chosen: boolean;
  /** The option is right, or stands where it should. */
  readonly right: boolean;
  readonly why: string;
  readonly misconception?: string;
};

/** The outcome of an answer. */
export type Grade = {
  readonly correct: boolean;
  /** How much of the answer was right, from 0 to 1. */
  readonly share: number;
  readonly feedback: readonly OptionFeedback[];
  /** The right answer in words. */
  readonly expected: string;
  /** The working of a number or the finding of a run; empty where the reasons say it all. */
  readonly explanation: string;
};

/** The kind of answer a question takes, and so the kind of field that asks for it. */
export function answerKind(question: Question): Answer['kind'] {
  if (question.type === 'order') return 'order';
  if (question.type === 'match') return 'pairs';
  if (question.type === 'faulty_line') return 'line';
  if (question.type === 'blank' || question.type === 'numeric') return 'typed';
  return question.type === 'predict_run' && question.options === undefined ? 'typed' : 'options';
}
