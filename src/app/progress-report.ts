import type {Course, Lesson} from '../tutor/parse/course.ts';
import {certificate} from '../tutor/progress/certificate.ts';
import {
  lessonMark,
  lessonMastery,
  type MasteryMark,
  objectiveMastery,
  secondsSpent,
} from '../tutor/progress/mastery.ts';
import {hasPassedQuiz, isFinished} from '../tutor/progress/status.ts';
import {attemptResult, type Calibration, calibrate} from '../tutor/quiz/attempt.ts';
import type {Attempt, Progress} from '../tutor/schema/progress.ts';
import {planReview} from './sessions/review-plan.ts';

/** How far a learner is with one lesson. */
export type LessonReport = {
  readonly lesson: string;
  readonly title: string;
  readonly part: string;
  readonly mastery: number;
  readonly mark: MasteryMark;
  readonly seconds: number;
  readonly finished: boolean;
  /** Passed over after the placement quiz. */
  readonly skipped: boolean;
  readonly tasks: {readonly passed: number; readonly total: number};
  readonly quiz: 'passed' | 'open' | 'none';
  readonly objectives: ReadonlyArray<{readonly id: string; readonly text: string; readonly mastery: number}>;
};

/** One quiz that was taken. */
export type QuizReport = {
  readonly started: string;
  readonly kind: Attempt['kind'];
  readonly lesson: string | null;
  readonly title: string;
  readonly total: number;
  readonly right: number;
  /** Right at the first try. */
  readonly first: number;
  readonly finished: boolean;
  /** Whether it was passed; null where nothing is to be passed. */
  readonly passed: boolean | null;
};

/** Everything that a learner has shown, in numbers. */
export type ProgressReport = {
  readonly format: 1;
  readonly course: string;
  readonly written: string;
  readonly seconds: number;
  readonly finished: {readonly lessons: number; readonly of: number};
  readonly mastered: {readonly objectives: number; readonly of: number};
  readonly lessons: readonly LessonReport[];
  /** The newest first. */
  readonly quizzes: readonly QuizReport[];
  readonly calibration: Calibration;
  readonly cards: {readonly known: number; readonly today: number; readonly seen: number};
};

const masteredFrom = 0.8 - 1e-9;

/** Put together what a learner has shown so far. */
export function reportProgress(course: Course, progress: Progress, now: Date): ProgressReport {
  const lessons = course.lessons.map(lesson => reportLesson(course, lesson, progress));
  const objectives = lessons.flatMap(lesson => lesson.objectives);
  const plan = planReview(course, progress, now);
  return {
    format: 1,
    course: course.title,
    written: now.toISOString(),
    seconds: secondsSpent(progress),
    finished: {lessons: lessons.filter(lesson => lesson.finished).length, of: lessons.length},
    mastered: {objectives: objectives.filter(({mastery}) => mastery >= masteredFrom).length, of: objectives.length},
    lessons,
    quizzes: progress.attempts.map(attempt => reportQuiz(course, attempt)).reverse(),
    calibration: calibrate(progress.attempts.flatMap(attempt => attempt.answers)),
    cards: {known: plan.known, today: plan.cards.length, seen: Object.keys(progress.cards).length},
  };
}

function reportLesson(course: Course, lesson: Lesson, progress: Progress): LessonReport {
  const {id, title, part, objectives, quiz, lab} = lesson;
  const tasks = lab?.tasks ?? [];
  const record = progress.lessons[id];
  return {
    lesson: id,
    title,
    part: course.parts.find(candidate => candidate.id === part)?.title ?? part,
    mastery: lessonMastery(lesson, progress),
    mark: lessonMark(lesson, progress),
    seconds: record?.seconds ?? 0,
    finished: isFinished(lesson, progress),
    skipped: record?.skipped ?? false,
    tasks: {passed: tasks.filter(task => progress.tasks[task.id]?.passed !== undefined).length, total: tasks.length},
    quiz: quiz.pool.length === 0 ? 'none' : hasPassedQuiz(lesson, progress) ? 'passed' : 'open',
    objectives: objectives.map(objective => ({
      id: objective.id,
      text: objective.text,
      mastery: objectiveMastery(lesson, objective.id, progress),
    })),
  };
}

const examTitles = {placement: 'Placement quiz', final: 'Final test', review: 'Mixed review'} as const;
const finalPass = 0.8;

function reportQuiz(course: Course, attempt: Attempt): QuizReport {
  const {kind, lesson: id, started} = attempt;
  const lesson = course.lessons.find(candidate => candidate.id === id);
  const hasPass = kind === 'lesson' || kind === 'final';
  const {total, right, firstShare, finished, passed} = attemptResult(attempt, lesson?.quiz.pass ?? finalPass);
  const title = kind === 'lesson' ? (lesson?.title ?? id ?? kind) : examTitles[kind];
  const first = Math.round(firstShare * total);
  return {started, kind, lesson: id, title, total, right, first, finished, passed: hasPass ? passed : null};
}

/** A page in Markdown that a learner can hand in: the certificate, each objective with its mastery, and every quiz. */
export function progressMarkdown(course: Course, progress: Progress, name: string, now: Date): string {
  const report = reportProgress(course, progress, now);
  const begun = report.lessons.filter(({mastery}) => mastery > 0);
  const objectives = begun.flatMap(({title, objectives}) => [
    `**${title}**`,
    '',
    ...objectives.map(({text, mastery}) => `- ${Math.round(100 * mastery)}%: ${text}`),
    '',
  ]);
  const quizzes = report.quizzes.map(quiz => `- ${quizWords(quiz)}`);
  const lines = [
    certificate(course, progress, name, now),
    ...(objectives.length === 0 ? [] : ['## Mastery by objective', '', ...objectives]),
    ...(quizzes.length === 0 ? [] : ['## Every quiz, newest first', '', ...quizzes, '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** One quiz in a line: `2026-03-02 Final test: 9 of 12 right, 7 at the first try, passed`. */
export function quizWords({started, title, total, right, first, finished, passed}: QuizReport): string {
  const head = `${started.slice(0, 10)} ${title}: `;
  if (!finished) return `${head}left at ${right} right of ${total}`;
  const tries = first < right ? `, ${first} at the first try` : '';
  return `${head}${right} of ${total} right${tries}${passed === null ? '' : passed ? ', passed' : ', not passed'}`;
}
