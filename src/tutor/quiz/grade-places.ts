import type {QuestionOf} from '../schema/quiz.ts';
import type {Grade, OptionFeedback} from './answer.ts';
import {writtenItems} from './options.ts';

/** Grade an order: an item is right where it stands at its place. */
export function gradeOrder(question: QuestionOf<'order'>, ids: readonly string[]): Grade {
  const items = writtenItems(question);
  const feedback = items.map(({id, text, why}, index) => ({id, text, why, chosen: true, right: ids[index] === id}));
  const expected = items.map((item, index) => `${index + 1}. ${item.text}`).join(' ');
  return byPlace(feedback, expected);
}

/** Grade a match: a pair is right where the term has its own definition. */
export function gradePairs(question: QuestionOf<'match'>, pairs: {readonly [term: string]: string}): Grade {
  const items = writtenItems(question);
  const feedback = items.map(({id, text, target, why}) => ({
    id,
    text: `${text}: ${target}`,
    why,
    chosen: id in pairs,
    right: pairs[id] === id,
  }));
  return byPlace(feedback, items.map(item => `${item.text}: ${item.target}`).join('; '));
}

function byPlace(feedback: readonly OptionFeedback[], expected: string): Grade {
  const right = feedback.filter(item => item.right).length;
  return {correct: right === feedback.length, share: right / feedback.length, feedback, expected, explanation: ''};
}
