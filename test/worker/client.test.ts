import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, onTestFinished, test} from 'vitest';
import {workerClient} from '../../src/worker/client.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

// Answers each job a little later, with what it was asked and with the numbers of the jobs given up by then.
const echo = `
import {parentPort, workerData} from 'node:worker_threads';
const given = new Int32Array(workerData.givenUp);
parentPort.on('message', ({job, urgency}) => setTimeout(() => {
  parentPort.postMessage({type: 'result', job, result: {job, urgency, given: [...given].filter(number => number > 0)}});
}, 50));
`;

function echoClient() {
  const file = path.join(temporaryFolder(), 'echo.mjs');
  writeFileSync(file, echo);
  const client = workerClient({home: '.', product: 'test', script: pathToFileURL(file), onNotice: () => {}});
  onTestFinished(() => client.close());
  return client;
}

test('a job is wanted now unless it is said to be done ahead of need', async () => {
  const client = echoClient();
  expect(await client.call('runs', {}).result).toMatchObject({urgency: 'now'});
  expect(await client.call('runs', {}, undefined, 'ahead').result).toMatchObject({urgency: 'ahead'});
});

test('giving up a run gives up nothing that is done ahead of need', async () => {
  const client = echoClient();
  const named = client.call('runs', {}, undefined, 'ahead');
  const run = client.call('runs', {});
  run.result.catch(() => {});
  run.cancel();
  expect(await named.result).toEqual({job: 1, urgency: 'ahead', given: [2]});
});
