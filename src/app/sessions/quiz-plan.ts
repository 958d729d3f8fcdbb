import type {Course, Lesson} from '../../tutor/parse/course.ts';
import {isFinished} from '../../tutor/progress/status.ts';
import {attemptResult, startAttempt} from '../../tutor/quiz/attempt.ts';
import {drawLessonQuiz, drawQuiz} from '../../tutor/quiz/draw.ts';
import {drawFinal, drawPlacement, poolsOf} from '../../tutor/quiz/exam.ts';
import type {Attempt, Progress} from '../../tutor/schema/progress.ts';
import type {Tutor} from '../tutor.ts';
import type {QuizItem} from './quiz-state.ts';

/** A quiz before it is taken: of one lesson, or over many. */
export type QuizPlan = {
  readonly kind: Attempt['kind'];
  readonly lesson: Lesson | null;
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly purpose: string;
  /** The share of right answers that passes; null where nothing is to be passed. */
  readonly pass: number | null;
  /** Draw its questions for someone who has come so far; none where there is nothing to ask. */
  readonly draw: (seed: string, progress: Progress) => readonly QuizItem[];
};

/** A quiz over several lessons. */
export type ExamKind = Exclude<Attempt['kind'], 'lesson'>;

/** The quiz of a lesson. */
export function lessonPlan(lesson: Lesson): QuizPlan {
  return {
    kind: 'lesson',
    lesson,
    title: lesson.title,
    purpose: 'Each answer is explained at once. A wrong one costs nothing but a card to come back to.',
    pass: lesson.quiz.pass,
    draw: (seed, progress) =>
      drawLessonQuiz(lesson, seed, progress.questions).map(question => ({lesson: lesson.id, question})),
  };
}

const reviewLength = 10;

/** A quiz over many lessons: to skip what is known, to go over what was met, or to show all of it. */
export function examPlan(kind: ExamKind, course: Course): QuizPlan {
  const asked = course.lessons.filter(lesson => lesson.quiz.pool.length > 0);
  if (kind === 'placement') {
    return {
      kind,
      lesson: null,
      title: 'Placement quiz',
      purpose:
        'Two questions from each lesson. What you can do already may be passed over; nothing is locked either way.',
      pass: null,
      draw: (seed, progress) => drawPlacement(poolsOf(asked.filter(lesson => !isFinished(lesson, progress))), seed),
    };
  }
  if (kind === 'final') {
    return {
      kind,
      lesson: null,
      title: 'Final test',
      purpose: 'One question on every objective of the course, in mixed order.',
      pass: 0.8,
      draw: (seed, progress) => drawFinal(poolsOf(asked), seed, progress.questions),
    };
  }
  return {
    kind,
    lesson: null,
    title: 'Mixed review',
    purpose: 'Questions from the lessons you have met, mixed. What you missed or guessed comes first.',
    pass: null,
    draw: (seed, progress) => drawReview(asked, progress, seed),
  };
}

function drawReview(lessons: readonly Lesson[], progress: Progress, seed: string): readonly QuizItem[] {
  const met = lessons.filter(({id, quiz}) => {
    return progress.lessons[id] !== undefined || quiz.pool.some(question => progress.questions[question.id]);
  });
  const pool = met.flatMap(({id, quiz}) => quiz.pool.map(question => ({lesson: id, question})));
  const objectives = met.flatMap(lesson => lesson.objectives.map(objective => objective.id));
  const questions = pool.map(item => item.question);
  return drawQuiz(questions, objectives, reviewLength, seed, progress.questions).map(
    question => pool.find(item => item.question === question)!,
  );
}

/** The attempts at this quiz, oldest first. */
export function attemptsAt({kind, lesson}: QuizPlan, progress: Progress): readonly Attempt[] {
  return progress.attempts.filter(attempt => attempt.kind === kind && attempt.lesson === (lesson?.id ?? null));
}

/** The latest attempt, where it was left before its end; older ones that were left are past. */
export function openAttempt(plan: QuizPlan, progress: Progress, course: Course): Attempt | undefined {
  const last = attemptsAt(plan, progress).at(-1);
  if (last === undefined) return undefined;
  const left = itemsOf(last, course).filter(
    ({question}) => !last.answers.some(answer => answer.question === question.id),
  );
  return left.length > 0 ? last : undefined;
}

/** The questions of an attempt, as far as the course still has them. */
export function itemsOf(attempt: Attempt, course: Course): readonly QuizItem[] {
  const all = course.lessons.flatMap(({id, quiz}) => quiz.pool.map(question => ({lesson: id, question})));
  return attempt.questions.flatMap(id => all.find(item => item.question.id === id) ?? []);
}

/** Draw a new attempt and record that it began; undefined where there is nothing to ask. */
export function beginAttempt(plan: QuizPlan, tutor: Tutor): Attempt | undefined {
  const id = `${plan.lesson?.id ?? plan.kind}-${tutor.freshSeed()}`;
  const drawn = plan.draw(id, tutor.learner.progress());
  if (drawn.length === 0) return undefined;
  const start = {id, kind: plan.kind, lesson: plan.lesson?.id ?? null, started: tutor.now().toISOString()};
  const attempt = startAttempt(
    start,
    drawn.map(item => item.question),
  );
  tutor.learner.record({type: 'quiz_started', attempt});
  return attempt;
}

/** One line of the history of a quiz. */
export type PastAttempt = {
  readonly date: string;
  readonly total: number;
  readonly right: number;
  readonly firstRight: number;
  readonly finished: boolean;
  readonly passed: boolean;
};

/** The attempts at a quiz, newest first. */
export function pastAttempts(plan: QuizPlan, progress: Progress): readonly PastAttempt[] {
  return attemptsAt(plan, progress)
    .map(attempt => {
      const {total, right, firstShare, finished, passed} = attemptResult(attempt, plan.pass ?? 0.8);
      const firstRight = Math.round(firstShare * total);
      return {date: attempt.started.slice(0, 10), total, right, firstRight, finished, passed};
    })
    .reverse();
}
