import {memoryStore} from '../../engine/store.ts';
import {KnownError, type Problem} from '../../errors.ts';
import {checkCourse} from '../../tutor/check/check-course.ts';
import {type Course, parseCourse} from '../../tutor/parse/course.ts';
import type {SourceFile} from '../../tutor/parse/source.ts';
import {suggestName} from '../../tutor/text/nearest.ts';
import {memoryRunStore} from '../memory-run-store.ts';
import type {Ports} from '../ports.ts';
import {courseRunner} from './course-runner.ts';
import {executeCourse} from './execute-course.ts';

/** How much a course holds. */
export type CourseCounts = {
  readonly lessons: number;
  readonly questions: number;
  readonly cards: number;
  readonly terms: number;
  readonly tasks: number;
};

/**
 * Check a course by every rule and by executing all of it; what cannot be read is reported and the rest still checked.
 *
 * @param only - execute this lesson alone, for someone who writes it; the rules are checked for all of them.
 * @throws {KnownError} `unknown_lesson` where the course has no lesson of that id.
 */
export async function checkWholeCourse(
  files: readonly SourceFile[],
  ports: Ports,
  only?: string,
): Promise<{readonly problems: readonly Problem[]; readonly counts: CourseCounts}> {
  const {value: course, problems} = parseCourse(files);
  if (!course) return {problems, counts: {lessons: 0, questions: 0, cards: 0, terms: 0, tasks: 0}};
  // What a check runs is nobody's work: it is kept apart from the person's own runs.
  const apart = {...ports, store: memoryStore(), runs: memoryRunStore()};
  const executed = await executeCourse(only === undefined ? course : oneLesson(course, only), courseRunner(apart));
  return {problems: [...problems, ...checkCourse(course), ...executed], counts: countCourse(course)};
}

function oneLesson(course: Course, id: string): Course {
  const lessons = course.lessons.filter(lesson => lesson.id === id);
  if (lessons.length > 0) return {...course, lessons};
  const names = course.lessons.map(lesson => lesson.id);
  throw new KnownError('unknown_lesson', `The course has no lesson \`${id}\`.`, {
    hint: suggestName(id, names),
    at: {name: id},
  });
}

/** Count what a course holds. */
export function countCourse({lessons, glossary}: Course): CourseCounts {
  const sum = (count: (lesson: Course['lessons'][number]) => number) =>
    lessons.reduce((total, lesson) => total + count(lesson), 0);
  return {
    lessons: lessons.length,
    questions: sum(lesson => lesson.quiz.pool.length),
    cards: sum(lesson => lesson.cards.length),
    terms: glossary.length,
    tasks: sum(lesson => lesson.lab?.tasks.length ?? 0),
  };
}
