import type {Course} from '../../tutor/parse/course.ts';
import {type AttemptResult, attemptResult, calibrate} from '../../tutor/quiz/attempt.ts';
import {lessonsPlacedOut} from '../../tutor/quiz/exam.ts';
import type {Attempt} from '../../tutor/schema/progress.ts';
import {itemsOf} from './quiz-plan.ts';

/** How well the questions on one thing were answered. */
export type ScoreLine = {readonly text: string; readonly right: number; readonly total: number};

/** What a finished quiz shows. */
export type QuizSummary = AttemptResult & {
  /** By objective in a lesson's quiz, by lesson in one over many. */
  readonly scores: readonly ScoreLine[];
  /** The questions of this attempt that were missed or guessed at some point: they are cards now. */
  readonly becameCards: number;
  readonly calibration: string;
  /** The lessons that a placement quiz allows to pass over. */
  readonly placedOut: readonly string[];
};

/** Put together what a quiz came to. */
export function summarise(attempt: Attempt, course: Course, pass: number | null): QuizSummary {
  const items = itemsOf(attempt, course);
  const latest = (id: string) => attempt.answers.findLast(answer => answer.question === id);
  const groups = groupsOf(attempt, course);
  const weak = attempt.answers.filter(answer => !answer.correct || answer.sure === false);
  return {
    ...attemptResult(attempt, pass ?? 0.8),
    scores: groups
      .map(({text, questions}) => {
        const asked = items.filter(item => questions.includes(item.question.id));
        return {text, total: asked.length, right: asked.filter(item => latest(item.question.id)?.correct).length};
      })
      .filter(score => score.total > 0),
    becameCards: new Set(weak.map(answer => answer.question)).size,
    calibration: calibrate(attempt.answers).words,
    placedOut: attempt.kind === 'placement' ? lessonsPlacedOut(items, attempt.answers) : [],
  };
}

function groupsOf(
  attempt: Attempt,
  course: Course,
): readonly {readonly text: string; readonly questions: readonly string[]}[] {
  const lesson = course.lessons.find(({id}) => id === attempt.lesson);
  if (lesson === undefined) {
    return course.lessons.map(({title, quiz}) => ({text: title, questions: quiz.pool.map(question => question.id)}));
  }
  return lesson.objectives.map(({id, text}) => ({
    text,
    questions: lesson.quiz.pool.filter(question => question.objective === id).map(question => question.id),
  }));
}
