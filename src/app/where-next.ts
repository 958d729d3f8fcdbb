import type {Course, Lesson} from '../tutor/parse/course.ts';
import {sectionTitles} from '../tutor/parse/sections.ts';
import {type NextThing, nextThing} from '../tutor/progress/next.ts';
import type {Progress} from '../tutor/schema/progress.ts';
import {pagesOnPath, readingMinutes} from './sessions/reading-path.ts';
import {planReview} from './sessions/review-plan.ts';

/** Where "continue" leads, with the words to say so. */
export type WhereNext = {
  readonly thing: NextThing;
  /** The lesson it belongs to, or what it is. */
  readonly title: string;
  /** What of it comes next: `Standard, page 3 of 9`. */
  readonly detail: string;
  /** About how long it takes; null where nothing is left to do. */
  readonly minutes: number | null;
};

const minutesPerTask = 3;
const minutesPerQuestion = 0.75;

/** Find the next unfinished thing and say it in words. */
export function whereNext(course: Course, progress: Progress, now: Date): WhereNext {
  const thing = nextThing(course, progress, now);
  if (thing.kind === 'finished') {
    return {thing, title: 'Everything is done', detail: 'every lesson read, every lab and quiz passed', minutes: null};
  }
  if (thing.kind === 'review') {
    const {count, minutes} = cardsToday(course, progress, now);
    return {thing, title: 'Review', detail: countOf(count, 'card'), minutes};
  }
  const lesson = course.lessons.find(({id}) => id === thing.lesson)!;
  return {thing, title: lesson.title, ...stepOf(thing, lesson, progress)};
}

type LessonThing = Extract<NextThing, {readonly lesson: string}>;

function stepOf(thing: LessonThing, lesson: Lesson, progress: Progress): Pick<WhereNext, 'detail' | 'minutes'> {
  if (thing.kind === 'task') {
    const tasks = lesson.lab!.tasks;
    const at = tasks.findIndex(task => task.id === thing.task);
    const open = tasks.slice(at).filter(task => progress.tasks[task.id]?.passed === undefined).length;
    return {detail: `lab, task ${at + 1} of ${tasks.length}`, minutes: open * minutesPerTask};
  }
  if (thing.kind === 'quiz') {
    const count = Math.min(lesson.quiz.draw, lesson.quiz.pool.length);
    return {detail: `quiz, ${countOf(count, 'question')}`, minutes: Math.ceil(count * minutesPerQuestion)};
  }
  const pages = pagesOnPath(lesson, progress.settings.depth);
  const at = pages.findIndex(({section, page}) => section === thing.section && page === thing.page);
  const place = at < 0 ? '' : `, page ${at + 1} of ${pages.length}`;
  return {detail: `${sectionTitles[thing.section]}${place}`, minutes: readingMinutes(lesson, pages.slice(at))};
}

/** The cards of today's review: how many, and about how many minutes they take. */
export function cardsToday(course: Course, progress: Progress, now: Date): {count: number; minutes: number} {
  const {cards, minutes} = planReview(course, progress, now);
  return {count: cards.length, minutes};
}

/**
 * What comes next as one line: `Cleaning and preparing: Standard, page 3 of 9, about 6 minutes`.
 *
 * @param here - the lesson one is in; its name need not be said.
 */
export function nextWords({thing, title, detail, minutes}: WhereNext, here: string | null = null): string {
  const isHere = 'lesson' in thing && thing.lesson === here;
  return [
    isHere ? detail : `${title}: ${detail}`,
    ...(minutes === null ? [] : [`about ${countOf(minutes, 'minute')}`]),
  ].join(', ');
}

/** A number and its noun: `1 card`, `12 cards`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
