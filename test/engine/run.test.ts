import {expect, test} from 'vitest';
import {type RunEvent, runPipeline} from '../../src/engine/run.ts';
import {type RunRecord, runFingerprint} from '../../src/engine/run-record.ts';
import type {Pipeline} from '../../src/engine/step.ts';
import {memoryStore, type Store} from '../../src/engine/store.ts';
import {KnownError} from '../../src/errors.ts';
import {diamond, ticking, toyStep} from './toy-pipeline.ts';

async function run(pipeline: Pipeline, store: Store, previous?: RunRecord, fresh = false) {
  const outcome = await runPipeline(pipeline, {store, previous, fresh, now: ticking()});
  const record = {steps: outcome.steps} as RunRecord;
  return {outcome, record, statuses: Object.fromEntries(outcome.steps.map(step => [step.id, step.status]))};
}
const reasonOf = (record: RunRecord, id: string) => record.steps.find(step => step.id === id)?.reason;

test('a first run runs every step and hands outputs on', async () => {
  const {outcome, statuses} = await run(diamond(), memoryStore());
  expect(statuses).toEqual({load: 'ran', left: 'ran', right: 'ran', join: 'ran'});
  expect(outcome.output('join')).toEqual({sum: 112});
});

test('an equal second run runs nothing, says so, and has the same fingerprint', async () => {
  const store = memoryStore();
  const first = await run(diamond(), store);
  const second = await run(diamond(), store, first.record);
  expect(second.statuses).toEqual({load: 'unchanged', left: 'unchanged', right: 'unchanged', join: 'unchanged'});
  expect(reasonOf(second.record, 'join')).toBe('nothing changed since the last run');
  expect(runFingerprint(second.outcome.steps)).toBe(runFingerprint(first.outcome.steps));
  expect(second.outcome.output('join')).toEqual({sum: 112});
});

test('a changed setting runs only what follows it, and each step says why', async () => {
  const store = memoryStore();
  const first = await run(diamond(), store);
  const second = await run(diamond({left: {plus: 11}}), store, first.record);
  expect(second.statuses).toEqual({load: 'unchanged', left: 'ran', right: 'unchanged', join: 'ran'});
  expect(reasonOf(second.record, 'left')).toBe('plus: 10 → 11');
  expect(reasonOf(second.record, 'join')).toBe('`left` has a new output');
});

test('going back to earlier settings restores instead of running', async () => {
  const store = memoryStore();
  const first = await run(diamond(), store);
  const second = await run(diamond({left: {plus: 11}}), store, first.record);
  const third = await run(diamond(), store, second.record);
  expect(third.statuses).toEqual({load: 'unchanged', left: 'restored', right: 'unchanged', join: 'restored'});
  expect(reasonOf(third.record, 'left')).toBe('plus: 11 → 10; an earlier run already made this');
});

test('a step that comes out the same byte for byte stops the wave there', async () => {
  const store = memoryStore();
  const first = await run(diamond(), store);
  const second = await run(diamond({left: {plus: 10, note: 'new'}}), store, first.record);
  expect(second.statuses).toEqual({load: 'unchanged', left: 'ran', right: 'unchanged', join: 'unchanged'});
  expect(reasonOf(second.record, 'left')).toBe('note: none → new; same output as before');
});

test('a failing step stops what depends on it and keeps what does not', async () => {
  const {outcome, statuses, record} = await run(diamond({left: {fail: true}}), memoryStore());
  expect(statuses).toEqual({load: 'ran', left: 'failed', right: 'ran', join: 'skipped'});
  expect(reasonOf(record, 'join')).toBe('it needs `left`, which failed');
  expect(record.steps.find(step => step.id === 'left')?.error).toBe('left fails');
  expect(outcome.failure?.step).toBe('left');
  expect(outcome.output('join')).toBeUndefined();
});

test('after the fault is mended only the failed step and its followers run', async () => {
  const store = memoryStore();
  const broken = await run(diamond({left: {fail: true}}), store);
  const mended = await run(diamond(), store, broken.record);
  expect(mended.statuses).toEqual({load: 'unchanged', left: 'ran', right: 'unchanged', join: 'ran'});
  expect(reasonOf(mended.record, 'left')).toBe('fail: true → none');
  expect(reasonOf(mended.record, 'join')).toBe('it was not reached last time');
});

test('a step behind one that was not reached says so', async () => {
  const pipeline = diamond({load: {fail: true}});
  const {record} = await run(pipeline, memoryStore());
  expect(reasonOf(record, 'left')).toBe('it needs `load`, which failed');
  expect(reasonOf(record, 'join')).toBe('it needs `left`, which was not reached');
});

test('a step that was not reached and whose setting changed since says the setting', async () => {
  const store = memoryStore();
  const broken = await run(diamond({load: {fail: true}}), store);
  const mended = await run(diamond({left: {plus: 11}}), store, broken.record);
  expect(reasonOf(mended.record, 'left')).toBe('plus: 10 → 11');
});

test('a fresh run runs every step, whatever is stored, to the same fingerprint', async () => {
  const store = memoryStore();
  const first = await run(diamond(), store);
  const again = await run(diamond(), store, first.record, true);
  expect(Object.values(again.statuses)).toEqual(['ran', 'ran', 'ran', 'ran']);
  expect(runFingerprint(again.outcome.steps)).toBe(runFingerprint(first.outcome.steps));
});

test('a new seed runs only the steps that draw random numbers', async () => {
  const store = memoryStore();
  const withRandom = (seed: number): Pipeline => {
    const plain = diamond({}, seed);
    return {...plain, steps: plain.steps.map(step => (step.id === 'left' ? {...step, random: true} : step))};
  };
  const first = await run(withRandom(1), store);
  const second = await run(withRandom(2), store, first.record);
  expect(second.statuses).toEqual({load: 'unchanged', left: 'ran', right: 'unchanged', join: 'unchanged'});
  expect(reasonOf(second.record, 'left')).toBe('seed: 1 → 2; same output as before');
});

test('a stored output that went missing is made again', async () => {
  const objects = memoryStore();
  const lost = new Set<string>();
  const store: Store = {
    ...objects,
    hasObject: hash => !lost.has(hash) && objects.hasObject(hash),
    writeObject: (hash, bytes) => {
      lost.delete(hash);
      objects.writeObject(hash, bytes);
    },
  };
  const first = await run(diamond(), store);
  lost.add(first.record.steps[1]!.output!);
  const second = await run(diamond({join: {plus: 5}}), store, first.record);
  expect(second.outcome.output('join')).toEqual({sum: 117});
  expect(second.statuses).toEqual({load: 'unchanged', left: 'ran', right: 'unchanged', join: 'ran'});
  expect(reasonOf(second.record, 'left')).toBe('its stored output is gone; same output as before');
});

test('an output that is lost while the run goes on ends it with what to do', async () => {
  const objects = memoryStore();
  const first = await run(diamond(), objects);
  const lost = first.record.steps[1]!.output!;
  const store: Store = {...objects, readObject: hash => (hash === lost ? undefined : objects.readObject(hash))};
  await expect(run(diamond({join: {plus: 5}}), store, first.record)).rejects.toMatchObject({
    code: 'corrupt_store',
    message: 'The stored output of `left` was damaged or removed during the run.',
  });
});

test('a full disk ends the run instead of failing a step, and what was stored before is kept', async () => {
  const objects = memoryStore();
  let writes = 0;
  const store: Store = {
    ...objects,
    writeObject: (hash, bytes) => {
      writes += 1;
      if (writes === 3) throw new KnownError('cannot_write', 'The disk is full.', {hint: 'Free some space.'});
      objects.writeObject(hash, bytes);
    },
  };
  await expect(run(diamond(), store)).rejects.toMatchObject({code: 'cannot_write'});
  const after = await run(diamond(), objects);
  expect(after.statuses).toEqual({load: 'restored', left: 'restored', right: 'ran', join: 'ran'});
  expect(reasonOf(after.record, 'left')).toBe('an earlier run already made this');
});

test('a step that gives another output for the same input is called not reproducible', async () => {
  const store = memoryStore();
  let draws = 0;
  const wild = (): Pipeline => ({
    name: 'wild',
    seed: 1,
    steps: [{...toyStep('draw', []), run: () => ({output: {draw: draws++}, report: null})}],
  });
  await run(wild(), store);
  const again = await run(wild(), store, undefined, true);
  expect(reasonOf(again.record, 'draw')).toContain('not reproducible');
});

test('later steps may depend on what earlier ones found', async () => {
  const pipeline: Pipeline = {
    name: 'grows',
    seed: 1,
    steps: [toyStep('load', [], {plus: 2})],
    next: output => ({steps: [toyStep(`after-${(output('load') as {sum: number}).sum}`, ['load'], {plus: 3})]}),
  };
  const {outcome} = await run(pipeline, memoryStore());
  expect(outcome.output('after-2')).toEqual({sum: 5});
});

test('cancelling stops the run between steps, and what was done is kept', async () => {
  const store = memoryStore();
  let steps = 0;
  const options = {
    store,
    now: ticking(),
    cancelled: () => steps === 2,
    onEvent: (event: RunEvent) => {
      if (event.type === 'finished') steps += 1;
    },
  };
  await expect(runPipeline(diamond(), options)).rejects.toMatchObject({code: 'interrupted'});
  const after = await run(diamond(), store);
  expect(after.statuses).toEqual({load: 'restored', left: 'restored', right: 'ran', join: 'ran'});
});

test('a run tells of every step as it starts and ends, with its place', async () => {
  const events: string[] = [];
  const onEvent = (event: RunEvent) => {
    if (event.type !== 'progress')
      events.push(
        `${event.type} ${event.type === 'started' ? event.step : event.record.id} ${event.index}/${event.of}`,
      );
  };
  await runPipeline(diamond(), {store: memoryStore(), now: ticking(), onEvent});
  expect(events.slice(0, 3)).toEqual(['started load 0/4', 'finished load 0/4', 'started left 1/4']);
  expect(events).toHaveLength(8);
});
