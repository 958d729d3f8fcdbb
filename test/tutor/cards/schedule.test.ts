import {expect, test} from 'vitest';
import {previewRatings, rateCard, recallChance} from '../../../src/tutor/cards/schedule.ts';

const day = 86_400_000;
const now = new Date('2026-03-01T09:00:00.000Z');
const later = (days: number) => new Date(now.getTime() + days * day);

test('a card that is known goes through short steps into growing intervals', () => {
  const first = rateCard(null, 'good', now);
  expect(first).toMatchObject({
    phase: 'learning',
    due: '2026-03-01T09:10:00.000Z',
    reps: 1,
    reviewed: now.toISOString(),
  });
  const second = rateCard(first, 'good', new Date(first.due));
  expect(second.phase).toBe('review');
  const third = rateCard(second, 'good', new Date(second.due));
  expect(third.interval).toBeGreaterThan(second.interval);
});

test('a forgotten card comes back soon and is counted', () => {
  const known = rateCard(null, 'easy', now);
  const lost = rateCard(known, 'again', new Date(known.due));
  expect(lost).toMatchObject({phase: 'relearning', lapses: 1});
  expect(new Date(lost.due).getTime() - new Date(known.due).getTime()).toBeLessThan(day);
});

test('the better the rating the later the card comes back', () => {
  const preview = previewRatings(rateCard(null, 'easy', now), later(8));
  const times = [preview.again, preview.hard, preview.good, preview.easy].map(date => date.getTime());
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  expect(new Set(times).size).toBe(4);
});

test('the chance to remember falls with time and is near 0.9 when a card is due', () => {
  const state = rateCard(null, 'easy', now);
  expect(recallChance(state, now)).toBeCloseTo(1, 5);
  expect(recallChance(state, new Date(state.due))).toBeGreaterThan(0.88);
  expect(recallChance(state, new Date(state.due))).toBeLessThan(0.92);
  expect(recallChance(state, later(100))).toBeLessThan(0.8);
});

test('a state survives JSON and gives the same schedule afterwards', () => {
  const state = rateCard(null, 'hard', now);
  const stored = JSON.parse(JSON.stringify(state));
  expect(rateCard(stored, 'good', later(1))).toEqual(rateCard(state, 'good', later(1)));
});
