import type {Results} from '../../tutor/figures/result.ts';
import {grade} from '../../tutor/quiz/grade.ts';
import type {Attempt} from '../../tutor/schema/progress.ts';
import type {Tutor} from '../tutor.ts';
import {runsToGrade} from './question-runs.ts';
import {currentItem, type QuizAction, type QuizItem, type QuizState, reduceQuiz, startQuiz} from './quiz-state.ts';
import {makeSession, type Session} from './session.ts';

/** A quiz that a front end shows and drives. */
export type QuizSession = Session<QuizState, QuizAction>;

/** The runs that decide a question, computed by the engine. */
export function resultsFor(tutor: Tutor, {lesson, question}: QuizItem): Promise<Results> {
  const runs = tutor.course.lessons.find(({id}) => id === lesson)?.runs ?? {};
  return tutor.runs.results(runsToGrade(question, runs));
}

/** Take a quiz: answers are graded by the engine's results and recorded one by one, so that it can be left at any moment. */
export function openQuiz(tutor: Tutor, attempt: Attempt, items: readonly QuizItem[]): QuizSession {
  return makeSession<QuizState, QuizAction>(startQuiz(attempt, items), reduceQuiz, ({action, after}, send) => {
    if (after.phase.kind === 'grading') void gradeAnswer(tutor, after, send);
    if (action.type === 'graded') {
      tutor.learner.record({type: 'question_answered', attempt: after.attempt.id, answer: action.answer});
    }
  });
}

async function gradeAnswer(tutor: Tutor, state: QuizState, send: (action: QuizAction) => void): Promise<void> {
  const item = currentItem(state)!;
  if (state.phase.kind !== 'grading') return;
  const {answer, sure} = state.phase;
  try {
    const graded = grade(item.question, answer, await resultsFor(tutor, item));
    const {correct, share} = graded;
    const record = {question: item.question.id, correct, share, sure, at: tutor.now().toISOString()};
    send({type: 'graded', grade: graded, answer: record});
  } catch (error) {
    send({type: 'not-graded', error});
  }
}
