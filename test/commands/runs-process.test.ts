import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {beforeAll, expect, test} from 'vitest';
import type {RunResult} from '../../src/app/run-result.ts';
import {randomStream} from '../../src/data/random.ts';
import {sha256} from '../../src/engine/hash.ts';
import {type BuiltProgram, buildProgram, type Ended} from '../helpers/built-program.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

const patience = 240_000;
let program: BuiltProgram;
beforeAll(async () => {
  program = await buildProgram();
}, patience);

const short = ['run', '--json', '--dataset', 'breast_cancer'];
const forest = ['--set', 'training.model=random_forest', '--set', 'training.params.n_estimators=30'];
const long = [...short, ...forest, '--set', 'evaluation.cross_validate=5'];
const endless = [...short, ...forest, '--set', 'evaluation.repeat=1000'];

function resultOf({code, stdout, stderr}: Ended): RunResult {
  expect({code, stderr}).toEqual({code: 0, stderr: ''});
  return JSON.parse(stdout) as RunResult;
}

const filesIn = (folder: string) => readdirSync(folder, {recursive: true, encoding: 'utf8'});

/** Every stored output is what its name says, and no record was set aside. */
function expectWhole(home: string) {
  const objects = filesIn(path.join(home, 'store/objects')).filter(file => /[0-9a-f]{64}$/.test(file));
  for (const file of objects) {
    expect(sha256(readFileSync(path.join(home, 'store/objects', file)))).toBe(path.basename(file));
  }
  expect(objects.length).toBeGreaterThan(0);
  expect(filesIn(home).filter(file => file.endsWith('.damaged'))).toEqual([]);
}

/** Wait until the home holds so many results of steps. */
async function untilResults(home: string, count: number): Promise<void> {
  const results = () => {
    try {
      return filesIn(path.join(home, 'store/results')).filter(file => file.endsWith('.json')).length;
    } catch {
      return 0;
    }
  };
  while (results() < count) await sleep(5);
}

test.each([
  ['here', short, 8],
  ['in its own thread', long, 7],
])(
  'a run %s that is killed at any moment ends, when started again, like one that was never killed',
  async (_, words, rounds) => {
    const began = performance.now();
    const unbroken = resultOf(await program.run([...words, '--home', temporaryFolder()]));
    const duration = performance.now() - began;
    const random = randomStream(`kill/${words.length}`);
    for (let round = 0; round < rounds; round++) {
      const home = temporaryFolder();
      const {child, ended} = program.start([...words, '--home', home]);
      await sleep(random.next() * duration);
      child.kill('SIGKILL');
      await ended;
      const again = resultOf(await program.run([...words, '--home', home]));
      expect(again.fingerprint).toBe(unbroken.fingerprint);
      expectWhole(home);
    }
  },
  patience,
);

test(
  'garbage collection leaves a run alone that is going on, and clears away what one that was killed left behind',
  async () => {
    const home = temporaryFolder();
    const {child, ended} = program.start([...endless, '--home', home]);
    await untilResults(home, 9);
    const meanwhile = await program.run(['runs', 'gc', '--json', '--keep', '0', '--home', home]);
    expect(JSON.parse(meanwhile.stdout)).toMatchObject({others_at_work: true, objects: 0});
    child.kill('SIGKILL');
    await ended;
    writeFileSync(path.join(home, 'store/results/half.json.0123.tmp'), '{"ver');
    const afterwards = await program.run(['runs', 'gc', '--json', '--home', home]);
    expect(JSON.parse(afterwards.stdout)).toMatchObject({others_at_work: false});
    expect(filesIn(home).filter(file => file.endsWith('.tmp'))).toEqual([]);
  },
  patience,
);

test(
  'two programs at once on one home lose no run and spoil no file',
  async () => {
    const home = temporaryFolder();
    const one = async (words: readonly string[]) => {
      const runs: string[] = [];
      for (let time = 0; time < 4; time++) {
        runs.push(resultOf(await program.run([...words, '--fresh', '--seed', String(time), '--home', home])).run);
      }
      return runs;
    };
    const runs = (await Promise.all([one(short), one(short), one(['run', '--json', '--dataset', 'wine'])])).flat();
    const listed = JSON.parse((await program.run(['runs', 'list', '--json', '--home', home])).stdout) as RunResult[];
    expect(listed.map(({run}) => run).sort()).toEqual(runs.sort());
    expect(new Set(runs).size).toBe(12);
    expectWhole(home);
    for (const run of runs.slice(0, 2))
      expect((await program.run(['runs', 'verify', run, '--home', home])).code).toBe(0);
  },
  patience,
);

test(
  'Ctrl-C stops a long run at once with exit code 130, keeps what is finished, and says how to go on',
  async () => {
    const home = temporaryFolder();
    const {child, ended} = program.start([...endless, '--home', home], {cwd: home});
    await untilResults(home, 9);
    child.kill('SIGINT');
    const {code, stdout, stderr} = await ended;
    expect(code).toBe(130);
    expect(stderr).toBe('');
    const {error} = JSON.parse(stdout) as {error: {code: string; message: string; resume: string}};
    expect(error).toMatchObject({code: 'interrupted', message: 'Stopped.'});
    expect(error.resume).toContain(`cli.cjs run --json --dataset breast_cancer --set training.model=random_forest`);
    const plan = await program.run(['plan', '--json', ...endless.slice(2), '--home', home]);
    const {steps} = JSON.parse(plan.stdout) as {steps: {status: string; reason: string}[]};
    expect(steps.filter(({status}) => status === 'restored').length).toBeGreaterThanOrEqual(9);
    expect(steps[0]).toMatchObject({status: 'restored', reason: 'an earlier run already made this'});
  },
  patience,
);

test(
  'Ctrl-C stops a short run too, between two of its steps',
  async () => {
    const home = temporaryFolder();
    const {child, ended} = program.start([...short, '--set', 'features.polynomial=2', '--home', home]);
    await untilResults(home, 6);
    child.kill('SIGINT');
    const {code, stdout} = await ended;
    expect({code, stdout}).toEqual({code: 130, stdout: expect.stringContaining('"code":"interrupted"')});
  },
  patience,
);

test(
  'a run that fails names the command that goes on from there',
  async () => {
    const home = temporaryFolder();
    writeFileSync(path.join(home, "it's.csv"), `x,y\n${'1,a\n2,b\n'.repeat(20)}`);
    const words = ['run', '--csv', "it's.csv", '--target', 'y', '--fresh', '--home', home];
    const failed = await program.run(
      [...words, '--set', 'training.model=knn', '--set', 'training.params.n_neighbors=999'],
      {cwd: home},
    );
    expect(failed.code).toBe(3);
    expect(failed.stderr).toMatch(
      /\nResume with: node \S+cli\.cjs run --csv 'it'\\''s\.csv' --target y --home \S+ --set training\.model=knn --set training\.params\.n_neighbors=999\n$/,
    );
  },
  patience,
);

test(
  'a home that cannot be written to does not stop a run: it is only not kept',
  async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'file'), '');
    const home = path.join(folder, 'file/home');
    const {code, stderr} = await program.run([...long, '--home', home]);
    expect(code).toBe(0);
    expect(stderr).toBe(
      `Cannot write to ${home}, so nothing is kept. Name a folder of your own with --home DIR or MLPT_HOME.\n`,
    );
  },
  patience,
);

test(
  'a tampered output and a half-written record are told, and the next run works',
  async () => {
    const home = temporaryFolder();
    const first = resultOf(await program.run([...short, '--home', home]));
    const output = first.steps.find(step => step.id === 'evaluation.score')!.output!.slice('sha256:'.length);
    writeFileSync(path.join(home, 'store/objects', output.slice(0, 2), output), 'tampered');
    writeFileSync(path.join(home, 'runs', `${first.run}.json`), '{"version": 1, "run"');
    const {code, stdout, stderr} = await program.run([...short, '--home', home]);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as RunResult).fingerprint).toBe(first.fingerprint);
    expect(stderr).toContain(`${output} was damaged and is not used; what it held is made anew.`);
    expect(stderr).toContain(`${first.run}.json is damaged. It was set aside as ${first.run}.json.damaged`);
    expect((await program.run(['runs', 'verify', 'latest', '--home', home])).code).toBe(0);
  },
  patience,
);

test(
  'verify ends with exit code 4 and names the step when a byte of the data has changed',
  async () => {
    const home = temporaryFolder();
    const file = path.join(home, 'rows.csv');
    writeFileSync(file, `x,y\n${'1,a\n2,b\n3,b\n'.repeat(20)}`);
    resultOf(await program.run(['run', '--json', '--csv', file, '--target', 'y', '--home', home]));
    expect((await program.run(['runs', 'verify', 'latest', '--home', home])).stdout).toMatch(/^identical: 10 steps/);
    writeFileSync(file, readFileSync(file, 'utf8').replace('1', '7'));
    const changed = await program.run(['runs', 'verify', 'latest', '--home', home]);
    expect(changed.code).toBe(4);
    expect(changed.stdout).toMatch(/differs, first at `ingestion\.load`: the data changed/);
  },
  patience,
);
