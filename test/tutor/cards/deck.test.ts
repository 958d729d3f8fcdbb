import {expect, test} from 'vitest';
import {formatAnki} from '../../../src/tutor/cards/anki.ts';
import {allCards} from '../../../src/tutor/cards/deck.ts';
import {miniCourse} from '../mini-course.ts';

const cards = allCards(miniCourse());
const byKey = (key: string) => cards.find(card => card.key === key)!;

test('cards come from card files, the glossary and the questions, each with its stage', () => {
  const counts = ['card', 'term', 'question'].map(kind => cards.filter(card => card.kind === kind).length);
  expect(counts).toEqual([12, 5, 19]);
  expect(new Set(cards.map(card => card.key)).size).toBe(cards.length);
  expect(byKey('term/neighbour')).toMatchObject({
    stage: 'training',
    lesson: 'neighbours',
    front: 'What does “neighbour” mean?',
  });
});

test('a question becomes a card with its options in front and the reason behind', () => {
  expect(byKey('question/why-scale').front).toContain('\n- proline has the largest numbers');
  expect(byKey('question/why-scale').back).toMatch(/^proline has .*: Its differences/u);
  expect(byKey('question/steps-in-order').back).toMatch(/^1\. split the table\n2\. fit/u);
  expect(byKey('question/find-the-leak').front).toContain('\n5  traps: [fit_before_split]');
  for (const card of cards) expect(card.back.trim()).not.toBe('');
});

test('cards are written as a text file for Anki, with stable ids, tags and escaped fields', () => {
  const text = formatAnki([{...byKey('card/card-rows'), front: 'a < b\t"x"\nsecond'}]);
  const lines = text.split('\n');
  expect(lines.slice(0, 3)).toEqual(['#separator:tab', '#html:true', '#guid column:1']);
  expect(lines.at(-2)!.split('\t')).toEqual([
    'mlpt/card/card-rows',
    'a &lt; b &quot;x&quot;<br>second',
    'The training rows alone.',
    'preprocessing card',
  ]);
  expect(text.endsWith('\n')).toBe(true);
});
