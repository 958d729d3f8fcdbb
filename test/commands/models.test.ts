import {beforeAll, expect, test} from 'vitest';
import type {Ports} from '../../src/app/ports.ts';
import {modelsCommand} from '../../src/commands/models.ts';
import {runDataset} from '../helpers/fitted.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runCommandOf} from '../helpers/run-command.ts';

let ports: Ports;
beforeAll(async () => {
  ports = memoryPorts();
  const named = ['deployment.name=iris', 'deployment.promote=always'];
  await runDataset('iris', named, ports);
  await runDataset('iris', [...named, 'training.model=knn'], ports);
});

const models = async (words: readonly string[], json = false, options = {}) =>
  (await runCommandOf(modelsCommand, {words, json, options, ports})).printed;
const said = async (words: readonly string[], options = {}) =>
  JSON.parse(await models(words, true, options)) as unknown;

test('models list prints every version, the newest first, with its aliases', async () => {
  expect(await models(['list'])).toMatch(
    /^model +alias +registered .*\niris@2 +production .*accuracy 0\.\d+.*\niris@1 /,
  );
  expect(await models([])).toBe(await models(['list']));
  const list = (await said(['list'])) as readonly object[];
  expect(list.map(entry => Object.keys(entry))).toEqual(
    Array.from({length: 2}, () => ['name', 'version', 'run', 'created', 'aliases', 'metrics']),
  );
  expect(list).toMatchObject([
    {name: 'iris', version: 2, aliases: ['production']},
    {name: 'iris', version: 1, aliases: []},
  ]);
});

test('models show prints what a model predicts, from which columns, and where it came from', async () => {
  const text = await models(['show', 'iris']);
  expect(text).toMatch(/^iris@2 \(production\)\n/);
  expect(text).toContain('species: setosa, versicolor, virginica');
  expect(text).toMatch(/petal_width_cm +number +no +0\.1 to 2\.5/);
  expect(text).toMatch(/from training.fit +sha256:[0-9a-f]{64}/);
});

test('models promote and rollback say where the alias points now, and history keeps who, when and why', async () => {
  expect(await models(['promote', 'iris@1'], false, {why: 'simpler'})).toBe(
    'iris@production is version 1 now; it was version 2.',
  );
  expect(await models(['promote', 'iris@1'])).toBe('iris@1 is there already; nothing was moved.');
  expect(await said(['rollback', 'iris'])).toMatchObject({alias: 'production', kind: 'rollback', from: 1, to: 2});
  expect(await models(['promote', 'iris@1'], false, {alias: 'staging'})).toBe('iris@staging is version 1 now.');
  const history = (await said(['history', 'iris'])) as readonly {alias: string; why: string}[];
  expect(history.map(({alias, why}) => [alias, why]).slice(0, 3)).toEqual([
    ['staging', 'by hand'],
    ['production', 'by hand'],
    ['production', 'simpler'],
  ]);
  expect(await models(['history', 'iris'])).toMatch(/^when +alias +what +version +who +why\n/);
});

test('an empty registry says how to fill it', async () => {
  const {printed} = await runCommandOf(modelsCommand, {});
  expect(printed).toContain('--set deployment.name=wine');
});

test('what is not known is refused in words', async () => {
  await expect(models(['remove', 'iris@1'])).rejects.toThrow('`models remove` is not known.');
  await expect(models(['promote'])).rejects.toThrow('Which model is `models promote` about?');
  await expect(models(['history', 'nope'])).rejects.toThrow(expect.objectContaining({code: 'unknown_model'}));
});
