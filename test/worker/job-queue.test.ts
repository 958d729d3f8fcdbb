import {expect, test} from 'vitest';
import type {Urgency} from '../../src/app/actions.ts';
import {jobQueue} from '../../src/worker/job-queue.ts';

type Job = {readonly name: string; readonly urgency: Urgency};
const now = (name: string): Job => ({name, urgency: 'now'});
const ahead = (name: string): Job => ({name, urgency: 'ahead'});

function workshop(collect?: () => readonly Job[]) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const add = jobQueue<Job>(({name}) => {
    begun.push(name);
    return new Promise(resolve => ends.push(resolve));
  }, collect);
  const finish = async () => {
    ends.shift()?.();
    for (let turn = 0; turn < 4; turn++) await Promise.resolve();
  };
  return {begun, add, finish};
}

test('one job is worked on at a time, in order of arrival', async () => {
  const {begun, add, finish} = workshop();
  for (const job of [now('a'), now('b'), now('c')]) add(job);
  expect(begun).toEqual(['a']);
  await finish();
  expect(begun).toEqual(['a', 'b']);
  await finish();
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('what somebody waits for goes before everything that is done ahead of need', async () => {
  const {begun, add, finish} = workshop();
  for (const job of [ahead('named 1'), ahead('named 2'), now('prepare'), ahead('picture'), now('run')]) add(job);
  for (let jobs = 0; jobs < 5; jobs++) await finish();
  expect(begun).toEqual(['named 1', 'prepare', 'run', 'named 2', 'picture']);
});

test('a job that arrived while the thread was busy is seen before the next is chosen', async () => {
  const arrived: Job[] = [];
  const {begun, add, finish} = workshop(() => arrived.splice(0));
  add(ahead('a'));
  add(ahead('b'));
  arrived.push(now('run'));
  await finish();
  expect(begun).toEqual(['a', 'run']);
});

test('after a pause work goes on', async () => {
  const {begun, add, finish} = workshop();
  add(now('a'));
  await finish();
  add(ahead('b'));
  expect(begun).toEqual(['a', 'b']);
});
