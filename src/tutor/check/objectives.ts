import type {Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';
import {problem} from './rule.ts';

/** Each lesson has two to four objectives. */
export function checkObjectiveCount(course: Course): readonly Problem[] {
  return course.lessons
    .filter(({objectives}) => objectives.length < 2 || objectives.length > 4)
    .map(({objectives, at}) =>
      problem(at, `The lesson has ${objectives.length} objectives.`, 'Write two to four, the ones that matter most.'),
    );
}

const untestable = /^(?:understand|know|learn|appreciate|realise|realize|grasp|be|get|see|remember|familiari[sz]e)\b/iu;

/** Each objective begins with a verb whose doing can be seen. */
export function checkObjectiveVerbs(course: Course): readonly Problem[] {
  return course.lessons
    .flatMap(lesson => lesson.objectives)
    .filter(objective => untestable.test(objective.text.trim()))
    .map(({at, text}) =>
      problem(
        at,
        `“${text.split(/\s/u)[0]}” cannot be tested.`,
        'Begin with a verb such as explain, choose, compute, find or compare.',
      ),
    );
}

/** Each objective is served by a question, a card and a lab task. */
export function checkObjectivesCovered(course: Course): readonly Problem[] {
  return course.lessons.flatMap(({objectives, quiz, cards, lab}) => {
    const served = {question: quiz.pool, card: cards, task: lab?.tasks ?? []};
    return objectives.flatMap(({id, at}) =>
      Object.entries(served)
        .filter(([, things]) => !things.some(thing => thing.objective === id))
        .map(([kind]) =>
          problem(at, `No ${kind} serves the objective \`${id}\`.`, `Add a ${kind} with \`objective: ${id}\`.`),
        ),
    );
  });
}
