import {expect, test} from 'vitest';
import {labActionNamed, labActions} from '../../../src/app/lab/lab-actions.ts';
import {performers} from '../../../src/app/lab/performers.ts';
import {sentenceOf} from '../../../src/app/lesson-figures.ts';
import type {BlockSettings} from '../../../src/tutor/lab/settings.ts';
import {directEngine} from '../../helpers/direct-engine.ts';

const iris: BlockSettings = {ingestion: {dataset: 'iris'}};
const size = {width: 60, height: 14, glyphs: 'block'} as const;

function benchOf(name: string) {
  const engine = directEngine();
  return async (action: string, settings: BlockSettings = iris) =>
    engine.call('bench', {bench: name, action, settings, folder: '.'}).result;
}

async function said(action: string, json: Awaited<ReturnType<ReturnType<typeof benchOf>>>) {
  return labActionNamed(action)
    .draw(json)
    .map(draw => sentenceOf(draw(size)));
}

test('every action has both sides: words for the learner and work for the engine', () => {
  expect(Object.keys(labActions).sort()).toEqual(Object.keys(performers).sort());
});

test('an action that this version does not know is a run', async () => {
  const json = await benchOf('unknown')('dance');
  expect(json).toHaveProperty('metrics.test.accuracy');
});

test('verify runs the pipeline and says whether its record comes out again', async () => {
  const json = await benchOf('verify')('verify');
  expect(json).toMatchObject({verification: {verdict: 'identical'}});
  expect(await said('verify', json)).toEqual([
    'Run again from its record, all 10 steps came out the same, byte for byte.',
  ]);
});

test('a plan says what would run, and runs nothing', async () => {
  const bench = benchOf('plan');
  await bench('run');
  const plan = await bench('plan', {...iris, training: {model: 'knn'}});
  expect(plan).not.toHaveProperty('metrics');
  expect(plan.steps).toContainEqual(expect.objectContaining({id: 'training.fit', status: 'run'}));
  expect(plan.steps).toContainEqual(expect.objectContaining({id: 'ingestion.load', status: 'unchanged'}));
});

test('diff puts a run beside the first one on the bench', async () => {
  const bench = benchOf('diff');
  await bench('run');
  const json = await bench('diff', {...iris, training: {model: 'knn'}});
  expect(await said('diff', json)).toEqual(['Between them training.model differs.']);
});

test('production is promoted and taken back', async () => {
  const bench = benchOf('shelf');
  const named = (model: string, promote: string) => ({
    ...iris,
    training: {model},
    deployment: {name: 'flowers', promote},
  });
  await bench('run', named('logistic_regression', 'always'));
  const promoted = await bench('promote', named('knn', 'never'));
  expect(promoted).toMatchObject({shelf: {production: 2}});
  const back = await bench('rollback', named('naive_bayes', 'always'));
  expect(back).toMatchObject({shelf: {production: 2}});
  expect((await said('rollback', back))[0]).toMatch(/^production went from version 3 to version 2/);
});

test('what one bench made is not on another', async () => {
  const engine = directEngine();
  const run = (bench: string) => engine.call('bench', {bench, action: 'run', settings: iris, folder: '.'}).result;
  const status = (json: Awaited<ReturnType<typeof run>>) => (json.steps as ReadonlyArray<{status: string}>)[0]!.status;
  await run('a');
  expect(status(await run('a'))).toBe('unchanged');
  expect(status(await run('b'))).toBe('ran');
});

test('an attempt that fails says at its step what went wrong', async () => {
  const json = await benchOf('attempt')('attempt', {ingestion: {dataset: 'iris', delimiter: 'semicolon'}});
  const [load] = json.steps as ReadonlyArray<{readonly error?: string}>;
  expect(load?.error).toContain('which is no column of the table');
});
