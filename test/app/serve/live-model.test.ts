import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {promoteModel, rollbackModel} from '../../../src/app/models.ts';
import type {Ports} from '../../../src/app/ports.ts';
import {formatArtifact} from '../../../src/stages/deployment/read-artifact.ts';
import {runDataset} from '../../helpers/fitted.ts';
import {type Clock, flower, irisPorts, serviceOf} from '../../helpers/prediction-service.ts';
import {temporaryFolder} from '../../helpers/temporary-folder.ts';

/** A registry with two versions, the second in production; artifacts can be made to vanish. */
async function twoVersions(clock: Clock): Promise<{readonly ports: Ports; readonly gone: Set<number>}> {
  const whole = await irisPorts(clock);
  await runDataset('iris', ['deployment.name=iris', 'deployment.promote=never', 'training.model=naive_bayes'], whole);
  const gone = new Set<number>();
  const versionOf = (hash: string) => whole.models.versions('iris').find(entry => entry?.artifact === hash)!.version;
  const readArtifact = (hash: string) => (gone.has(versionOf(hash)) ? undefined : whole.models.readArtifact(hash));
  return {ports: {...whole, models: {...whole.models, readArtifact}}, gone};
}

test('a service follows the alias within a second, forward and back', async () => {
  const clock = {ms: 0};
  const {ports} = await twoVersions(clock);
  const {live, changes} = serviceOf(ports);
  expect(live.current().title).toBe('iris@1');
  promoteModel({ref: 'iris@2'}, ports);
  clock.ms += 999;
  expect(live.current().title).toBe('iris@1');
  clock.ms += 1;
  expect(live.current().title).toBe('iris@2');
  rollbackModel({ref: 'iris'}, ports);
  clock.ms += 1000;
  expect(live.current().title).toBe('iris@1');
  expect(changes).toEqual([
    {event: 'model_switched', from: 'iris@1', to: 'iris@2'},
    {event: 'model_switched', from: 'iris@2', to: 'iris@1'},
  ]);
});

test('the registry is looked at once a second however many ask', async () => {
  const clock = {ms: 0};
  const ports = await irisPorts(clock);
  let looks = 0;
  const moves = (name: string) => {
    looks += 1;
    return ports.models.moves(name);
  };
  const {live} = serviceOf({...ports, models: {...ports.models, moves}});
  const before = looks;
  for (let request = 0; request < 100; request++) {
    clock.ms += 25;
    live.current();
  }
  expect(looks - before).toBe(2);
});

test('a numbered version and a file never move', async () => {
  const clock = {ms: 0};
  const {ports} = await twoVersions(clock);
  const pinned = serviceOf(ports, {}, 'iris@1');
  const {artifact} = (await runDataset('iris')) as {readonly artifact: Parameters<typeof formatArtifact>[0]};
  const file = path.join(temporaryFolder(), 'iris.json');
  writeFileSync(file, formatArtifact(artifact));
  const fromFile = serviceOf(ports, {}, file);
  promoteModel({ref: 'iris@2'}, ports);
  clock.ms += 60_000;
  expect([pinned.live.current().title, pinned.live.following]).toEqual(['iris@1', null]);
  expect([fromFile.live.current().version, fromFile.live.following]).toEqual([null, null]);
  expect((await fromFile.predict(flower)).status).toBe(200);
});

test('a version that cannot be loaded leaves the one before it in service, which says so until it is put right', async () => {
  const clock = {ms: 0};
  const {ports, gone} = await twoVersions(clock);
  const service = serviceOf(ports);
  promoteModel({ref: 'iris@2'}, ports);
  gone.add(2);
  clock.ms += 1000;
  expect(await (await service.predict(flower)).json()).toMatchObject({model: {version: 1}});
  const response = await service.ask('/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({status: 'degraded', model: {version: 1}, problem: expect.any(String)});
  expect(await (await service.ask('/metrics')).text()).toContain('\nmlpt_model_problem 1\n');
  clock.ms += 5000;
  service.live.current();
  // It is told once, not every second.
  expect(service.changes).toMatchObject([{event: 'model_kept', model: 'iris@1'}]);
  gone.clear();
  clock.ms += 10_000;
  expect(service.live.current().title).toBe('iris@2');
  expect(service.live.problem()).toBeNull();
  expect(service.changes.at(-1)).toEqual({event: 'model_switched', from: 'iris@1', to: 'iris@2'});
});

test('going back to the version in service ends the trouble', async () => {
  const clock = {ms: 0};
  const {ports, gone} = await twoVersions(clock);
  const {live, changes} = serviceOf(ports);
  promoteModel({ref: 'iris@2'}, ports);
  gone.add(2);
  clock.ms += 1000;
  live.current();
  rollbackModel({ref: 'iris'}, ports);
  clock.ms += 1000;
  expect(live.current().title).toBe('iris@1');
  expect(live.problem()).toBeNull();
  expect(changes.at(-1)).toEqual({event: 'model_well', model: 'iris@1'});
});

test('a request that began before a switch is answered by the version that was there then, the next by the new one', async () => {
  const clock = {ms: 0};
  const {ports} = await twoVersions(clock);
  const service = serviceOf(ports);
  let send: (text: string) => void = () => {};
  const body = new ReadableStream({
    start(controller) {
      send = text => {
        controller.enqueue(new TextEncoder().encode(text));
        controller.close();
      };
    },
  });
  const init = {method: 'POST', headers: {'content-type': 'application/json'}, body, duplex: 'half'} as RequestInit;
  const early = service.ask('/predict', init);
  promoteModel({ref: 'iris@2'}, ports);
  clock.ms += 1000;
  const late = service.predict(flower);
  expect(await (await late).json()).toMatchObject({model: {version: 2}});
  send(JSON.stringify(flower));
  expect(await (await early).json()).toMatchObject({model: {version: 1}});
  expect(service.logged.map(({model}) => model)).toEqual(['iris@2', 'iris@1']);
});

test('a model that cannot be opened at the start is an error at once', async () => {
  const {ports, gone} = await twoVersions({ms: 0});
  gone.add(1);
  expect(() => serviceOf(ports)).toThrow(expect.objectContaining({code: 'corrupt_store'}));
  expect(() => serviceOf(ports, {}, 'irys')).toThrow(expect.objectContaining({code: 'unknown_model'}));
});
