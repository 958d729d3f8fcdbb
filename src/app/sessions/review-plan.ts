import type {Card} from '../../tutor/cards/deck.ts';
import {cramDeck, reviewSession} from '../../tutor/cards/session.ts';
import type {Course} from '../../tutor/parse/course.ts';
import {unlockedCards} from '../../tutor/progress/unlocked.ts';
import type {Progress} from '../../tutor/schema/progress.ts';

/** What there is to review today, and what waits. */
export type ReviewPlan = {
  /** The cards of today that are still to be seen, in order. */
  readonly cards: readonly Card[];
  readonly minutes: number;
  /** How many of them were never seen. */
  readonly fresh: number;
  /** The learner comes back after a break: a short round, without new cards. */
  readonly gentle: boolean;
  /** Days since the last review before today. */
  readonly daysAway: number;
  /** Cards that are due but not for today, and the days over which they are spread. */
  readonly backlog: number;
  readonly backlogDays: number;
  /** Cards never seen that wait for another day. */
  readonly waiting: number;
  /** Cards seen today. */
  readonly seenToday: number;
  /** All cards that the learner may meet so far. */
  readonly known: number;
  /** When the next card comes back; null where none is scheduled. */
  readonly nextDue: Date | null;
};

const cardsPerMinute = 4;
const dayMs = 86_400_000;

/** Work out today's review: as many cards as a day may hold, and what becomes of the rest. */
export function planReview(course: Course, progress: Progress, now: Date): ReviewPlan {
  const cap = progress.settings.cards_a_day;
  const cards = unlockedCards(course, progress);
  const dayStart = startOfDay(now);
  const {reviews, cards: states} = progress;
  const session = reviewSession({cards, states, reviews, now, dayStart, cap});
  const fresh = session.cards.filter(card => states[card.key] === undefined).length;
  const backlog = session.due - (session.cards.length - fresh);
  const unseen = cards.filter(card => states[card.key] === undefined).length;
  const last = reviews.findLast(review => new Date(review.at) < dayStart)?.at;
  return {
    cards: session.cards,
    minutes: Math.max(1, Math.round(session.cards.length / cardsPerMinute)),
    fresh,
    gentle: session.gentle,
    daysAway: last === undefined ? 0 : Math.floor((now.getTime() - new Date(last).getTime()) / dayMs),
    backlog,
    backlogDays: Math.ceil(backlog / Math.max(1, cap)),
    waiting: unseen - fresh,
    seenToday: new Set(reviews.filter(review => new Date(review.at) >= dayStart).map(review => review.card)).size,
    known: cards.length,
    nextDue: nextDueOf(cards, states),
  };
}

/** The beginning of a day where the learner is. */
export function startOfDay(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate());
}

function nextDueOf(cards: readonly Card[], states: Progress['cards']): Date | null {
  const times = cards.flatMap(card => states[card.key]?.due ?? []).map(due => new Date(due).getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** Cards that can be gone through at will: all of them, or those of one lesson. */
export type CramScope = {readonly lesson: string | null; readonly title: string; readonly count: number};

/** What can be crammed: everything met so far, then lesson by lesson. */
export function cramScopes(course: Course, progress: Progress): readonly CramScope[] {
  const cards = unlockedCards(course, progress);
  const lessons = course.lessons.map(({id, title}) => ({
    lesson: id,
    title,
    count: cards.filter(card => card.lesson === id).length,
  }));
  const all = {lesson: null, title: 'All of them', count: cards.length};
  return [all, ...lessons].filter(({count}) => count > 0);
}

/** The cards of a scope in a mixed order. */
export function cramCards(course: Course, progress: Progress, lesson: string | null, seed: string): readonly Card[] {
  return cramDeck(
    unlockedCards(course, progress).filter(card => lesson === null || card.lesson === lesson),
    seed,
  );
}
