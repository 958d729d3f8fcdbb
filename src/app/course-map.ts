import type {Course, Lesson} from '../tutor/parse/course.ts';
import {lessonMark, lessonMastery, type MasteryMark, stageMark} from '../tutor/progress/mastery.ts';
import {hasPassedQuiz} from '../tutor/progress/status.ts';
import {attemptResult} from '../tutor/quiz/attempt.ts';
import {type Stage, stages} from '../tutor/schema/lesson.ts';
import type {Progress} from '../tutor/schema/progress.ts';
import {pagesOnPath, readingMinutes} from './sessions/reading-path.ts';
import {countOf} from './where-next.ts';

/** One place on the map: a stage of the pipeline, or a lesson that teaches none. */
export type MapPlace = {
  /** The stage's or the lesson's id. */
  readonly id: string;
  /** One or two words for the drawing. */
  readonly name: string;
  /** Its number in the pipe; null outside it. */
  readonly number: number | null;
  readonly mark: MasteryMark;
  /** The placement quiz let the learner pass over its lessons, and no quiz of theirs was passed since. */
  readonly isPassedOver: boolean;
  /** From 0 to 1. */
  readonly mastery: number;
  /** The learner was here last, or is about to be. */
  readonly isHere: boolean;
  /** The lessons behind it, in course order; none where the course has not come so far. */
  readonly lessons: readonly Lesson[];
};

/** A part of the course outside the pipe. */
export type MapGroup = {readonly title: string; readonly places: readonly MapPlace[]};

/** The course as a map: what comes before the pipe, its eight stages, and what stands beneath it. */
export type CourseMap = {
  readonly before: readonly MapGroup[];
  readonly stages: readonly MapPlace[];
  readonly beneath: readonly MapGroup[];
};

const stageNames: {readonly [stage in Stage]: string} = {
  ingestion: 'Ingestion',
  preprocessing: 'Preprocessing',
  features: 'Features',
  training: 'Training',
  evaluation: 'Evaluation',
  tuning: 'Tuning',
  deployment: 'Deployment',
  monitoring: 'Monitoring',
};

/** Draw up the map of a course for one learner; `here` is the lesson where "continue" leads. */
export function courseMap(course: Course, progress: Progress, here: string | null): CourseMap {
  const groups = course.parts.map(part => ({
    title: part.title,
    places: course.lessons
      .filter(lesson => lesson.part === part.id && lesson.stage === undefined)
      .map(lesson => placeOf(lesson, progress, here)),
    hasStages: course.lessons.some(lesson => lesson.part === part.id && lesson.stage !== undefined),
  }));
  const pipeAt = groups.findIndex(group => group.hasStages);
  const isBefore = (_: unknown, index: number) => index < pipeAt;
  const isFilled = (group: MapGroup) => group.places.length > 0;
  return {
    before: groups.filter(isBefore).filter(isFilled),
    stages: stages.map((stage, index) => stagePlace(course, stage, index + 1, progress, here)),
    beneath: groups.filter((group, index) => !isBefore(group, index)).filter(isFilled),
  };
}

function stagePlace(course: Course, stage: Stage, number: number, progress: Progress, here: string | null): MapPlace {
  const lessons = course.lessons.filter(lesson => lesson.stage === stage);
  const total = lessons.reduce((sum, lesson) => sum + lessonMastery(lesson, progress), 0);
  return {
    id: stage,
    name: stageNames[stage],
    number,
    mark: stageMark(course, stage, progress),
    isPassedOver: arePassedOver(lessons, progress),
    mastery: lessons.length === 0 ? 0 : total / lessons.length,
    isHere: lessons.some(lesson => lesson.id === here),
    lessons,
  };
}

function placeOf(lesson: Lesson, progress: Progress, here: string | null): MapPlace {
  const name = lesson.id.replaceAll('-', ' ');
  return {
    id: lesson.id,
    name: name.charAt(0).toUpperCase() + name.slice(1),
    number: null,
    mark: lessonMark(lesson, progress),
    isPassedOver: arePassedOver([lesson], progress),
    mastery: lessonMastery(lesson, progress),
    isHere: lesson.id === here,
    lessons: [lesson],
  };
}

function arePassedOver(lessons: readonly Lesson[], progress: Progress): boolean {
  const isPassedOver = (lesson: Lesson) =>
    progress.lessons[lesson.id]?.skipped === true && !hasPassedQuiz(lesson, progress);
  return lessons.length > 0 && lessons.every(isPassedOver);
}

/** How far each of the three ways into a lesson is, in a few words. */
export type LessonState = {readonly read: string; readonly lab: string | null; readonly quiz: string | null};

/** Say how far a learner is with a lesson. */
export function lessonState(lesson: Lesson, progress: Progress): LessonState {
  return {read: readingState(lesson, progress), lab: labState(lesson, progress), quiz: quizState(lesson, progress)};
}

function readingState(lesson: Lesson, progress: Progress): string {
  const pages = pagesOnPath(lesson, progress.settings.depth);
  const read = progress.lessons[lesson.id]?.read ?? {};
  const done = pages.filter(({section, page}) => (read[section] ?? 0) > page).length;
  if (done === 0) return `${countOf(pages.length, 'page')}, about ${countOf(readingMinutes(lesson, pages), 'minute')}`;
  return done === pages.length ? `all ${pages.length} pages read` : `${done} of ${countOf(pages.length, 'page')} read`;
}

function labState({lab}: Lesson, progress: Progress): string | null {
  if (lab === undefined) return null;
  const passed = lab.tasks.filter(task => progress.tasks[task.id]?.passed !== undefined).length;
  return passed === 0 ? countOf(lab.tasks.length, 'task') : `${passed} of ${lab.tasks.length} tasks done`;
}

function quizState(lesson: Lesson, progress: Progress): string | null {
  const {pool, draw, pass} = lesson.quiz;
  if (pool.length === 0) return null;
  if (hasPassedQuiz(lesson, progress)) return 'passed';
  const results = progress.attempts
    .filter(attempt => attempt.kind === 'lesson' && attempt.lesson === lesson.id)
    .map(attempt => attemptResult(attempt, pass));
  const best = Math.max(0, ...results.filter(result => result.finished).map(result => result.share));
  const open = results.findLast(result => !result.finished);
  if (open) return `begun, ${open.answered} of ${open.total} answered`;
  if (results.length > 0) return `best ${Math.round(100 * best)}%, passes at ${Math.round(100 * pass)}%`;
  return countOf(Math.min(draw, pool.length), 'question');
}
