import type {Problem} from '../../errors.ts';
import type {Course} from '../parse/course.ts';
import {countWords} from '../text/count.ts';
import {problem} from './rule.ts';

const frontWords = 20;
const backWords = 30;

/** Each lesson has six to twelve cards. */
export function checkCardCount(course: Course): readonly Problem[] {
  return course.lessons
    .filter(({cards}) => cards.length < 6 || cards.length > 12)
    .map(({cards, folder}) =>
      problem({file: `${folder}/cards.yaml`, line: 1}, `The lesson has ${cards.length} cards.`, 'Write six to twelve.'),
    );
}

/** A card asks in at most 20 words and answers in at most 30; a glossary entry is a card too. */
export function checkCardSize(course: Course): readonly Problem[] {
  const cards = course.lessons.flatMap(lesson => lesson.cards);
  const sides = [
    ...cards.map(({at, front}) => ({at, side: 'front of the card', text: front, most: frontWords})),
    ...cards.map(({at, back}) => ({at, side: 'back of the card', text: back, most: backWords})),
    ...course.glossary.map(({at, meaning}) => ({at, side: 'meaning', text: meaning, most: backWords})),
  ];
  return sides.flatMap(({at, side, text, most}) => {
    const count = countWords(text);
    if (count <= most) return [];
    return [problem(at, `The ${side} has ${count} words.`, `Keep it to ${most}; two facts make two cards.`)];
  });
}

/** No card asks for a list of more than three things. */
export function checkCardLists(course: Course): readonly Problem[] {
  return course.lessons
    .flatMap(lesson => lesson.cards)
    .filter(({back}) => back.split('\n').filter(line => /^\s*(?:[-*]|\d+[.)])\s/u.test(line)).length > 3)
    .map(({at}) =>
      problem(at, 'The back of the card is a list of more than three things.', 'Make a card of each thing.'),
    );
}
