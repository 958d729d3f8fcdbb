import {dueCards} from '../cards/session.ts';
import type {Course, Lesson} from '../parse/course.ts';
import type {SectionId} from '../parse/lesson.ts';
import type {Progress} from '../schema/progress.ts';
import {isFinished, nextTask, nextUnreadPage} from './status.ts';
import {unlockedCards} from './unlocked.ts';

/** Where "continue" leads. */
export type NextThing =
  | {readonly kind: 'page'; readonly lesson: string; readonly section: SectionId; readonly page: number}
  | {readonly kind: 'task'; readonly lesson: string; readonly task: string}
  | {readonly kind: 'quiz'; readonly lesson: string}
  | {readonly kind: 'review'; readonly due: number}
  | {readonly kind: 'finished'};

/**
 * Find the next unfinished thing: the rest of the lesson at hand (pages, then tasks, then the quiz), else the first
 * lesson not finished. Cards that are due come before a lesson is begun, never in the middle of one.
 */
export function nextThing(course: Course, progress: Progress, now: Date): NextThing {
  const open = course.lessons.filter(lesson => !isFinished(lesson, progress));
  const lesson = open.find(({id}) => id === progress.current) ?? open[0];
  const isBegun = lesson !== undefined && progress.lessons[lesson.id] !== undefined;
  const due = dueCards(unlockedCards(course, progress), progress.cards, now).length;
  if (due > 0 && !isBegun) return {kind: 'review', due};
  return lesson === undefined ? {kind: 'finished'} : nextInLesson(lesson, progress);
}

function nextInLesson(lesson: Lesson, progress: Progress): NextThing {
  const page = nextUnreadPage(lesson, progress);
  if (page !== undefined) return {kind: 'page', lesson: lesson.id, ...page};
  const task = nextTask(lesson, progress);
  return task === undefined ? {kind: 'quiz', lesson: lesson.id} : {kind: 'task', lesson: lesson.id, task: task.id};
}
