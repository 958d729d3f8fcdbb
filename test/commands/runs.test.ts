import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeAll, expect, test} from 'vitest';
import type {Ports} from '../../src/app/ports.ts';
import {runsCommand} from '../../src/commands/runs.ts';
import {recordRun} from '../app/recorded-run.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runRecord, stepRecord} from '../helpers/records.ts';
import {runCommandOf} from '../helpers/run-command.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

let ports: Ports;
beforeAll(async () => {
  ports = memoryPorts();
  await recordRun(ports, 'wine');
  await recordRun(ports, 'wine', 'training.model=knn', 'evaluation.cross_validate=3');
});

type More = {readonly options?: object; readonly ports?: Ports; readonly folder?: string};

const tell = (words: readonly string[], more: More = {}) =>
  runCommandOf(runsCommand, {words, ports, ...(more as object)});
const say = async (words: readonly string[], more: More = {}) => (await tell(words, more)).printed;
const json = async (words: readonly string[], more: More = {}) =>
  JSON.parse((await runCommandOf(runsCommand, {words, json: true, ports, ...(more as object)})).printed);

test('runs alone lists the runs, newest first, each with its most telling metric', async () => {
  const lines = (await say([])).split('\n');
  expect(lines[0]).toMatch(/^run +pipeline +when \(UTC\) +test$/);
  expect(lines[1]).toMatch(/^20260101-000100000-\w{6} +wine +2026-01-01 00:01 +roc_auc 0\.\d+$/);
  expect(lines[2]).toMatch(/^20260101-000000000-\w{6} +wine/);
  expect(await say(['list'])).toBe(await say([]));
});

test('runs list --json holds what a list needs of every run', async () => {
  const list = await json(['list']);
  expect(Object.keys(list[0])).toEqual([
    'run',
    'name',
    'created',
    'fingerprint',
    'metrics',
    'honest',
    'failed',
    'imported',
  ]);
  expect(list[0].metrics.test).toHaveProperty('roc_auc');
});

test('a failed, a dishonest and an imported run are marked in the list', async () => {
  const own = memoryPorts();
  const failed = [stepRecord('training.fit', {status: 'failed', output: null})];
  own.runs.write(runRecord('20260101-000000000-aaaaaa', {steps: failed, metrics: null}));
  own.runs.write(runRecord('20260101-000000000-bbbbbb', {pipeline: {traps: ['tune_on_test']}, imported: true}));
  const lines = (await say([], {ports: own})).split('\n');
  expect(lines[1]).toMatch(/accuracy 0\.9 +NOT HONEST, imported$/);
  expect(lines[2]).toMatch(/failed at training\.fit$/);
});

test('where there is no run, the list says how to make one; of many it shows the newest', async () => {
  const own = memoryPorts();
  expect(await say([], {ports: own})).toContain('ml-pipeline-tutor run --dataset wine');
  for (let day = 100; day < 140; day++) own.runs.write(runRecord(`20260${day}-000000000-aaaaaa`));
  expect(await say([], {ports: own})).toContain('… and 10 older');
  expect(await json(['list'], {ports: own})).toHaveLength(40);
});

test('runs show tells of one run where it came from, what each step did and what came out', async () => {
  const text = await say(['show', 'latest']);
  expect(text).toMatch(/^run +20260101-000100000-/);
  expect(text).toMatch(/\ndata +wine \(bundled\) \(178 rows, 14 columns\)\n/);
  expect(text).toMatch(/\ntraining\.fit +ran +\w{12} +model: logistic_regression → knn/);
  expect(text).toMatch(/\naccuracy +0\.\d+ +0\.\d+ +0\.4 +0\.\d+ ± 0\.\d+/);
  expect(await json(['show', 'latest'])).toMatchObject({version: 1, name: 'wine', seed: 42});
});

test('text from data cannot drive the terminal', async () => {
  const own = memoryPorts();
  const steps = [stepRecord('training.fit', {reason: 'drop: a → \u001b[2Jb', status: 'failed', error: 'bad\u0007'})];
  own.runs.write(runRecord('20260101-000000000-aaaaaa', {steps, product: '\u001b]0;x\u0007', name: 'a\u202eb'}));
  const texts = [await say([], {ports: own}), await say(['show', 'latest'], {ports: own})].join('\n');
  expect(texts.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});

test('runs diff puts settings, metrics and steps side by side', async () => {
  const own = memoryPorts();
  await recordRun(own, 'breast_cancer');
  await recordRun(own, 'breast_cancer', 'training.model=knn', 'evaluation.cross_validate=3');
  const text = await say(['diff', 'latest~1', 'latest'], {ports: own});
  expect(text).toMatch(/^A {2}20260101-000000000-\w+ {2}breast_cancer/);
  expect(text).toContain('the same data, tested on the same rows');
  expect(text).toMatch(/\ntraining\.model +logistic_regression +knn\n/);
  expect(text).toMatch(/ than the luck of the split \(±0\.\d+, from 143\s+test\s+rows\)/);
  expect(text).toMatch(/7 steps, same output: ingestion\.load, /);
  expect(text).toContain('1 step, only in B: evaluation.cross_validate');
  expect(await json(['diff', 'latest~1', 'latest'])).toMatchObject({identical: false, settings: [{}, {}]});
});

test('runs verify says identical, or what differs with exit code 4', async () => {
  const good = await tell(['verify', 'latest']);
  expect(good).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/^identical: 11 steps of run .*\nfingerprint sha256:/),
  });
  const own = memoryPorts();
  const record = await recordRun(own, 'wine');
  own.runs.write({...record, seed: null as never, product: '0.0.1'});
  const bad = await tell(['verify', 'latest'], {ports: own});
  expect(bad.code).toBe(4);
  expect(bad.printed).toMatch(/^Run \S+ \(wine\) differs, first at `split\.rows`: the record names no seed/);
  expect(bad.printed).toContain('recorded with version 0.0.1, verified with test');
  expect(await json(['verify', 'latest'], {ports: own})).toMatchObject({
    verdict: 'differs',
    first: {step: 'split.rows'},
  });
});

test('runs export writes a bundle that runs import takes over elsewhere', async () => {
  const folder = temporaryFolder();
  const {run} = ports.runs.summaries()[0]!;
  const printed = await say(['export', 'latest']);
  expect(await say(['export', 'latest'], {options: {out: 'run.json'}, folder})).toBe(
    `Wrote run ${run} to run.json. On another machine: ml-pipeline-tutor runs import run.json`,
  );
  expect(readFileSync(path.join(folder, 'run.json'), 'utf8')).toBe(`${printed}\n`);
  const own = memoryPorts();
  expect(await say(['import', 'run.json'], {ports: own, folder})).toBe(
    `Run ${run} is imported. Prove it: ml-pipeline-tutor runs verify ${run}`,
  );
  expect(await json(['import', 'run.json'], {ports: own, folder})).toEqual({run, name: 'wine', was_here: true});
  expect((await tell(['verify', run], {ports: own})).code).toBe(0);
});

test('a bundle that cannot be written says why', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'file'), '');
  await expect(tell(['export', 'latest'], {options: {out: 'file/run.json'}, folder})).rejects.toMatchObject({
    code: 'cannot_write',
    message: expect.stringMatching(/^Cannot write file\/run\.json: /),
  });
});

test('runs gc tells what went and what is left', async () => {
  const own = memoryPorts();
  await recordRun(own, 'wine');
  await recordRun(own, 'iris');
  const dry = await say(['gc'], {ports: own, options: {keep: '1', dryRun: true}});
  expect(dry).toMatch(
    /^Would drop 1 run and 10 stored outputs: \d+(\.\d+)? kB to free\.\nKept: 1 run and 10 stored outputs, /,
  );
  expect(await say(['gc'], {ports: own, options: {keep: '1'}})).toMatch(
    /^Dropped 1 run and 10 stored outputs: .* freed\./,
  );
  expect(await json(['gc'], {ports: own})).toMatchObject({runs: [], objects: 0, kept: {runs: 1}});
});

test.each([
  [['verif'], {}, '`runs verif` is not known.', /list, show, diff, verify, export, import, gc/],
  [['show'], {}, '`runs show` takes one run, not 0.', /runs show latest/],
  [['diff', 'latest'], {}, '`runs diff` takes two runs, not 1.', /runs diff latest~1 latest/],
  [['list', 'latest'], {}, '`runs list` takes no run, not 1.', /runs list/],
  [['import'], {}, '`runs import` takes one file, not 0.', /runs import run\.json/],
  [['gc'], {keep: '-1'}, '--keep cannot be "-1".', /--keep 20/],
  [['gc'], {olderThan: 'week'}, '--older-than cannot be "week".', /--older-than 20/],
])('runs %j says what is wrong with it', async (words, options, message, hint) => {
  await expect(tell(words, {options})).rejects.toMatchObject({
    code: 'bad_usage',
    message,
    hint: expect.stringMatching(hint),
  });
});
