import type {Lesson} from '../parse/course.ts';
import type {SectionId} from '../parse/sections.ts';
import {findSection} from '../parse/sections.ts';
import {attemptResult} from '../quiz/attempt.ts';
import type {Task} from '../schema/lab.ts';
import type {Depth, Progress} from '../schema/progress.ts';
import {depths} from '../schema/progress.ts';

/** The sections that everyone reads, after the depth of their choice. */
export const readingPath: readonly SectionId[] = ['dialogue', 'analogy', 'worked-example', 'break-it'];

/** A page that is still to be read; pages are counted from 0. */
export type UnreadPage = {readonly section: SectionId; readonly page: number};

/** Tell whether a section of a lesson has been read to its end; one that the lesson lacks counts as read. */
export function hasReadSection(lesson: Lesson, section: SectionId, progress: Progress): boolean {
  const pages = findSection(lesson, section)?.pages.length ?? 0;
  return (progress.lessons[lesson.id]?.read[section] ?? 0) >= pages;
}

/** Tell whether a lesson has been read at one of its depths, or passed by a quiz or the placement quiz. */
export function hasRead(lesson: Lesson, progress: Progress): boolean {
  const record = progress.lessons[lesson.id];
  // Asked of every lesson at every start: one that was never opened need not be looked into.
  const written = record ? depths.filter(depth => findSection(lesson, depth) !== undefined) : [];
  if (written.some(depth => hasReadSection(lesson, depth, progress))) return true;
  return record?.skipped === true || hasPassedQuiz(lesson, progress);
}

/** The next page on the reading path, at the depth the learner prefers; a depth read to its end stands for all. */
export function nextUnreadPage(lesson: Lesson, progress: Progress): UnreadPage | undefined {
  const isDepthRead = depths.some(
    depth => findSection(lesson, depth) !== undefined && hasReadSection(lesson, depth, progress),
  );
  const first: readonly Depth[] = isDepthRead ? [] : [progress.settings.depth];
  const section = [...first, ...readingPath].find(id => !hasReadSection(lesson, id, progress));
  return section && {section, page: progress.lessons[lesson.id]?.read[section] ?? 0};
}

/** The first lab task not yet passed. */
export function nextTask(lesson: Lesson, progress: Progress): Task | undefined {
  return lesson.lab?.tasks.find(task => progress.tasks[task.id]?.passed === undefined);
}

/** Tell whether a quiz of the lesson has been passed. */
export function hasPassedQuiz(lesson: Lesson, progress: Progress): boolean {
  return progress.attempts.some(
    attempt =>
      attempt.lesson === lesson.id && attempt.kind === 'lesson' && attemptResult(attempt, lesson.quiz.pass).passed,
  );
}

/** Tell whether nothing of a lesson is left to do. */
export function isFinished(lesson: Lesson, progress: Progress): boolean {
  if (progress.lessons[lesson.id]?.skipped) return true;
  const isQuizDone = lesson.quiz.pool.length === 0 || hasPassedQuiz(lesson, progress);
  return isQuizDone && nextUnreadPage(lesson, progress) === undefined && nextTask(lesson, progress) === undefined;
}
