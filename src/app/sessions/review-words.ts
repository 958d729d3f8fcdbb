import type {Card} from '../../tutor/cards/deck.ts';
import {countOf} from '../where-next.ts';
import type {ReviewPlan} from './review-plan.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A stretch of time in its one largest unit, rounded: `10 minutes`, `4 days`, `2 months`. */
export function intervalWords(ms: number): string {
  if (ms < 1.5 * minute) return '1 minute';
  if (ms < hour) return `${Math.round(ms / minute)} minutes`;
  if (ms < 22 * hour) return countOf(Math.round(ms / hour), 'hour');
  const days = Math.max(1, Math.round(ms / day));
  return days < 60 ? countOf(days, 'day') : countOf(Math.round(days / 30.4), 'month');
}

/** What a card is made from, as a learner knows it. */
export const sourceWords: {readonly [kind in Card['kind']]: string} = {
  card: 'lesson card',
  term: 'glossary term',
  question: 'missed question',
};

/** What there is to review today and what waits, in a few short paragraphs. */
export function planWords(plan: ReviewPlan, now: Date): readonly string[] {
  if (plan.known === 0) {
    return [
      'There are no cards yet.',
      'They come by themselves: the cards and words of each lesson once you have read it, and every question that you missed or guessed.',
    ];
  }
  const today = plan.cards.length === 0 ? [doneWords(plan, now)] : [todayWords(plan)];
  return [...today, ...(plan.gentle ? [gentleWords(plan)] : []), ...backlogWords(plan)];
}

function todayWords({cards, minutes, fresh}: ReviewPlan): string {
  const again = cards.length - fresh;
  const parts = [...(again > 0 ? [`${again} to see again`] : []), ...(fresh > 0 ? [`${fresh} new`] : [])];
  return `${countOf(cards.length, 'card')} for today, about ${countOf(minutes, 'minute')}: ${parts.join(', ')}.`;
}

function doneWords({seenToday, nextDue}: ReviewPlan, now: Date): string {
  const head =
    seenToday > 0 ? `${countOf(seenToday, 'card')} reviewed today, and no more to do.` : 'No card for today.';
  return nextDue === null ? head : `${head} ${nextWords(nextDue, now)}`;
}

/** When the next card comes back. */
export function nextWords(nextDue: Date, now: Date): string {
  const ms = nextDue.getTime() - now.getTime();
  return ms <= 0 ? 'The next ones come tomorrow.' : `The next one comes back in ${intervalWords(ms)}.`;
}

function gentleWords({daysAway}: ReviewPlan): string {
  return `Welcome back after ${countOf(daysAway, 'day')}. Today is a short round without new cards, and it begins with what you still know best.`;
}

function backlogWords({backlog, backlogDays, waiting}: ReviewPlan): readonly string[] {
  if (backlog > 0) {
    const through = backlogDays === 1 ? 'come tomorrow' : `are spread over the next ${backlogDays} days`;
    return [`${backlog} more that are due ${through}; none of them is lost, and none piles up today.`];
  }
  return waiting === 0 ? [] : [`${countOf(waiting, 'new card')} wait${waiting === 1 ? 's' : ''} for other days.`];
}
