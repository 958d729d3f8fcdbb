import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect, test} from 'vitest';
import {readSpec} from '../../src/stages/read-spec.ts';
import {workerClient} from '../../src/worker/client.ts';
import {installProgram} from '../helpers/installed-program.ts';

const program = await installProgram();

type Run = {
  readonly fingerprint: string;
  readonly steps: readonly {readonly id: string; readonly status: string; readonly reason: string}[];
  readonly metrics: {readonly test: {readonly [metric: string]: number}};
};

async function run(home: string, ...words: readonly string[]): Promise<Run> {
  const {code, stdout, stderr} = await program.run(['run', ...words, '--json'], {home});
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Run;
}

test('a second run repeats nothing, and a change repeats only what follows it', {timeout: 60_000}, async () => {
  const home = program.newHome();
  const first = await run(home, '--dataset', 'wine', '--set', 'training.model=knn');
  const second = await run(home, '--dataset', 'wine', '--set', 'training.model=knn');
  expect(second.fingerprint).toBe(first.fingerprint);
  expect(new Set(second.steps.map(step => step.status))).toEqual(new Set(['unchanged']));
  const third = await run(
    home,
    '--dataset',
    'wine',
    '--set',
    'training.model=knn',
    '--set',
    'preprocessing.scale=none',
  );
  const status = Object.fromEntries(third.steps.map(step => [step.id, step.status]));
  expect(status['split.rows']).toBe('unchanged');
  expect(status['preprocessing.scale']).toBe('ran');
  expect(third.steps.find(step => step.id === 'preprocessing.scale')!.reason).toContain('standard → none');
  expect(third.metrics.test.accuracy).toBeLessThan(first.metrics.test.accuracy!);
});

test('a stranger’s own table runs, and a broken one is refused by its line', {timeout: 60_000}, async () => {
  const home = program.newHome();
  const good = path.join(program.folder, 'good.csv');
  const rows = Array.from({length: 60}, (_, index) => `${index % 7},${index % 5},${index % 7 > 3 ? 'yes' : 'no'}`);
  writeFileSync(good, `a,b,answer\n${rows.join('\n')}\n`);
  const {metrics} = await run(home, '--csv', good, '--target', 'answer');
  expect(metrics.test.accuracy).toBeGreaterThan(0.8);
  writeFileSync(path.join(program.folder, 'bad.csv'), `a,b,answer\n1,2,yes\n1,2,3,4,no\n`);
  const words = ['run', '--csv', 'bad.csv', '--target', 'answer', '--set', 'ingestion.on_bad_rows=fail', '--json'];
  const {code, stdout} = await program.run(words, {home});
  expect(code).toBe(3);
  expect(JSON.parse(stdout).error.message + JSON.stringify(JSON.parse(stdout).error.at)).toMatch(/3/);
});

test.each([
  [['run', '--dataset', 'wnie'], 2, 'wine'],
  [['run', '--dataset', 'wine', '--set', 'training.modle=knn'], 2, 'model'],
  [['run', '--csv', 'nowhere.csv', '--target', 'x'], 2, 'nowhere.csv'],
  [['learn', 'preprocesing'], 2, 'preprocessing'],
  [['rnu'], 2, 'run'],
])('%j ends with its code and names what was meant', {timeout: 30_000}, async (words, code, name) => {
  const ended = await program.run(words, {home: program.newHome()});
  expect(ended.code).toBe(code);
  expect(ended.stderr).toContain(name);
  expect(ended.stdout).toBe('');
});

test('without a terminal the tutor says what it is and what to type', {timeout: 30_000}, async () => {
  const {code, stdout} = await program.run([], {home: program.newHome()});
  expect(code).toBe(0);
  expect(stdout).toContain('What to type');
  expect(stdout).toContain('preprocessing');
});

test('a queued job that is given up is stopped, and those around it go on', {timeout: 60_000}, async () => {
  const script = path.join(program.folder, 'node_modules/ml-pipeline-tutor/dist/worker.cjs');
  const home = program.newHome();
  const engine = workerClient({script: pathToFileURL(script), home, product: 'test', onNotice: () => {}});
  const jobs = ['knn', 'decision_tree', 'naive_bayes'].map(model => {
    const {spec} = readSpec({name: model, ingestion: {dataset: 'iris'}, training: {model}});
    return engine.call('run', {spec, folder: program.folder});
  });
  jobs[1]!.cancel();
  const ended = await Promise.allSettled(jobs.map(job => job.result));
  expect(ended.map(({status}) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(ended[1]).toMatchObject({reason: {code: 'interrupted'}});
  await engine.close();
});
