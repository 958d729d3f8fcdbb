import type {Place, Problem} from '../../errors.ts';
import {namesOf} from '../glossary.ts';
import type {Course} from '../parse/course.ts';
import {writtenItems, writtenOptions} from '../quiz/options.ts';
import {problem, repeated} from './rule.ts';

type Named = {readonly id: string; readonly at: Place};

function namedThings(course: Course): {readonly [kind: string]: readonly Named[]} {
  const {lessons} = course;
  return {
    lesson: lessons,
    part: course.parts,
    objective: lessons.flatMap(lesson => lesson.objectives),
    question: lessons.flatMap(lesson => lesson.quiz.pool),
    card: lessons.flatMap(lesson => lesson.cards),
    task: lessons.flatMap(lesson => lesson.lab?.tasks ?? []),
    term: course.glossary,
    misconception: course.misconceptions,
  };
}

/** Within each kind of thing, no id comes twice in the course; progress is kept by these ids. */
export function checkUniqueIds(course: Course): readonly Problem[] {
  return Object.entries(namedThings(course)).flatMap(([kind, things]) =>
    repeated(things, thing => thing.id).map(({id, at}) =>
      problem(at, `There is another ${kind} called \`${id}\`.`, 'Give one of them another id.'),
    ),
  );
}

/** An id that is only a number in disguise would change its meaning when items are moved. */
export function checkIdsWithoutOrder(course: Course): readonly Problem[] {
  return Object.entries(namedThings(course)).flatMap(([kind, things]) =>
    things
      .filter(({id}) => /^(?:[a-z]|question|card|task|objective|lesson|part|term)-?\d+$/u.test(id))
      .map(({id, at}) =>
        problem(at, `The id \`${id}\` counts instead of naming.`, `Name what the ${kind} is about: \`why-scale\`.`),
      ),
  );
}

/** Within a question no two options, and within a prediction no two answers, share an id. */
export function checkOptionIds(course: Course): readonly Problem[] {
  const questions = course.lessons.flatMap(lesson => lesson.quiz.pool);
  const inQuestions = questions.flatMap(question =>
    repeated([...writtenOptions(question), ...writtenItems(question)], option => option.id).map(option =>
      problem(question.at, `Two options of \`${question.id}\` are called \`${option.id}\`.`, 'Give each its own `id`.'),
    ),
  );
  const tasks = course.lessons.flatMap(lesson => lesson.lab?.tasks ?? []);
  const inTasks = tasks.flatMap(task =>
    repeated(task.predict.options, option => option.id).map(option =>
      problem(option.at, `Two predictions of \`${task.id}\` are called \`${option.id}\`.`, 'Give each its own `id`.'),
    ),
  );
  return [...inQuestions, ...inTasks];
}

/** No two terms share a name, or a bold word would lead to either. */
export function checkTermNames(course: Course): readonly Problem[] {
  const names = course.glossary.flatMap(term => namesOf(term).map(name => ({name, term})));
  return repeated(names, item => item.name).map(({name, term}) =>
    problem(term.at, `Another term is also called “${name}”.`, 'Keep the name for one of them.'),
  );
}
