import {expect, test} from 'vitest';
import {historyOf, listModels, promoteModel, rollbackModel, showModel} from '../../src/app/models.ts';
import {findVersion, parseRef} from '../../src/app/models-find.ts';
import type {Ports} from '../../src/app/ports.ts';
import {memoryRegistry, type Registry} from '../../src/engine/registry.ts';
import {runDataset} from '../helpers/fitted.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';

const churn = ['deployment.name=churn', 'ingestion.limit=600'];
const always = [...churn, 'deployment.promote=always'];

async function threeVersions(): Promise<Ports> {
  const ports = memoryPorts();
  for (const set of [[], ['training.model=knn'], ['training.model=naive_bayes']]) {
    await runDataset('subscriptions', [...always, ...set], ports);
  }
  return ports;
}

test('a run that names its model registers a version, and the first one goes into production', async () => {
  const {result, ports} = await runDataset('subscriptions', churn);
  expect(result.deployment).toEqual({
    name: 'churn',
    version: 1,
    promoted: true,
    reason: 'there was no version in production',
    comparison: null,
  });
  expect(listModels(ports)).toEqual([
    {
      name: 'churn',
      version: 1,
      run: result.run,
      created: expect.stringMatching(/^2026-01-01T/),
      aliases: ['production'],
      metrics: result.metrics.test,
    },
  ]);
});

test('a run that names no model registers nothing', async () => {
  const {result, ports} = await runDataset('iris');
  expect(result.deployment).toBeNull();
  expect(listModels(ports)).toEqual([]);
});

test('a model is named by version, by alias, or alone, which means the one in production', async () => {
  const ports = await threeVersions();
  promoteModel({ref: 'churn@1', alias: 'staging'}, ports);
  promoteModel({ref: 'churn@2'}, ports);
  const version = (ref: string) => findVersion(ref, ports.models).version;
  expect(['churn@3', 'churn@production', 'churn@staging', 'churn'].map(version)).toEqual([3, 2, 1, 2]);
  expect(parseRef('a@b@7')).toEqual({name: 'a@b', version: 7});
});

test('a name alone means the latest version where none is in production', async () => {
  const ports = memoryPorts();
  for (const model of ['knn', 'naive_bayes']) {
    await runDataset('iris', ['deployment.name=iris', 'deployment.promote=never', `training.model=${model}`], ports);
  }
  expect(findVersion('iris', ports.models).version).toBe(2);
});

const unknown: ReadonlyArray<readonly [ref: string, message: string, hint: string]> = [
  ['chur', 'There is no model `chur`.', 'Did you mean churn?'],
  ['churn@9', 'There is no version 9 of `churn`.', '`churn` has the versions 1, 2, 3.'],
  ['churn@prodution', '`churn` has no alias `prodution`.', 'Did you mean production?'],
];
for (const [ref, message, hint] of unknown) {
  test(`${ref} is unknown, and the failure says what there is`, async () => {
    const ports = await threeVersions();
    const failure = expect.objectContaining({code: 'unknown_model', message, hint: expect.stringContaining(hint)});
    expect(() => findVersion(ref, ports.models)).toThrow(failure);
  });
}

test('production moves on and back, and each move is in the history with who, when, from, to and why', async () => {
  const ports = await threeVersions();
  expect(rollbackModel({ref: 'churn', why: 'too many false alarms'}, ports)).toMatchObject({from: 3, to: 2});
  expect(rollbackModel({ref: 'churn'}, ports)).toMatchObject({from: 2, to: 1});
  expect(() => rollbackModel({ref: 'churn'}, ports)).toThrow('has only ever been version 1');
  const history = historyOf('churn', ports);
  expect(history.map(({kind, from, to}) => [kind, from, to])).toEqual([
    ['rollback', 2, 1],
    ['rollback', 3, 2],
    ['promote', 2, 3],
    ['promote', 1, 2],
    ['promote', null, 1],
  ]);
  expect(history[1]).toMatchObject({name: 'churn', alias: 'production', who: 'you', why: 'too many false alarms'});
  expect(history[2]!.why).toContain('`deployment.promote` is always');
});

test('an alias that points there already is not moved again', async () => {
  const ports = await threeVersions();
  expect(promoteModel({ref: 'churn@3'}, ports)).toBeUndefined();
  expect(historyOf('churn', ports)).toHaveLength(3);
});

test('a model is shown with its signature, its steps and what it came from', async () => {
  const {result, ports} = await runDataset('subscriptions', churn);
  const shown = showModel('churn', ports);
  expect(shown).toMatchObject({
    model: 'logistic_regression',
    target: 'churned',
    positive: 'yes',
    honest: true,
    data: result.data.fingerprint,
    steps: ['preprocessing.impute', 'preprocessing.encode', 'preprocessing.scale'],
  });
  const outputs = new Map(result.steps.map(({id, output}) => [id, output]));
  expect(shown.lineage.map(({step}) => step)).toEqual([
    'ingestion.load',
    'split.rows',
    'preprocessing.scale',
    'training.fit',
  ]);
  for (const {step, output} of shown.lineage) expect(outputs.get(step)).toBe(`sha256:${output}`);
});

test('a changed artifact is neither promoted nor gone back to, and the message says what to do', async () => {
  const ports = await threeVersions();
  const broken: Registry = {...ports.models, readArtifact: () => undefined};
  const failure = expect.objectContaining({
    code: 'corrupt_store',
    hint: expect.stringContaining('models rollback churn'),
  });
  expect(() => promoteModel({ref: 'churn@1'}, {...ports, models: broken})).toThrow(failure);
  expect(() => rollbackModel({ref: 'churn'}, {...ports, models: broken})).toThrow(failure);
  expect(findVersion('churn', ports.models).version).toBe(3);
});

test('a damaged entry in the history leaves it open where an alias points, until somebody says so again', async () => {
  const ports = await threeVersions();
  const moves = ports.models.moves('churn');
  const models: Registry = {...ports.models, moves: () => [...moves, null]};
  expect(() => findVersion('churn@production', models)).toThrow('it is not certain where `production` points');
  expect(findVersion('churn@2', models).version).toBe(2);
});

test('a damaged version is named as damaged, and the others stay usable', () => {
  const registry = memoryRegistry();
  const models: Registry = {...registry, versions: () => [null, {name: 'churn', version: 2} as never]};
  expect(() => findVersion('churn@1', models)).toThrow(expect.objectContaining({code: 'corrupt_store'}));
  expect(findVersion('churn', models).version).toBe(2);
});

test('a name that no folder could hold is refused before anything runs', async () => {
  const failure = expect.objectContaining({code: 'bad_setting', message: '`deployment.name` cannot be "../churn".'});
  await expect(runDataset('iris', ['deployment.name=../churn'])).rejects.toThrow(failure);
});

test('an alias is a plain word, never a number', async () => {
  const ports = await threeVersions();
  expect(() => promoteModel({ref: 'churn@1', alias: '7'}, ports)).toThrow('An alias cannot be called "7".');
});
