import {expect, test} from 'vitest';
import {drawFinal, drawPlacement, lessonsPlacedOut, poolsOf} from '../../../src/tutor/quiz/exam.ts';
import {miniCourse} from '../mini-course.ts';

const pools = poolsOf(miniCourse().lessons);
const answer = (question: string, correct: boolean, sure: boolean | null = true) => ({
  question,
  correct,
  share: correct ? 1 : 0,
  sure,
  at: '2026-01-01T10:00:00.000Z',
});

test('the placement quiz asks two questions of each lesson in course order, none of mere recall', () => {
  const drawn = drawPlacement(pools, 'seed');
  expect(drawn.map(({lesson}) => lesson)).toEqual(['scaling', 'scaling', 'neighbours', 'neighbours']);
  expect(drawn.every(({question}) => question.level !== 'recall')).toBe(true);
});

test('the final test covers every objective of every lesson', () => {
  const drawn = drawFinal(pools, 'seed');
  expect(drawn.map(({question}) => question.objective).sort()).toEqual(pools.flatMap(pool => pool.objectives).sort());
});

test('a lesson is placed out when its questions were right and not guessed', () => {
  const drawn = drawPlacement(pools, 'seed');
  const [a, b, c, d] = drawn.map(({question}) => question.id) as [string, string, string, string];
  const all = [answer(a, true), answer(b, true, null), answer(c, true), answer(d, true, false)];
  expect(lessonsPlacedOut(drawn, all)).toEqual(['scaling']);
  expect(lessonsPlacedOut(drawn, [])).toEqual([]);
});
