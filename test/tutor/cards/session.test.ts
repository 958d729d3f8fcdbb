import {expect, test} from 'vitest';
import type {Card} from '../../../src/tutor/cards/deck.ts';
import {rateCard} from '../../../src/tutor/cards/schedule.ts';
import {cramDeck, reviewSession} from '../../../src/tutor/cards/session.ts';
import type {CardState, Review} from '../../../src/tutor/schema/progress.ts';

const day = 86_400_000;
const now = new Date('2026-03-20T09:00:00.000Z');
const dayStart = new Date('2026-03-20T00:00:00.000Z');
const makeCards = (count: number): readonly Card[] =>
  Array.from({length: count}, (_, i) => ({
    key: `card/${i}`,
    kind: 'card',
    lesson: 'x',
    stage: i % 2 ? 'training' : 'tuning',
    front: 'f',
    back: 'b',
  }));
const reviewed = (cards: readonly Card[], daysAgo: number): {[key: string]: CardState} =>
  Object.fromEntries(cards.map(card => [card.key, rateCard(null, 'easy', new Date(now.getTime() - daysAgo * day))]));
const review = (card: string, at: Date, before: CardState | null = null): Review => ({
  card,
  rating: 'good',
  at: at.toISOString(),
  before,
});
const base = {states: {}, reviews: [], now, dayStart};

test('new cards come a few a day', () => {
  const session = reviewSession({...base, cards: makeCards(30)});
  expect(session.cards).toHaveLength(8);
  expect(session).toMatchObject({due: 0, later: 22, gentle: false, words: '8 cards, about 2 minutes.'});
});

test('due cards come before new ones and never more than the cap', () => {
  const cards = makeCards(60);
  const states = reviewed(cards.slice(0, 40), 30);
  const session = reviewSession({
    ...base,
    cards,
    states,
    reviews: [review('card/1', new Date(now.getTime() - 2 * day))],
  });
  expect(session.cards).toHaveLength(20);
  expect(session.cards.every(card => states[card.key])).toBe(true);
  expect(session).toMatchObject({due: 40, later: 40});
});

test('what was reviewed today counts against the cap, and a card in its short steps comes back all the same', () => {
  const cards = makeCards(40);
  const states = {...reviewed(cards, 30), 'card/0': rateCard(null, 'again', new Date(now.getTime() - day / 24))};
  const reviews = cards.slice(0, 19).map(card => review(card.key, new Date(now.getTime() - 3600_000)));
  const keys = reviewSession({...base, cards, states, reviews}).cards.map(card => card.key);
  expect(keys).toContain('card/0');
  expect(keys.filter(key => Number(key.slice(5)) >= 19)).toHaveLength(1);
});

test('after a week away the session is half as long, without new cards, and begins with what is remembered best', () => {
  const cards = makeCards(60);
  const states = {...reviewed(cards.slice(0, 25), 60), ...reviewed(cards.slice(25, 50), 12)};
  const session = reviewSession({
    ...base,
    cards,
    states,
    reviews: [review('card/1', new Date(now.getTime() - 9 * day))],
  });
  expect(session.gentle).toBe(true);
  expect(session.cards).toHaveLength(10);
  expect(session.cards.every(card => Number(card.key.slice(5)) >= 25 && states[card.key])).toBe(true);
  expect(session.words).toBe('Welcome back. 10 cards, about 3 minutes. The rest can wait.');
});

test('nothing due is said in words', () => {
  expect(reviewSession({...base, cards: []}).words).toBe('No cards are due.');
  expect(reviewSession({...base, cards: makeCards(3), newCap: 0}).words).toBe(
    'Enough for today; 3 wait for another day.',
  );
});

test('cramming goes through all cards, mixed by stage', () => {
  const deck = cramDeck(makeCards(10), 'seed');
  expect(deck).toHaveLength(10);
  expect(deck.some((card, i) => i > 1 && deck[i - 1]!.stage === card.stage && deck[i - 2]!.stage === card.stage)).toBe(
    false,
  );
});
