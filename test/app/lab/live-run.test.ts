import {expect, test} from 'vitest';
import {followRun, type LiveRun, quietRun, secondsLeft, shareDone, workBesides} from '../../../src/app/lab/live-run.ts';
import type {RunEvent} from '../../../src/engine/run.ts';
import {stepRecord} from '../../helpers/records.ts';

const started = (step: string, index: number): RunEvent => ({type: 'started', step, index, of: 2, reason: 'new'});
const progress = (step: string, done: number, total: number, unit?: string): RunEvent => ({
  type: 'progress',
  step,
  done,
  total,
  ...(unit !== undefined && {unit}),
});
const after = (...events: readonly RunEvent[]): LiveRun =>
  events.reduce((live, event, index) => followRun(live, event, 1000 * index), quietRun);

test('a step counts by its own progress', () => {
  const live = after(started('load', 0), progress('load', 1, 2));
  expect(shareDone(live)).toBe(0.25);
  expect(workBesides(live)).toBeNull();
});

test('days that go by after the run are counted alone, and not as a part of its last step', () => {
  const live = after(started('load', 0), progress('schedule.month', 6, 30, 'day'));
  expect(shareDone(live)).toBe(0.2);
  expect(workBesides(live)).toMatchObject({done: 6, total: 30, unit: 'day'});
});

test('the time left is judged by the present piece of work alone', () => {
  const live = after(progress('tune', 1, 2), progress('schedule.month', 0, 30), progress('schedule.month', 10, 30));
  expect(secondsLeft(live, 3000)).toBe(4);
});

test('a step that failed says why it failed, not why it ran', () => {
  const record = stepRecord('load', {status: 'failed', output: null, error: 'No column `y`. There are 3 columns.'});
  const live = followRun(quietRun, {type: 'finished', index: 0, of: 1, record}, 0);
  expect(live.steps).toMatchObject([{status: 'failed', reason: 'No column `y`'}]);
});
