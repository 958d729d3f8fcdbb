import {appendFileSync, existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {diskRunStore} from '../../src/files/run-store.ts';
import {runRecord, stepRecord} from '../helpers/records.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

const ids = ['20260101-000000000-aaaaaa', '20260101-000000001-bbbbbb', '20260102-000000000-cccccc'];

function filledStore() {
  const home = temporaryFolder();
  const store = diskRunStore(home);
  for (const [place, run] of ids.entries()) store.write(runRecord(run, {name: place === 1 ? 'iris' : 'wine'}));
  return {home, store, file: (name: string) => path.join(home, 'runs', name)};
}
const idsOf = (runs: ReadonlyArray<{readonly run: string}>) => runs.map(({run}) => run);

test('runs are listed newest first, and the newest of a pipeline is found by its name', () => {
  const {store} = filledStore();
  expect(idsOf(store.summaries())).toEqual(ids.toReversed());
  expect(idsOf(store.list())).toEqual(ids.toReversed());
  expect(store.latest('wine')?.run).toBe(ids[2]);
  expect(store.latest('iris')?.run).toBe(ids[1]);
  expect(store.latest('diabetes')).toBeUndefined();
});

test('a run that came from elsewhere is not the last run of a pipeline here', () => {
  const {store} = filledStore();
  store.write(runRecord('20270101-000000000-dddddd', {imported: true}));
  expect(store.latest('wine')?.run).toBe(ids[2]);
  expect(store.summaries()[0]).toMatchObject({run: '20270101-000000000-dddddd', imported: true});
});

test('a summary tells what a list shows without the record', () => {
  const {store} = filledStore();
  const steps = [stepRecord('split.rows'), stepRecord('training.fit', {status: 'failed', output: null})];
  const cross_validation = {metric: 'accuracy', mean: 0.9, sd: 0.1, scores: [0.8, 1], all: {accuracy: {mean: 0.9}}};
  const metrics = {test: {accuracy: 0.9}, cross_validation};
  store.write(runRecord('20270101-000000000-dddddd', {steps, metrics, pipeline: {traps: ['score_on_train']}}));
  expect(store.summaries()[0]).toEqual({
    run: '20270101-000000000-dddddd',
    name: 'wine',
    created: '2026-01-01T00:00:00.000Z',
    fingerprint: expect.stringMatching(/^sha256:/),
    metrics: {test: {accuracy: 0.9}, cross_validation: {metric: 'accuracy', mean: 0.9, sd: 0.1, scores: [0.8, 1]}},
    honest: false,
    failed: 'training.fit',
    imported: false,
    split: steps[0]!.output,
  });
});

test.each([
  ['missing', (file: string) => rmSync(file)],
  [
    'cut short in the middle of a line',
    (file: string) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, -200)),
  ],
  ['full of something else', (file: string) => writeFileSync(file, 'null\n{"run": 7}\n\u0000\u0001\n[]\n')],
  ['longer than there are runs', (file: string) => appendFileSync(file, '{"run":"gone","name":"x","split":null}\n')],
])('an index that is %s is made again from the records', (_, damage) => {
  const {store, file} = filledStore();
  const before = store.summaries();
  damage(file('index.jsonl'));
  expect(store.summaries()).toEqual(before);
  const lines = readFileSync(file('index.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map(line => (JSON.parse(line) as {run: string}).run)).toEqual(ids.toReversed());
});

test('a line that was cut short spoils no line after it', () => {
  const {store, file} = filledStore();
  appendFileSync(file('index.jsonl'), '{"run":"2026');
  store.write(runRecord('20270101-000000000-dddddd'));
  expect(store.summaries()).toHaveLength(4);
});

test('a whole index spares opening the records', () => {
  const {store, file} = filledStore();
  writeFileSync(file(`${ids[0]}.json`), 'damaged, but nobody looks');
  expect(idsOf(store.summaries())).toEqual(ids.toReversed());
});

test.each([
  ['half written', (text: string) => text.slice(0, 300)],
  ['the record of another run', (text: string) => text.replaceAll(ids[2]!, ids[0]!)],
  ['no record at all', () => '[]'],
])('a record that is %s is told, set aside, and the others stay', (_, damage) => {
  const {home, file} = filledStore();
  const damaged: string[] = [];
  const store = diskRunStore(home, {onDamage: name => damaged.push(name)});
  const record = file(`${ids[2]}.json`);
  writeFileSync(record, damage(readFileSync(record, 'utf8')));
  expect(store.read(ids[2]!)).toBeUndefined();
  expect(damaged).toEqual([record]);
  expect(existsSync(`${record}.damaged`)).toBe(true);
  expect(idsOf(store.summaries())).toEqual([ids[1], ids[0]]);
  expect(store.latest('wine')?.run).toBe(ids[0]);
});

test('an id that is no file name of a record reads nothing', () => {
  const {store, home} = filledStore();
  writeFileSync(path.join(home, 'secret.json'), JSON.stringify(runRecord('secret')));
  expect(store.read('../secret')).toBeUndefined();
});

test('a run that is removed is gone from the list', () => {
  const {store} = filledStore();
  store.remove(ids[1]!);
  expect(idsOf(store.summaries())).toEqual([ids[2], ids[0]]);
  expect(store.read(ids[1]!)).toBeUndefined();
});

test('a record that cannot be written is an error, and the runs before it stay', () => {
  const {home, store} = filledStore();
  const full = diskRunStore(home, {
    write: () => {
      throw new Error('full');
    },
  });
  expect(() => full.write(runRecord('20270101-000000000-dddddd'))).toThrow('full');
  expect(idsOf(store.summaries())).toEqual(ids.toReversed());
});
