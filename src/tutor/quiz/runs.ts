import {runsOf} from '../figures/expression.ts';
import type {Question} from '../schema/quiz.ts';

/** The names of the runs whose results decide a question. */
export function runsThatDecide(question: Question): readonly string[] {
  if (question.type === 'predict_run') {
    const compared = question.before === undefined ? [] : [question.before];
    return [question.run, ...compared, ...(question.figure === undefined ? [] : runsOf(question.figure))];
  }
  if (question.type !== 'numeric') return [];
  const amounts = [question.value, ...question.mistakes.map(mistake => mistake.value)];
  return amounts.flatMap(amount => (typeof amount === 'number' ? [] : runsOf(amount)));
}
