import {formatPlace, KnownError} from '../errors.ts';
import type {Command} from './command.ts';

/** Check a course: the bundled one, or one that somebody writes. */
export const courseCommand: Command = {
  name: 'course',
  words: '<action> [dir]',
  summary: 'course check: report every problem in a course, and execute all of it',
  options: [['--lesson <id>', 'execute this lesson alone']],
  async run({words: [action, folder], options: {lesson}}, context) {
    if (action !== 'check') {
      throw new KnownError('bad_usage', `\`course ${action}\` is not known.`, {
        hint: 'Write `ml-pipeline-tutor course check [DIR]`.',
      });
    }
    const {checkWholeCourse} = await import('../app/course-check/check-whole-course.ts');
    const ports = await context.ports();
    const only = typeof lesson === 'string' ? lesson : undefined;
    const {problems, counts} = await checkWholeCourse(ports.readCourseFiles(folder, context.folder), ports, only);
    if (context.json)
      context.print(JSON.stringify({problems: problems.map(found => ({...found, at: formatPlace(found.at)})), counts}));
    else {
      for (const {message, hint, at} of problems) context.print(`${formatPlace(at)}: ${message}\n  → ${hint}`);
      const {lessons, questions, cards, terms, tasks} = counts;
      context.print(
        `${lessons} lessons, ${questions} questions, ${cards} cards, ${terms} terms, ${tasks} lab tasks: ${problems.length} problems`,
      );
    }
    return problems.length === 0 ? 0 : 4;
  },
};
