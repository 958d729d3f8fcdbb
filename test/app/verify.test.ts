import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Ports} from '../../src/app/ports.ts';
import {readRequest} from '../../src/app/read-request.ts';
import {runSpec} from '../../src/app/run-spec.ts';
import {verifyRun} from '../../src/app/verify.ts';
import type {RunRecord} from '../../src/engine/run-record.ts';
import {KnownError} from '../../src/errors.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {forge, recordRun, tamper} from './recorded-run.ts';

const verify = (ports: Ports, {run}: {readonly run: string}) => verifyRun({run}, ports);

/** Put a record in the place of another and verify it. */
async function verifyInstead(ports: Ports, record: unknown) {
  ports.runs.write(record as RunRecord);
  return verify(ports, record as RunRecord);
}

/** Ports whose CSV file can be changed or taken away. */
function portsWithFile() {
  const rows = readFileSync(path.join(import.meta.dirname, '../../datasets/iris.csv'), 'utf8');
  const file = {text: rows as string | undefined};
  const ports = memoryPorts({
    readSource: async () => {
      const {text} = file;
      if (text !== undefined) return {format: 'csv', bytes: new TextEncoder().encode(text), origin: 'iris.csv'};
      throw new KnownError('missing_file', 'There is no file iris.csv.', {hint: 'Check the name.'});
    },
  });
  return {ports, file, rows};
}

async function runFile(ports: Ports, ...set: readonly string[]): Promise<RunRecord> {
  const spec = await readRequest({csv: 'iris.csv', target: 'species', set});
  return ports.runs.read((await runSpec({spec, folder: '/home/ada'}, ports)).run)!;
}

test.each([
  ['the usual pipeline', 'wine', []],
  ['a forest, which draws random numbers', 'iris', ['training.model=random_forest', 'training.params.n_estimators=5']],
  ['a regression', 'diabetes', []],
  ['folds and repeated splits', 'iris', ['evaluation.cross_validate=3', 'evaluation.repeat=3', 'training.model=knn']],
  ['a search', 'iris', ['tuning.method=grid', 'tuning.space={n_neighbors: [1, 5]}', 'training.model=knn']],
  [
    'a search over settings of any block',
    'iris',
    [
      'tuning.method=random',
      'tuning.budget=3',
      'tuning.space={preprocessing.scale: [standard, min_max], C: {log_uniform: [0.1, 10]}}',
    ],
  ],
  ['a trap', 'iris', ['traps=[score_on_train]']],
  [
    'settings of every block',
    'wine',
    [
      'preprocessing.scale=robust',
      'preprocessing.outliers=clip_iqr',
      'features.select=k_best',
      'features.k=5',
      'features.polynomial=2',
      'training.class_weight=balanced',
      'training.params.C=0.5',
      'evaluation.threshold=0.4',
      'ingestion.limit=170',
      'split.test_size=0.3',
    ],
  ],
])('a run verifies as identical: %s', async (_, dataset, set) => {
  const ports = memoryPorts();
  const record = await recordRun(ports, dataset, ...(set as readonly string[]));
  const found = await verify(ports, record);
  expect(found.first).toBeNull();
  expect(found).toMatchObject({verdict: 'identical', figures: [], fingerprint: {now: record.fingerprint}});
  expect(found.steps.map(({id, verdict}) => `${id} ${verdict}`)).toEqual(record.steps.map(({id}) => `${id} same`));
});

test('a run of which nothing had to be done verifies like the first', async () => {
  const ports = memoryPorts();
  await recordRun(ports, 'wine');
  const again = await recordRun(ports, 'wine');
  expect(again.steps.every(step => step.status === 'unchanged')).toBe(true);
  expect((await verify(ports, again)).verdict).toBe('identical');
});

test('verifying starts from nothing: it reads no stored output and leaves none', async () => {
  const ports = memoryPorts();
  const record = await recordRun(ports, 'wine');
  const entries = ports.store.entries();
  const store = {...ports.store, readObject: () => new Uint8Array(), writeObject: () => expect.unreachable()};
  expect((await verify({...ports, store}, record)).verdict).toBe('identical');
  expect(ports.store.entries()).toEqual(entries);
  expect(ports.runs.list()).toHaveLength(1);
});

test('a run whose seed was drawn records it, and verifies', async () => {
  const ports = memoryPorts();
  const spec = await readRequest({dataset: 'wine', seed: 'none', set: []});
  const result = await runSpec({spec, folder: '/'}, ports);
  expect(result.seed).toBe(1000);
  expect((await verify(ports, result)).verdict).toBe('identical');
});

test('one changed byte of the data is named as such, at the step that loads it', async () => {
  const {ports, file, rows} = portsWithFile();
  const record = await runFile(ports);
  expect((await verify(ports, record)).verdict).toBe('identical');
  file.text = rows.replace('5.1', '5.2');
  const found = await verify(ports, record);
  expect(found.verdict).toBe('differs');
  expect(found.first?.step).toBe('ingestion.load');
  expect(found.first?.reason).toMatch(/^the data changed: iris\.csv had the content \w{8}… and has \w{8}… now$/);
});

test('a changed byte that changes no value is a change of the data all the same', async () => {
  const {ports, file, rows} = portsWithFile();
  const record = await runFile(ports);
  file.text = `${rows}\n`;
  expect((await verify(ports, record)).first?.step).toBe('ingestion.load');
});

test('data that is gone is a clear message, not a difference', async () => {
  const {ports, file} = portsWithFile();
  const record = await runFile(ports);
  file.text = undefined;
  await expect(verify(ports, record)).rejects.toMatchObject({
    code: 'missing_file',
    message: `The data of run ${record.run} is gone. There is no file iris.csv.`,
    hint: 'Put iris.csv back into /home/ada, as it was when it was run, and verify again.',
  });
});

test.each([
  ['of the run', (record: RunRecord) => ({...record, seed: undefined})],
  ['of the run, null', (record: RunRecord) => ({...record, seed: null})],
  ['of the pipeline', (record: RunRecord) => ({...record, pipeline: {...(record.pipeline as object), seed: null}})],
  [
    'everywhere',
    (record: RunRecord) => ({...record, seed: null, steps: record.steps.map(step => ({...step, seed: null}))}),
  ],
])('a record without the seed %s fails at the step that draws numbers', async (_, remove) => {
  const ports = memoryPorts();
  const found = await verifyInstead(ports, remove(await recordRun(ports, 'wine')));
  expect(found).toMatchObject({verdict: 'differs', first: {step: 'split.rows'}});
  expect(found.first?.reason).toContain('names no seed');
});

test.each<[string, (record: RunRecord) => RunRecord, string | null, string]>([
  ['another seed', record => ({...record, seed: 43}), 'split.rows', 'this step says seed 42, and the run says 43'],
  [
    'another setting',
    record => tamper(record, 'training.fit', {params: {C: 2}}),
    'training.fit',
    'its key does not go with its settings',
  ],
  [
    'another output',
    record => tamper(record, 'split.rows', {output: 'e'.repeat(64)}),
    'split.rows',
    'the output it names is not what `split.leak_guard` read',
  ],
  [
    'another last output',
    record => tamper(record, 'deployment.package', {output: 'e'.repeat(64)}),
    null,
    'its fingerprint does not go with its steps',
  ],
  [
    'a better figure',
    record => ({...record, metrics: {...(record.metrics as object), test: {accuracy: 0.999}}}),
    'evaluation.score',
    'it says test.accuracy = 0.999, and it is 0.977',
  ],
])('a record changed by hand is found out: %s', async (_, change, step, reason) => {
  const ports = memoryPorts();
  const found = await verifyInstead(ports, change(await recordRun(ports, 'wine')));
  expect(found).toMatchObject({verdict: 'differs', first: {step}});
  expect(found.first?.reason).toContain('the record was changed after the run');
  expect(found.first?.reason).toContain(reason);
});

test('a record changed by hand so that all of it goes together is found out by running it', async () => {
  const ports = memoryPorts();
  const record = await recordRun(ports, 'wine');
  const found = await verifyInstead(ports, forge(record, 'preprocessing.scale', {output: 'e'.repeat(64)}));
  expect(found.first).toEqual({
    step: 'preprocessing.scale',
    reason:
      'the same settings, seed and input gave another output: the step is not reproducible, or the record was changed; every figure is the same all the same',
  });
  const verdicts = found.steps.map(({verdict}) => verdict);
  expect(verdicts.slice(0, 6)).toEqual(['same', 'same', 'same', 'same', 'same', 'differs']);
});

test('a step in another version is named with the versions of the product', async () => {
  const ports = memoryPorts();
  const record = forge(await recordRun(ports, 'wine'), 'preprocessing.encode', {version: 0});
  const found = await verifyInstead(ports, {...record, product: '0.0.9'});
  expect(found.first).toEqual({
    step: 'preprocessing.encode',
    reason: 'the step itself: version 0 → 1 (version 0.0.9 then, test now)',
  });
});

test('a step that this version does not have is named', async () => {
  const ports = memoryPorts();
  const record = await recordRun(ports, 'wine');
  const old = {...record.steps[4]!, id: 'preprocessing.whiten'};
  const steps = record.steps.toSpliced(4, 0, old);
  const found = await verifyInstead(ports, forge({...record, steps, product: '0.0.9'}, 'preprocessing.whiten', {}));
  expect(found.first).toEqual({
    step: 'preprocessing.whiten',
    reason: 'a step that this version lays out no more (version 0.0.9 then, test now)',
  });
});

test('another Node whose figures differ in the last digits only is told apart from a real difference', async () => {
  const ports = memoryPorts();
  const record = await recordRun(ports, 'wine');
  const metrics = record.metrics as {readonly test: {readonly log_loss: number}};
  const test = {...metrics.test, log_loss: metrics.test.log_loss * (1 + 1e-13)};
  const forged = {...forge(record, 'training.fit', {output: 'e'.repeat(64)}), metrics: {...metrics, test}};
  const found = await verifyInstead(ports, {...forged, node: 'v18.0.0'});
  expect(found.first?.step).toBe('training.fit');
  expect(found.first?.reason).toBe(
    'the same settings, seed and input gave another output under Node test than under v18.0.0; 1 figure differs, by 1e-13 of their size at most, which is in the last digits only',
  );
  expect(found.figures).toEqual([
    {figure: 'test.log_loss', recorded: test.log_loss, now: metrics.test.log_loss, relative: expect.closeTo(1e-13, 14)},
  ]);
});

test('what an address answered is kept with the run, and verifying does not ask again', async () => {
  const {ports, file, rows} = portsWithFile();
  const spec = await readRequest({set: ['ingestion.url=https://example.org/iris', 'ingestion.target=species']});
  const {run} = await runSpec({spec, folder: '/'}, ports);
  file.text = rows.replace('5.1', '9.9');
  expect((await verifyRun({run}, ports)).verdict).toBe('identical');
  for (const entry of ports.store.entries()) ports.store.remove(entry);
  await expect(verifyRun({run}, ports)).rejects.toMatchObject({
    code: 'missing_file',
    message: `What iris.csv answered in run ${run} is no longer in the store.`,
  });
});

test('a run that failed verifies by failing the same way', async () => {
  const {ports, file, rows} = portsWithFile();
  const [header, ...lines] = rows.split('\n');
  file.text = [header, ...lines.filter(line => line.includes('setosa'))].join('\n');
  await expect(runFile(ports)).rejects.toThrow();
  const found = await verifyRun({run: 'latest'}, ports);
  expect(found.first).toBeNull();
  expect(ports.runs.summaries()[0]?.failed).not.toBeNull();
});

test('a record whose pipeline this version cannot read lists every problem', async () => {
  const ports = memoryPorts();
  const record = await recordRun(ports, 'wine');
  const pipeline = {...(record.pipeline as object), split: {test_size: 7, shuffle: true}};
  await expect(verifyInstead(ports, {...record, pipeline, product: '9.0.0'})).rejects.toMatchObject({
    code: 'bad_pipeline',
    hint: 'It was made by version 9.0.0; use that version, or run the pipeline again with this one.',
    problems: [{at: {name: 'split.test_size'}}, {at: {name: 'split.shuffle'}}],
  });
});
