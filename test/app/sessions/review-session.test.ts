import {describe, expect, test} from 'vitest';
import {openLearner} from '../../../src/app/learner.ts';
import {cramCards, cramScopes, planReview} from '../../../src/app/sessions/review-plan.ts';
import {openReview, type ReviewSession, ratingChoices, sumUpReview} from '../../../src/app/sessions/review-session.ts';
import {intervalWords, planWords} from '../../../src/app/sessions/review-words.ts';
import {applyEvent} from '../../../src/tutor/progress/apply.ts';
import type {Progress, Rating} from '../../../src/tutor/schema/progress.ts';
import {progressAfter} from '../../helpers/tutor.ts';
import {miniCourse} from '../../tutor/mini-course.ts';

const course = miniCourse();
const hour = 3_600_000;
const day = 24 * hour;
const morning = new Date(2026, 2, 2, 9);

/** Everything read and one question missed, so that there are cards of each kind. */
const met = progressAfter(
  {type: 'lesson_skipped', lesson: 'scaling', skipped: true},
  {type: 'lesson_skipped', lesson: 'neighbours', skipped: true},
  {
    type: 'question_answered',
    attempt: 'a',
    answer: {question: 'why-scale', correct: false, share: 0, sure: true, at: ''},
  },
);

/** A learner whose clock is moved by the test. */
function learnerAt(start: Date, progress: Progress = met) {
  let time = start;
  const now = () => time;
  const learner = openLearner({load: () => ({progress, notices: []}), save: () => {}}, now);
  return {
    learner,
    now,
    wait: (ms: number) => {
      time = new Date(time.getTime() + ms);
    },
    plan: () => planReview(course, learner.progress(), time),
  };
}

function answer(session: ReviewSession, rating: Rating): void {
  session.send({type: 'reveal'});
  session.rate(rating);
}

describe('a review', () => {
  test('shows the front, then the back, and records a rating only then', () => {
    const {learner, now, plan} = learnerAt(morning);
    const session = openReview('review', plan().cards, learner, now);
    const [first] = session.state().queue;
    session.rate('good');
    expect(learner.progress().reviews).toEqual([]);
    answer(session, 'easy');
    expect(learner.progress().reviews.map(({card, rating}) => [card, rating])).toEqual([[first!.key, 'easy']]);
    expect(session.state().queue[0]!.key).not.toBe(first!.key);
    expect(session.state().isRevealed).toBe(false);
  });

  test('brings a forgotten card back before the round ends, and is done when every card has stuck', () => {
    const {learner, now, plan} = learnerAt(morning);
    const {cards} = plan();
    const session = openReview('review', cards, learner, now);
    answer(session, 'again');
    expect(session.state().queue.at(-1)!.key).toBe(cards[0]!.key);
    while (session.state().queue.length > 0) answer(session, 'easy');
    expect(sumUpReview(session.state())).toEqual({cards: cards.length, forgotten: 1});
  });

  test('takes back the last rating, with the schedule as it was before', () => {
    const {learner, now, plan} = learnerAt(morning);
    const before = learner.progress();
    const session = openReview('review', plan().cards, learner, now);
    const queue = session.state().queue;
    answer(session, 'again');
    answer(session, 'easy');
    session.send({type: 'undo'});
    session.send({type: 'undo'});
    expect(session.state()).toMatchObject({queue, isRevealed: true, turns: []});
    expect(learner.progress().cards).toEqual(before.cards);
    expect(learner.progress().reviews).toEqual([]);
    session.send({type: 'undo'});
    expect(learner.progress().reviews).toEqual([]);
  });

  test('says before each rating when the card would come back', () => {
    const {learner, now, plan} = learnerAt(morning);
    const choices = ratingChoices('review', plan().cards[0]!, learner, now());
    expect(choices.map(({word, when}) => `${word} ${when}`)).toEqual([
      'Again 1 minute',
      'Hard 6 minutes',
      'Good 10 minutes',
      'Easy 8 days',
    ]);
  });
});

test('cramming brings forgotten cards back and leaves the schedule alone', () => {
  const {learner, now} = learnerAt(morning);
  const before = learner.progress();
  const [all, ...byLesson] = cramScopes(course, before);
  expect(all!.count).toBe(byLesson.reduce((sum, {count}) => sum + count, 0));
  const session = openReview('cram', cramCards(course, before, 'neighbours', 'seed'), learner, now);
  const {length} = session.state().queue;
  expect(session.state().queue.every(card => card.lesson === 'neighbours')).toBe(true);
  answer(session, 'again');
  expect(session.state().queue).toHaveLength(length);
  while (session.state().queue.length > 0) answer(session, 'good');
  session.send({type: 'undo'});
  expect(learner.progress()).toBe(before);
});

test('over five days each card returns when its rating said, never more than the cap, and a skipped day is no wall', () => {
  const settings = applyEvent(met, {type: 'settings_changed', settings: {cards_a_day: 10}, at: ''});
  const {learner, now, wait, plan} = learnerAt(morning, settings);
  const log: {readonly seen: number; readonly fresh: number; readonly gentle: boolean}[] = [];
  for (let today = 1; today <= 5; today++) {
    const {cards, fresh, gentle} = plan();
    log.push({seen: cards.length, fresh, gentle});
    const session = openReview('review', cards, learner, now);
    // The third day is left out.
    while (today !== 3 && session.state().queue.length > 0) {
      answer(session, session.state().turns.length === 0 ? 'again' : 'good');
      wait(30_000);
    }
    if (today !== 3) expect(plan().cards, `day ${today} is done`).toEqual([]);
    wait(day);
  }
  expect(log.every(({seen}) => seen <= 10)).toBe(true);
  expect(log[0]).toEqual({seen: 8, fresh: 8, gentle: false});
  expect(log.every(({gentle}) => !gentle)).toBe(true);
  for (const review of learner.progress().reviews) {
    if (review.before !== null && review.before.phase === 'review') {
      expect(new Date(review.at) >= new Date(review.before.due)).toBe(true);
    }
  }
});

test('after a break the whole day is a short round, and the backlog is spread over days in words', () => {
  const base = applyEvent(met, {type: 'settings_changed', settings: {cards_a_day: 4}, at: ''});
  const {learner, now, wait, plan} = learnerAt(morning, base);
  for (let today = 0; today < 4; today++) {
    const session = openReview('review', plan().cards, learner, now);
    while (session.state().queue.length > 0) answer(session, 'easy');
    wait(day);
  }
  wait(40 * day);
  const back = plan();
  expect(back).toMatchObject({gentle: true, daysAway: 41, fresh: 0});
  expect(back.cards).toHaveLength(2);
  expect(back.backlogDays).toBe(Math.ceil(back.backlog / 4));
  expect(planWords(back, now()).join(' ')).toContain('Welcome back after 41 days.');
  expect(planWords(back, now()).join(' ')).toContain(`${back.backlog} more that are due are spread over`);
  const session = openReview('review', back.cards, learner, now);
  while (session.state().queue.length > 0) answer(session, 'good');
  expect(plan()).toMatchObject({gentle: true, cards: []});
  wait(day);
  expect(plan().gentle).toBe(false);
  expect(plan().cards.length).toBe(4);
});

test('nothing to review is said with the reason', () => {
  const {plan, now} = learnerAt(morning, progressAfter());
  expect(planWords(plan(), now())[0]).toBe('There are no cards yet.');
  const {learner, now: clock, plan: later} = learnerAt(morning);
  while (later().cards.length > 0) {
    const session = openReview('review', later().cards, learner, clock);
    while (session.state().queue.length > 0) answer(session, 'easy');
  }
  expect(planWords(later(), clock())[0]).toBe(
    '8 cards reviewed today, and no more to do. The next one comes back in 8 days.',
  );
});

test('a stretch of time is told in its one largest unit', () => {
  const words = [60_000, 600_000, 2 * hour, day, 8 * day, 90 * day].map(intervalWords);
  expect(words).toEqual(['1 minute', '10 minutes', '2 hours', '1 day', '8 days', '3 months']);
});
