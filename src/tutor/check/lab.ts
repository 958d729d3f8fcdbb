import type {Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';
import type {Lab, Task} from '../schema/lab.ts';
import {problem} from './rule.ts';

function labsOf(course: Course): readonly Lab[] {
  return course.lessons.flatMap(lesson => lesson.lab ?? []);
}

function tasksOf(course: Course): readonly Task[] {
  return labsOf(course).flatMap(lab => lab.tasks);
}

/** Each lesson has a lab of three to six tasks. */
export function checkTaskCount(course: Course): readonly Problem[] {
  return course.lessons.flatMap(({lab, at}) => {
    const count = lab?.tasks.length ?? 0;
    return count >= 3 && count <= 6
      ? []
      : [problem(lab?.at ?? at, `The lab has ${count} tasks.`, 'Write three to six.')];
  });
}

/** Each lab makes one mistake on purpose. */
export function checkBreakIt(course: Course): readonly Problem[] {
  return labsOf(course)
    .filter(lab => !lab.tasks.some(task => task.break_it))
    .map(lab => problem(lab.at, 'No task makes a mistake on purpose.', 'Mark one with `break_it: true`.'));
}

/** Each task has three hints. */
export function checkHintCount(course: Course): readonly Problem[] {
  return tasksOf(course)
    .filter(task => task.hints.length !== 3)
    .map(task =>
      problem(
        task.at,
        `The task \`${task.id}\` has ${task.hints.length} hints.`,
        'Write three: where to look, which idea, almost the answer.',
      ),
    );
}

/** The values of a task's solution are named in the last hint at the earliest. */
export function checkHintsHideAnswer(course: Course): readonly Problem[] {
  return tasksOf(course).flatMap(task => {
    const answers = Object.values(task.solution.set).filter(
      value => typeof value === 'string' || typeof value === 'number',
    );
    const early = task.hints.slice(0, -1);
    return answers
      .map(String)
      .filter(answer => early.some(hint => containsWord(hint, answer)))
      .map(answer =>
        problem(task.at, `A hint of \`${task.id}\` gives away the answer \`${answer}\`.`, 'Keep it for the last hint.'),
      );
  });
}

function containsWord(text: string, word: string): boolean {
  const escaped = word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`(?<![\\w.])${escaped}(?![\\w]|\\.\\d)`, 'u').test(text.toLowerCase());
}

/** Each solution changes only settings that the panel shows, or no learner could find it. */
export function checkSolutionInPanel(course: Course): readonly Problem[] {
  return labsOf(course).flatMap(lab =>
    lab.tasks.flatMap(task =>
      Object.keys(task.solution.set)
        .filter(setting => !lab.panel.includes(setting))
        .map(setting =>
          problem(
            task.solution.at,
            `The panel does not show \`${setting}\`, which the solution changes.`,
            'Add it to `panel`.',
          ),
        ),
    ),
  );
}
