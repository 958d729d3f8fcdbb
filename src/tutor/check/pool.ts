import type {Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';
import type {Question} from '../schema/quiz.ts';
import {questionsOf} from './options.ts';
import {problem} from './rule.ts';

/** Each lesson has at least eight questions, and at least as many as a quiz draws. */
export function checkPoolSize(course: Course): readonly Problem[] {
  return course.lessons.flatMap(({quiz}) => {
    const least = Math.max(8, quiz.draw);
    const count = quiz.pool.length;
    return count >= least ? [] : [problem(quiz.at, `The pool has ${count} questions.`, `Write at least ${least}.`)];
  });
}

/** At least six in ten questions of a lesson ask for a decision or a reason. */
export function checkLevels(course: Course): readonly Problem[] {
  return course.lessons.flatMap(({quiz}) => {
    const telling = quiz.pool.filter(question => question.level !== 'recall').length;
    if (telling >= 0.6 * quiz.pool.length) return [];
    const message = `Only ${telling} of ${quiz.pool.length} questions ask for more than recall.`;
    return [problem(quiz.at, message, 'Give six in ten a case to decide (`apply`) or a reason to find (`why`).')];
  });
}

/** Each lesson's pool mixes at least four types of question. */
export function checkTypes(course: Course): readonly Problem[] {
  return course.lessons.flatMap(({quiz}) => {
    const types = new Set(quiz.pool.map(question => question.type));
    const message = `The pool has ${types.size} types of question.`;
    return types.size >= 4
      ? []
      : [problem(quiz.at, message, 'Use at least four, such as order, numeric or predict_run.')];
  });
}

const typedOrOrdered: readonly Question['type'][] = ['blank', 'numeric', 'order'];

/** Each lesson's pool has a question whose answer is typed or put in order. */
export function checkTypedQuestion(course: Course): readonly Problem[] {
  return course.lessons.flatMap(({quiz}) => {
    if (quiz.pool.some(question => typedOrOrdered.includes(question.type))) return [];
    const message = 'No question of the pool is typed or put in order.';
    return [problem(quiz.at, message, 'Add a question of type blank, numeric or order.')];
  });
}

/** Two or three questions are asked before each lesson. */
export function checkPrequestions(course: Course): readonly Problem[] {
  return course.lessons
    .filter(({prequestions}) => prequestions.length < 2 || prequestions.length > 3)
    .map(({prequestions, at}) =>
      problem(at, `The lesson has ${prequestions.length} pre-questions.`, 'Name two or three questions of its pool.'),
    );
}

/** Each question holds together: what its type needs is there and agrees. */
export function checkQuestionShape(course: Course): readonly Problem[] {
  return questionsOf(course).flatMap(question =>
    shapeFaults(question).map(([message, hint]) => problem(question.at, message, hint)),
  );
}

type ShapeFault = readonly [message: string, hint: string];

function shapeFaults(question: Question): readonly ShapeFault[] {
  switch (question.type) {
    case 'blank':
      return [
        ...when(!question.stem.includes('____'), 'The stem has no gap.', 'Write `____` where the answer goes.'),
        ...when(question.accept.length < 2, 'Only one spelling is accepted.', 'Accept at least two.'),
      ];
    case 'numeric':
      return when(
        typeof question.value !== 'number' && question.tolerance === 0,
        'A computed number must be met exactly.',
        'Give it a `tolerance`.',
      );
    case 'faulty_line': {
      const count = question.pipeline.trimEnd().split('\n').length;
      const beyond = question.lines.find(({line}) => line > count);
      return when(beyond !== undefined, `The pipeline has no line ${beyond?.line}.`, `Name lines from 1 to ${count}.`);
    }
    case 'true_false': {
      const verdicts = new Set(question.options.map(option => option.verdict));
      return when(verdicts.size < 2, 'All options give the same verdict.', 'Offer reasons for true and for false.');
    }
    case 'predict_run':
      return when(
        (question.options === undefined) === (question.figure === undefined) ||
          (question.figure !== undefined && (question.tolerance === undefined || question.working === undefined)),
        'A prediction takes either options or a number.',
        'Write `options`, or `figure` with `tolerance` and `working`.',
      );
    default:
      return [];
  }
}

function when(isFault: boolean, message: string, hint: string): readonly ShapeFault[] {
  return isFault ? [[message, hint]] : [];
}
