import {once} from 'node:events';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {beforeAll, expect, onTestFinished, test} from 'vitest';
import {type BuiltProgram, buildProgram} from '../helpers/built-program.ts';
import {flower} from '../helpers/prediction-service.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram();
}, 60_000);

/** A home with version 1 of `iris` in production. */
async function homeWithModel(): Promise<string> {
  const home = temporaryFolder();
  await train(home);
  return home;
}

async function train(home: string, ...more: readonly string[]): Promise<void> {
  const {code, stderr} = await program.run([
    'run',
    '--dataset',
    'iris',
    '--set',
    'deployment.name=iris',
    ...more,
    '--home',
    home,
  ]);
  expect(code, stderr).toBe(0);
}

async function startService(words: readonly string[], home: string) {
  const {child, ended} = program.start([...words, '--port', '0', '--json', '--home', home]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return {
    child,
    ended,
    told: JSON.parse(line) as {readonly address: string; readonly model: string; readonly url: string},
  };
}

const predict = async (address: string) => {
  const headers = {'content-type': 'application/json'};
  const response = await fetch(`${address}/predict`, {method: 'POST', headers, body: JSON.stringify(flower)});
  return (await response.json()) as {readonly model: {readonly version: number}};
};

test('serve answers, logs JSON, records what it said, and ends with 0 on SIGTERM', async () => {
  const home = await homeWithModel();
  const records = path.join(home, 'records');
  const {child, ended, told} = await startService(['serve', '--model', 'iris', '--record', records], home);
  expect(told.model).toBe('iris@1');
  expect(told.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await predict(told.address)).toMatchObject({model: {name: 'iris', version: 1}});
  child.kill('SIGTERM');
  const {code, stderr} = await ended;
  expect(code).toBe(0);
  const events = stderr
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as {readonly event: string}).event);
  expect(events).toEqual(['listening', 'request', 'draining', 'stopped']);
  const [file] = readdirSync(records);
  expect(readFileSync(path.join(records, file!), 'utf8').trim().split('\n')).toHaveLength(2);
}, 60_000);

test('serve follows a version that another program registers, and a rollback', async () => {
  const home = await homeWithModel();
  const {child, ended, told} = await startService(['serve', '--model', 'iris', '--quiet'], home);
  await train(home, '--seed', '7', '--set', 'training.model=naive_bayes', '--set', 'deployment.promote=always');
  const version = async () => (await predict(told.address)).model.version;
  await expect.poll(version, {timeout: 10_000}).toBe(2);
  expect((await program.run(['models', 'rollback', 'iris', '--home', home])).code).toBe(0);
  await expect.poll(version, {timeout: 10_000}).toBe(1);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({code: 130, stderr: ''});
}, 60_000);

test('a port that is taken ends the second service with exit code 2', async () => {
  const home = await homeWithModel();
  const {told} = await startService(['serve', '--model', 'iris'], home);
  const {port} = new URL(told.address);
  const {code, stdout} = await program.run(['serve', '--model', 'iris', '--port', port, '--json', '--home', home]);
  expect(code).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({error: {code: 'busy', message: expect.stringContaining(port)}});
}, 60_000);

test('the rows that datasets serve offers can be run as a pipeline', async () => {
  const home = temporaryFolder();
  const {child, ended, told} = await startService(
    ['datasets', 'serve', 'iris', '--page-size', '40', '--fault', '2:half'],
    home,
  );
  const source = ['--set', 'ingestion.source=http', '--set', `ingestion.url=${told.url}`, '--target', 'species'];
  const {code, stdout} = await program.run(['run', ...source, '--json', '--home', home]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({data: {rows: 150, target: 'species'}});
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
}, 60_000);

test('doctor says that a new home is well, in text and as JSON', async () => {
  const home = temporaryFolder();
  const {code, stdout} = await program.run(['doctor', '--json', '--home', home]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    findings: expect.arrayContaining([{check: 'home', state: 'good', message: home, hint: null}]),
  });
  expect((await program.run(['doctor', '--home', home])).stdout).toContain('\nEverything that is needed is there.\n');
}, 60_000);
