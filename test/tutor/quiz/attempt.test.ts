import {expect, test} from 'vitest';
import {addAnswer, attemptResult, calibrate, questionsLeft, startAttempt} from '../../../src/tutor/quiz/attempt.ts';

const at = '2026-01-01T10:00:00.000Z';
const start = startAttempt(
  {id: 'x', kind: 'lesson', lesson: 'scaling', started: at},
  ['a', 'b', 'c', 'd', 'e'].map(id => ({id})),
);
const answer = (question: string, correct: boolean, sure: boolean | null = null) => ({
  question,
  correct,
  share: correct ? 1 : 0,
  sure,
  at,
});

test('an attempt passes at four of five, and not before all are answered', () => {
  const three = ['a', 'b', 'c', 'd'].reduce((attempt, id) => addAnswer(attempt, answer(id, true)), start);
  expect(attemptResult(three)).toMatchObject({answered: 4, share: 0.8, finished: false, passed: false});
  expect(questionsLeft(three)).toEqual(['e']);
  expect(attemptResult(addAnswer(three, answer('e', false)))).toMatchObject({right: 4, finished: true, passed: true});
  const two = addAnswer(addAnswer(three, answer('e', false)), answer('d', false));
  expect(attemptResult(two)).toMatchObject({share: 0.6, passed: false});
});

test('the wrong ones can be tried again, confident errors first, and the first share is kept', () => {
  const answers = [
    answer('a', true),
    answer('b', false, false),
    answer('c', false, true),
    answer('d', true),
    answer('e', false),
  ];
  const done = answers.reduce(addAnswer, start);
  expect(attemptResult(done)).toMatchObject({missed: ['c', 'e', 'b'], passed: false, firstShare: 0.4});
  const retried = [answer('c', true), answer('e', true)].reduce(addAnswer, done);
  expect(attemptResult(retried)).toMatchObject({missed: ['b'], passed: true, share: 0.8, firstShare: 0.4});
  expect(retried.answers).toHaveLength(7);
});

test('an attempt without questions passes nothing', () => {
  expect(attemptResult({...start, questions: []})).toMatchObject({share: 0, passed: false, finished: false});
});

test('calibration counts what was right when sure and when not', () => {
  const answers = [
    ...Array(4).fill(answer('a', true, true)),
    ...Array(4).fill(answer('b', false, true)),
    answer('c', true, false),
    answer('d', true),
  ];
  expect(calibrate(answers)).toEqual({
    sure: {answers: 8, right: 4},
    unsure: {answers: 1, right: 1},
    words: 'Sure: 4 of 8 right. Not sure: 1 of 1 right. You are surer than your answers bear out.',
  });
  expect(calibrate([]).words).toBe('Sure: no answers. Not sure: no answers.');
});
