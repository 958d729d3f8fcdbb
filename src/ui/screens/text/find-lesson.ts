import {KnownError} from '../../../errors.ts';
import type {Course, Lesson} from '../../../tutor/parse/course.ts';
import {suggestName} from '../../../tutor/text/nearest.ts';

/** The lesson of that id. @throws {KnownError} `unknown_lesson` with the nearest name. */
export function findLesson({lessons}: Course, id: string): Lesson {
  const found = lessons.find(lesson => lesson.id === id);
  if (found) return found;
  const hint = suggestName(
    id,
    lessons.map(lesson => lesson.id),
  );
  throw new KnownError('unknown_lesson', `There is no lesson \`${id}\`.`, {hint, at: {name: id}});
}
