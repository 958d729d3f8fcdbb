import {shuffle} from '../random.ts';
import type {CardState, Review} from '../schema/progress.ts';
import type {Card} from './deck.ts';
import {interleave} from './interleave.ts';
import {recallChance} from './schedule.ts';

/** What a review session is made from; times come from the caller. */
export type SessionInput = {
  readonly cards: readonly Card[];
  readonly states: {readonly [key: string]: CardState};
  readonly reviews: readonly Review[];
  readonly now: Date;
  /** The beginning of the learner's day, in their own time zone. */
  readonly dayStart: Date;
  /** Most cards a day; 20 unless told. */
  readonly cap?: number;
  /** Most cards a day that were never seen; 8 unless told. */
  readonly newCap?: number;
};

/** The cards to review now and how many wait for another day. */
export type Session = {
  readonly cards: readonly Card[];
  /** Cards that are due, in this session or later. */
  readonly due: number;
  /** Due or new cards left for another day. */
  readonly later: number;
  /** The learner comes back after a break: fewer cards, nothing new. */
  readonly gentle: boolean;
  readonly words: string;
};

const dayMs = 86_400_000;
const breakDays = 7;

/**
 * Choose today's cards: due ones first, then new ones, never more than the daily cap, mixed by stage.
 *
 * After a week without a review the session is half as long and begins with the cards still remembered best,
 * so that coming back is never a wall of overdue cards.
 */
export function reviewSession({cards, states, reviews, now, dayStart, cap = 20, newCap = 8}: SessionInput): Session {
  // Today's own reviews do not end a break: the whole day stays gentle.
  const last = reviews.findLast(review => new Date(review.at) < dayStart)?.at;
  const gentle = last !== undefined && now.getTime() - new Date(last).getTime() >= breakDays * dayMs;
  const today = reviews.filter(review => new Date(review.at) >= dayStart);
  const seenToday = new Set(today.map(review => review.card));
  const newToday = today.filter(review => review.before === null).length;
  const due = sortDue(dueCards(cards, states, now), states, now, gentle);
  const fresh = cards.filter(card => states[card.key] === undefined);
  const room = Math.max(0, Math.ceil(gentle ? cap / 2 : cap) - seenToday.size);
  // A card seen today that is due again, in its first short steps, takes no new place under the cap.
  const again = due.filter(card => seenToday.has(card.key));
  const chosen = due.filter(card => !seenToday.has(card.key)).slice(0, room);
  const added = gentle ? 0 : Math.min(room - chosen.length, Math.max(0, newCap - newToday));
  const session = interleave([...again, ...chosen, ...fresh.slice(0, added)], card => card.stage);
  const later = due.length + fresh.length - session.length;
  return {cards: session, due: due.length, later, gentle, words: sessionWords(session.length, later, gentle)};
}

/** The cards whose time has come. */
export function dueCards(
  cards: readonly Card[],
  states: {readonly [key: string]: CardState},
  now: Date,
): readonly Card[] {
  return cards.filter(card => {
    const state = states[card.key];
    return state !== undefined && new Date(state.due) <= now;
  });
}

function sortDue(
  cards: readonly Card[],
  states: {readonly [key: string]: CardState},
  now: Date,
  bestFirst: boolean,
): readonly Card[] {
  const chance = new Map(cards.map(card => [card.key, recallChance(states[card.key]!, now)]));
  const direction = bestFirst ? -1 : 1;
  return [...cards].sort((a, b) => direction * (chance.get(a.key)! - chance.get(b.key)!));
}

function sessionWords(count: number, later: number, gentle: boolean): string {
  if (count === 0) return later === 0 ? 'No cards are due.' : `Enough for today; ${later} wait for another day.`;
  const minutes = Math.max(1, Math.round(count / 4));
  const many = `${count} ${count === 1 ? 'card' : 'cards'}, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  return gentle ? `Welcome back. ${many} The rest can wait.` : many;
}

/** Cards to go through without touching the schedule, mixed by stage; no rating of it is recorded. */
export function cramDeck(cards: readonly Card[], seed: string): readonly Card[] {
  return interleave(shuffle(cards, seed), card => card.stage);
}
