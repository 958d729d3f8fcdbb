import {memoryStore} from '../../engine/store.ts';
import type {Problem} from '../../errors.ts';
import {checkCourse} from '../../tutor/check/check-course.ts';
import {type Course, parseCourse} from '../../tutor/parse/course.ts';
import type {SourceFile} from '../../tutor/parse/source.ts';
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

/** Check a course by every rule and by executing all of it; what cannot be read is reported and the rest still checked. */
export async function checkWholeCourse(
  files: readonly SourceFile[],
  ports: Ports,
): Promise<{readonly problems: readonly Problem[]; readonly counts: CourseCounts}> {
  const {value: course, problems} = parseCourse(files);
  if (!course) return {problems, counts: {lessons: 0, questions: 0, cards: 0, terms: 0, tasks: 0}};
  // What a check runs is nobody's work: it is kept apart from the person's own runs.
  const apart = {...ports, store: memoryStore(), runs: memoryRunStore()};
  const executed = await executeCourse(course, courseRunner(apart));
  return {problems: [...problems, ...checkCourse(course), ...executed], counts: countCourse(course)};
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
