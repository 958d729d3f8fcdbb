import {expect, test} from 'vitest';
import type {ServedModel} from '../../../src/app/serve/live-model.ts';
import {type KnownAnswer, knownAnswers} from '../../../src/server/prediction-service/known-answers.ts';

const [one, two] = [{title: 'churn@1'}, {title: 'churn@2'}] as unknown as readonly [ServedModel, ServedModel];
const answer = (json: string): KnownAnswer => ({rows: [], predictions: [], json});

test('an answer is known to its version and its body alone', () => {
  const known = knownAnswers();
  known.keep(one, '{"age": 41}', answer('a'));
  expect(known.find(one, '{"age": 41}')?.json).toBe('a');
  expect(known.find(one, '{"age": 42}')).toBeUndefined();
  expect(known.find(two, '{"age": 41}')).toBeUndefined();
});

test('another version makes all answers forgotten', () => {
  const known = knownAnswers();
  known.keep(one, 'x', answer('a'));
  known.keep(two, 'y', answer('b'));
  known.keep(one, 'z', answer('c'));
  expect(known.find(one, 'x')).toBeUndefined();
  expect(known.find(one, 'z')?.json).toBe('c');
});

test('only the latest 256 short bodies are kept, so that memory stays flat', () => {
  const known = knownAnswers();
  for (let index = 0; index < 300; index++) known.keep(one, `body ${index}`, answer(String(index)));
  expect(known.find(one, 'body 43')).toBeUndefined();
  expect(known.find(one, 'body 44')?.json).toBe('44');
  known.keep(one, 'x'.repeat(5000), answer('long'));
  expect(known.find(one, 'x'.repeat(5000))).toBeUndefined();
});
