import {expect, test} from 'vitest';
import {givenUpMemory, giveUp, isGivenUp} from '../../src/worker/given-up.ts';

test('giving up a job gives up that job and none before or after it', () => {
  const memory = givenUpMemory();
  expect(isGivenUp(memory, 1)).toBe(false);
  giveUp(memory, 2);
  expect([1, 2, 3, 258].map(job => isGivenUp(memory, job))).toEqual([false, true, false, false]);
  giveUp(memory, 1);
  expect([1, 2].map(job => isGivenUp(memory, job))).toEqual([true, true]);
});
