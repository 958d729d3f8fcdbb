import type {Tutor} from '../../app/tutor.ts';
import {KnownError} from '../../errors.ts';
import type {Course, Lesson} from '../../tutor/parse/course.ts';
import {type NextThing, nextThing} from '../../tutor/progress/next.ts';
import {suggestName} from '../../tutor/text/nearest.ts';
import type {Route} from './route.ts';

/** What a command line asks the tutor to show first: a screen, and the lesson it is about. */
export type Door = {readonly screen: string; readonly lesson?: string};

/**
 * The place that a command opens: `learn`, `quiz` and `lab` without a lesson take the one at hand.
 *
 * @throws {KnownError} `unknown_lesson` with the nearest name.
 */
export function routeOfDoor({screen, lesson: name}: Door, {course, learner, now}: Tutor): Route {
  const progress = learner.progress();
  if (screen === 'home') {
    return progress.settings.profile === null && progress.current === null ? {screen: 'welcome'} : {screen: 'home'};
  }
  if (screen === 'review') return {screen: 'cards'};
  const next = nextThing(course, progress, now());
  const wanted = name ?? ('lesson' in next ? next.lesson : (progress.current ?? course.lessons[0]?.id));
  if (wanted === undefined) return {screen: 'home'};
  const lesson = findLesson(course, wanted);
  if (screen === 'quiz') return {screen: 'quiz', lesson: lesson.id};
  if (screen !== 'lab') return {screen: 'lesson', lesson: lesson.id};
  if (lesson.lab) return {screen: 'lab', lesson: lesson.id};
  throw new KnownError('unknown_lesson', `The lesson \`${lesson.id}\` has no lab.`, {
    hint: `Read it with \`ml-pipeline-tutor learn ${lesson.id}\`.`,
    at: {name: lesson.id},
  });
}

/** The lesson of that id, or the one that teaches the stage of that name. */
function findLesson({lessons}: Course, name: string): Lesson {
  const found = lessons.find(({id}) => id === name) ?? lessons.find(({stage}) => stage === name);
  if (found) return found;
  const names = lessons.map(({id}) => id);
  throw new KnownError('unknown_lesson', `There is no lesson \`${name}\`.`, {
    hint: suggestName(name, names),
    at: {name},
  });
}

/** The place where an unfinished thing is done. */
export function routeOfNext(thing: NextThing): Route {
  switch (thing.kind) {
    case 'page':
      return {screen: 'lesson', lesson: thing.lesson};
    case 'task':
      return {screen: 'lab', lesson: thing.lesson, task: thing.task};
    case 'quiz':
      return {screen: 'quiz', lesson: thing.lesson};
    case 'review':
      return {screen: 'cards'};
    case 'finished':
      return {screen: 'exam', kind: 'review'};
  }
}
