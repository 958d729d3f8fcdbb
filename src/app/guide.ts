import type {Course} from '../tutor/parse/course.ts';
import {lessonMark} from '../tutor/progress/mastery.ts';
import {isFinished} from '../tutor/progress/status.ts';
import type {Progress} from '../tutor/schema/progress.ts';
import {countOf, nextWords, whereNext} from './where-next.ts';

/** What the tutor says where it cannot draw a screen: what this is, where you are, what to type. */
export function plainGuide(course: Course, progress: Progress, now: Date): string {
  const done = course.lessons.filter(lesson => isFinished(lesson, progress)).length;
  const wide = Math.max(0, ...course.lessons.map(({id}) => id.length));
  const example = whereNext(course, progress, now).thing;
  const lesson = 'lesson' in example ? example.lesson : (course.lessons[0]?.id ?? 'LESSON');
  return [
    'ML Pipeline Tutor: learn how machine-learning pipelines work by running one.',
    'The tutor fills a terminal. This is no terminal, so here is what there is.',
    '',
    'Where you are',
    `  ${done} of ${countOf(course.lessons.length, 'lesson')} finished.`,
    `  Next: ${nextWords(whereNext(course, progress, now))}.`,
    '',
    'Lessons',
    ...course.lessons.map(({id, title}, index) => {
      return `  ${id.padEnd(wide)}  ${lessonMark(course.lessons[index]!, progress).padEnd(9)}  ${title}`;
    }),
    '',
    'What to type',
    ...commandLines(lesson).map(([command, help]) => `  ${command.padEnd(44)}${help}`),
  ].join('\n');
}

function commandLines(lesson: string): ReadonlyArray<readonly [command: string, help: string]> {
  return [
    ['ml-pipeline-tutor', 'the tutor, in a terminal'],
    ['ml-pipeline-tutor --plain', 'the tutor as numbered text'],
    [`ml-pipeline-tutor learn ${lesson}`, 'one lesson; also quiz and lab'],
    ['ml-pipeline-tutor run --dataset wine', 'a pipeline, without the tutor'],
    ['ml-pipeline-tutor --help', 'everything else'],
  ];
}
