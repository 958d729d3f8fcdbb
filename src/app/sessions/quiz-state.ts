import type {Answer, Grade} from '../../tutor/quiz/answer.ts';
import {addAnswer, attemptResult} from '../../tutor/quiz/attempt.ts';
import {shuffleOptions} from '../../tutor/quiz/options.ts';
import type {Attempt, GradedAnswer} from '../../tutor/schema/progress.ts';
import type {Question} from '../../tutor/schema/quiz.ts';
import {type AnswerDraft, type Asked, answerOf, type DraftMove, moveDraft, startDraft} from './answer-draft.ts';

/** A question of a quiz and the lesson it comes from. */
export type QuizItem = {readonly lesson: string; readonly question: Question};

/** What is going on with the question at hand, or that there is none left. */
export type QuizPhase =
  | {readonly kind: 'answering'}
  /** The answer stands; is the learner sure of it? */
  | {readonly kind: 'confidence'; readonly answer: Answer}
  /** The engine computes what decides. */
  | {readonly kind: 'grading'; readonly answer: Answer; readonly sure: boolean}
  /** The engine could not; it can be asked again. */
  | {readonly kind: 'failed'; readonly answer: Answer; readonly sure: boolean; readonly error: unknown}
  | {readonly kind: 'feedback'; readonly sure: boolean; readonly grade: Grade}
  | {readonly kind: 'result'};

/** How a quiz stands. */
export type QuizState = {
  readonly attempt: Attempt;
  readonly items: readonly QuizItem[];
  /** The questions of this round: all that are open, later those that were missed. */
  readonly round: readonly string[];
  readonly at: number;
  readonly phase: QuizPhase;
  readonly draft: AnswerDraft;
  /** What an answer still lacks, in words; empty where nothing. */
  readonly notice: string;
};

/** What a learner, or the engine, can do. */
export type QuizAction =
  | {readonly type: 'draft'; readonly move: DraftMove}
  /** Take the draft as the answer. */
  | {readonly type: 'submit'}
  | {readonly type: 'answer'; readonly answer: Answer}
  /** Change the answer after all. */
  | {readonly type: 'reconsider'}
  | {readonly type: 'sure'; readonly sure: boolean}
  | {readonly type: 'graded'; readonly grade: Grade; readonly answer: GradedAnswer}
  | {readonly type: 'not-graded'; readonly error: unknown}
  | {readonly type: 'grade-again'}
  | {readonly type: 'next'}
  | {readonly type: 'retry-missed'};

/** Begin a quiz, or take one up again where it was left. */
export function startQuiz(attempt: Attempt, items: readonly QuizItem[]): QuizState {
  const open = attempt.questions.filter(id => !attempt.answers.some(answer => answer.question === id));
  return beginRound({attempt, items, at: 0, round: [], draft: {kind: 'typed', text: ''}, notice: ''}, open);
}

function beginRound(state: Omit<QuizState, 'phase'>, round: readonly string[]): QuizState {
  const known = round.filter(id => state.items.some(item => item.question.id === id));
  return goTo({...state, round: known, phase: {kind: 'answering'}}, 0);
}

function goTo(state: QuizState, at: number): QuizState {
  if (at >= state.round.length) return {...state, at, phase: {kind: 'result'}, notice: ''};
  const there: QuizState = {...state, at, phase: {kind: 'answering'}, notice: ''};
  return {...there, draft: startDraft(askedNow(there)!)};
}

/** The question at hand; undefined once there is none left. */
export function currentItem(state: QuizState): QuizItem | undefined {
  return state.items.find(item => item.question.id === state.round[state.at]);
}

/** The question at hand with its options in the order of this showing. */
export function askedNow(state: QuizState): Asked | undefined {
  const question = currentItem(state)?.question;
  if (question === undefined) return undefined;
  // A graded answer is in the attempt already, and its feedback must not shuffle the options again.
  const answered = state.attempt.answers.filter(answer => answer.question === question.id).length;
  const showing = state.phase.kind === 'feedback' ? answered - 1 : answered;
  return {question, shown: shuffleOptions(question, `${state.attempt.id}/${showing}`)};
}

/** The quiz after something was done. */
export function reduceQuiz(state: QuizState, action: QuizAction): QuizState {
  const {phase} = state;
  const asked = askedNow(state);
  switch (action.type) {
    case 'draft':
      if (phase.kind !== 'answering' || asked === undefined) return state;
      return {...state, draft: moveDraft(state.draft, action.move, asked), notice: ''};
    case 'submit': {
      if (phase.kind !== 'answering' || asked === undefined) return state;
      const made = answerOf(state.draft, asked);
      return 'missing' in made ? {...state, notice: made.missing} : decide(state, made.answer);
    }
    case 'answer':
      return phase.kind === 'answering' ? decide(state, action.answer) : state;
    case 'reconsider':
      return phase.kind === 'confidence' ? {...state, phase: {kind: 'answering'}} : state;
    case 'sure':
      if (phase.kind !== 'confidence') return state;
      return {...state, phase: {kind: 'grading', answer: phase.answer, sure: action.sure}};
    case 'graded': {
      if (phase.kind !== 'grading') return state;
      const {sure} = phase;
      return {
        ...state,
        attempt: addAnswer(state.attempt, action.answer),
        phase: {kind: 'feedback', sure, grade: action.grade},
      };
    }
    case 'not-graded':
      return phase.kind === 'grading' ? {...state, phase: {...phase, kind: 'failed', error: action.error}} : state;
    case 'grade-again':
      if (phase.kind !== 'failed') return state;
      return {...state, phase: {kind: 'grading', answer: phase.answer, sure: phase.sure}};
    case 'next':
      return phase.kind === 'feedback' ? goTo(state, state.at + 1) : state;
    case 'retry-missed':
      return phase.kind === 'result' ? beginRound(state, attemptResult(state.attempt).missed) : state;
  }
}

function decide(state: QuizState, answer: Answer): QuizState {
  return {...state, phase: {kind: 'confidence', answer}, notice: ''};
}
