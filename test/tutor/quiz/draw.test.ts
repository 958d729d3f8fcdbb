import fc from 'fast-check';
import {expect, test} from 'vitest';
import {drawLessonQuiz, drawQuiz} from '../../../src/tutor/quiz/draw.ts';
import {miniLesson} from '../mini-course.ts';

const lesson = miniLesson('scaling');
const objectives = lesson.objectives.map(({id}) => id);
const pool = lesson.quiz.pool;
const ids = (questions: readonly {id: string}[]) => questions.map(({id}) => id);
const answered = (correct: boolean, sure: boolean | null = null) => ({last: {correct, sure}});

test('a draw is balanced by objective, without repeats, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({min: 1, max: 8}), (seed, n) => {
      const drawn = drawQuiz(pool, objectives, n, seed);
      expect(drawn).toHaveLength(n);
      expect(new Set(ids(drawn)).size).toBe(n);
      const counts = objectives.map(objective => drawn.filter(question => question.objective === objective).length);
      expect(Math.abs(counts[0]! - counts[1]!)).toBeLessThanOrEqual(1);
      expect(drawQuiz(pool, objectives, n, seed)).toEqual(drawn);
    }),
  );
});

test('an objective with few questions leaves its turns to the others', () => {
  expect(drawQuiz(pool, objectives, 50, 'x')).toHaveLength(pool.length);
  expect(drawQuiz(pool, objectives, 10, 'x')).toHaveLength(10);
});

test('missed questions come first, confident errors before others, then unseen, then unsure, then known ones', () => {
  const own = pool.filter(question => question.objective === 'fit-on-train');
  const [a, b, c, d] = ids(own) as [string, string, string, string];
  const history = {[a]: answered(true), [b]: answered(true, false), [c]: answered(false), [d]: answered(false, true)};
  const firsts = [1, 2, 3].map(n => new Set(ids(drawQuiz(own, ['fit-on-train'], n, 'seed', history))));
  expect(firsts).toEqual([new Set([d]), new Set([d, c]), new Set([d, c, b])]);
});

test('the pre-questions of a lesson are asked again in its quiz until they are answered right', () => {
  for (let seed = 0; seed < 20; seed++) {
    const drawn = ids(drawLessonQuiz(lesson, `s${seed}`));
    expect(drawn).toHaveLength(5);
    expect(drawn).toEqual(expect.arrayContaining(['why-scale', 'scaler-rows']));
  }
  const known = {'why-scale': answered(true), 'scaler-rows': answered(true)};
  const later = Array.from({length: 20}, (_, seed) => ids(drawLessonQuiz(lesson, `s${seed}`, known))).flat();
  expect(later).not.toContain('why-scale');
});
