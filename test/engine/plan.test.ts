import {expect, test} from 'vitest';
import {planPipeline} from '../../src/engine/plan.ts';
import {runPipeline} from '../../src/engine/run.ts';
import type {RunRecord} from '../../src/engine/run-record.ts';
import {memoryStore} from '../../src/engine/store.ts';
import {countingStore, diamond, ticking} from './toy-pipeline.ts';

test('a plan says what would run and why, without running or writing anything', async () => {
  const store = countingStore();
  const {steps} = await runPipeline(diamond(), {store, now: ticking()});
  const before = store.written.length;
  const plan = planPipeline(diamond({right: {plus: 7}}), {store, previous: {steps} as RunRecord});
  expect(plan.map(({id, status}) => `${id} ${status}`)).toEqual([
    'load unchanged',
    'left unchanged',
    'right run',
    'join run',
  ]);
  expect(plan[2]!.reason).toBe('plus: 100 → 7');
  expect(plan[3]!.reason).toBe('reads `right`, which would run');
  expect(store.written).toHaveLength(before);
});

test('a plan knows what an earlier run left in the store', async () => {
  const store = memoryStore();
  const first = await runPipeline(diamond(), {store, now: ticking()});
  const second = await runPipeline(diamond({left: {plus: 5}}), {
    store,
    now: ticking(),
    previous: {steps: first.steps} as RunRecord,
  });
  const plan = planPipeline(diamond(), {store, previous: {steps: second.steps} as RunRecord});
  expect(plan.map(step => step.status)).toEqual(['unchanged', 'restored', 'unchanged', 'restored']);
});

test('a plan made before anything ran says that every step is new', () => {
  const plan = planPipeline(diamond(), {store: memoryStore()});
  expect(plan.map(step => step.status)).toEqual(['run', 'run', 'run', 'run']);
  expect(plan[0]!.reason).toBe('not run before');
});

test('a plan and the run that follows agree on every step that would run', async () => {
  const store = memoryStore();
  const first = await runPipeline(diamond(), {store, now: ticking()});
  const previous = {steps: first.steps} as RunRecord;
  const changed = diamond({load: {plus: 2}});
  const planned = planPipeline(changed, {store, previous}).map(step => step.status === 'run');
  const ran = await runPipeline(changed, {store, previous, now: ticking()});
  expect(ran.steps.map(step => step.status === 'ran')).toEqual(planned);
});
