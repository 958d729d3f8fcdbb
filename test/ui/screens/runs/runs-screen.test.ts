import {beforeAll, describe, expect, test} from 'vitest';
import {specOfSettings} from '../../../../src/app/lesson-runs.ts';
import type {Ports} from '../../../../src/app/ports.ts';
import {runSpec} from '../../../../src/app/run-spec.ts';
import {directEngine} from '../../../helpers/direct-engine.ts';
import {memoryPorts} from '../../../helpers/memory-ports.ts';
import {mountTutor} from '../../../helpers/mount-tutor.ts';
import {expectAscii, expectSound, looks, sizes} from '../looks.ts';

let ports: Ports;

beforeAll(async () => {
  ports = memoryPorts();
  for (const model of ['logistic_regression', 'knn', 'naive_bayes']) {
    const spec = specOfSettings({
      ingestion: {dataset: 'wine'},
      training: {model},
      deployment: {name: 'wine', promote: model === 'knn' ? 'always' : 'if_better'},
    });
    await runSpec({spec, folder: '.', record: true}, ports);
  }
}, 60_000);

describe.each(sizes)('at %i by %i', (columns, rows) => {
  test.each(looks)('in $glyphs with $colors colours the runs and the models fit', async look => {
    const app = await mountTutor({columns, rows, ...look, route: {screen: 'runs'}, engine: directEngine(ports)});
    const check = async (text: string) => {
      await app.waitFor(text);
      expectSound(app);
      if (look.glyphs === 'ascii') expectAscii(app);
    };
    await check('roc auc');
    await app.press('enter');
    await check('Fingerprint');
    await app.press('enter');
    await check('Identical');
    await app.press('esc', 'c');
    await check('equal');
    await app.unmount();
    const models = await mountTutor({columns, rows, ...look, route: {screen: 'models'}, engine: directEngine(ports)});
    await models.waitFor('version 1');
    expectSound(models);
    await models.press('enter');
    await models.waitFor('Predicts');
    expectSound(models);
    if (look.glyphs === 'ascii') expectAscii(models);
    await models.unmount();
  });
});

test('on a wide screen the selected run and the selected version stand beside their lists', async () => {
  const runs = await mountTutor({columns: 120, rows: 40, route: {screen: 'runs'}, engine: directEngine(ports)});
  await runs.waitFor('Fingerprint');
  const heading = () => runs.lines().find(line => line.includes('│ Run: '))!;
  const first = heading();
  await runs.press('down');
  await runs.waitFor('Fingerprint');
  expect(heading()).not.toBe(first);
  expect(runs.text()).toContain('wine, knn');
  await runs.unmount();
  const models = await mountTutor({columns: 120, rows: 40, route: {screen: 'models'}, engine: directEngine(ports)});
  await models.waitFor('Predicts');
  expect(models.text()).toContain('│ wine, version 3');
  await models.press('down');
  await models.waitFor('│ wine, version 2');
  await models.press('enter');
  await models.waitFor('wine, version 2');
  expect(models.text()).not.toContain('version 3');
  await models.unmount();
});

test('a marked run is compared with another, and a run is shared as a file name', async () => {
  const app = await mountTutor({route: {screen: 'runs'}, engine: directEngine(ports)});
  await app.waitFor('naive bayes');
  await app.press('space', 'down', 'down', 'c');
  await app.waitFor('training.model');
  expect(app.text()).toContain('logistic_regression → naive_bayes');
  await app.press('esc', 'enter');
  await app.waitFor('Seed');
  await app.press('w');
  expect(app.text()).toContain('Share a run');
  await app.unmount();
});

test('a version is promoted and production rolled back, each after a question', async () => {
  const app = await mountTutor({route: {screen: 'models'}, engine: directEngine(ports)});
  await app.waitFor('version 3');
  await app.press('down', 'down', 'enter');
  await app.waitFor('Predicts');
  await app.press('enter');
  expect(app.text()).toContain('Put wine@1 into production?');
  await app.press('enter');
  expect(ports.models.moves('wine').at(-1)).not.toMatchObject({to: 1, why: 'by hand'});
  await app.press('enter', 'y');
  await app.waitFor('Production is version 1 now.');
  expect(ports.models.moves('wine').at(-1)).toMatchObject({kind: 'promote', to: 1});
  await app.press('u', 'y');
  await app.waitFor('Production is back at version');
  expect(ports.models.moves('wine').at(-1)).toMatchObject({kind: 'rollback'});
  await app.unmount();
});

test('without runs and models it is said where they come from', async () => {
  for (const screen of ['runs', 'models'] as const) {
    const app = await mountTutor({route: {screen}, engine: directEngine()});
    await app.waitFor(screen === 'runs' ? 'No run yet' : 'No model yet');
    expectSound(app);
    await app.unmount();
  }
});
