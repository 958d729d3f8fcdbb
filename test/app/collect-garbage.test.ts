import {beforeEach, expect, test} from 'vitest';
import {collectGarbage} from '../../src/app/collect-garbage.ts';
import type {Ports} from '../../src/app/ports.ts';
import {sha256} from '../../src/engine/hash.ts';
import {memoryRegistry} from '../../src/engine/registry.ts';
import type {StoreEntry} from '../../src/engine/store.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runRecord, stepRecord} from '../helpers/records.ts';

const content = (letter: string) => new TextEncoder().encode(letter.repeat(10));
const hashOf = (letter: string) => sha256(content(letter));
const now = new Date('2026-06-01T00:00:00Z');

let ports: Ports;

/** Three runs, a day apart: each names the object `s` that all share and one of its own. */
beforeEach(() => {
  ports = memoryPorts({now: () => now});
  for (const letter of 'sabcx') ports.store.writeObject(hashOf(letter), content(letter));
  for (const [day, letter] of ['a', 'b', 'c'].entries()) {
    const steps = [stepRecord('load', {output: hashOf('s')}), stepRecord('fit', {output: hashOf(letter)})];
    const created = new Date(now.getTime() - (3 - day) * 86_400_000).toISOString();
    ports.runs.write(runRecord(`2026010${day + 1}-000000000-aaaaaa`, {steps, created}));
    const result = {version: 1, key: letter.repeat(64), output: hashOf(letter), report: null, ms: 1} as const;
    ports.store.writeResult(result);
  }
});

function left(): string {
  const objects = ports.store.entries().filter(entry => entry.kind === 'object');
  return [...'sabcx'].filter(letter => objects.some(({name}) => name === hashOf(letter))).join('');
}

test('without a limit every run is kept, and only what nobody names goes', () => {
  expect(collectGarbage({}, ports)).toEqual({
    dry_run: false,
    runs: [],
    objects: 1,
    bytes: 10,
    kept: {runs: 3, objects: 4, bytes: 40},
    others_at_work: false,
  });
  expect(left()).toBe('sabc');
});

test('the newest runs are kept with all they name, and the results of the others go with their outputs', () => {
  const report = collectGarbage({keep: 1}, ports);
  expect(report.runs).toEqual(['20260102-000000000-aaaaaa', '20260101-000000000-aaaaaa']);
  expect(left()).toBe('sc');
  expect(ports.runs.list().map(({run}) => run)).toEqual(['20260103-000000000-aaaaaa']);
  expect(ports.store.readResult('a'.repeat(64))).toBeUndefined();
  expect(ports.store.readResult('c'.repeat(64))).toBeDefined();
});

test('runs older than some days go', () => {
  expect(collectGarbage({olderThanDays: 2}, ports).runs).toEqual([
    '20260102-000000000-aaaaaa',
    '20260101-000000000-aaaaaa',
  ]);
});

test('with both limits a run goes only when it is past both', () => {
  expect(collectGarbage({keep: 2, olderThanDays: 2}, ports).runs).toEqual(['20260101-000000000-aaaaaa']);
});

test('a dry run says the same and drops nothing', () => {
  const dry = collectGarbage({keep: 1, dryRun: true}, ports);
  expect(left()).toBe('sabcx');
  expect(ports.runs.list()).toHaveLength(3);
  expect(collectGarbage({keep: 1}, ports)).toEqual({...dry, dry_run: false});
});

test('the run that made a model stays, and so does every output it came from', () => {
  const models = memoryRegistry();
  const lineage = [{step: 'fit', output: hashOf('x')}];
  models.register(
    {
      name: 'churn',
      run: '20260101-000000000-aaaaaa',
      created: now.toISOString(),
      metrics: {},
      data: 'sha256:',
      honest: true,
      lineage,
      pipeline: null,
    },
    '{}',
  );
  expect(collectGarbage({keep: 1}, {...ports, models}).runs).toEqual(['20260102-000000000-aaaaaa']);
  expect(left()).toBe('sacx');
});

test('what a source answered is kept as long as its run', () => {
  const source = {format: 'csv', origin: 'https://example.org', hash: hashOf('x'), kept: true};
  ports.runs.write(runRecord('20260104-000000000-aaaaaa', {source, created: now.toISOString()}));
  collectGarbage({}, ports);
  expect(left()).toBe('sabcx');
  collectGarbage({keep: 0}, ports);
  expect(left()).toBe('');
});

test('while another program works, what was used in the last hour stays', () => {
  const minutesAgo = (minutes: number) => now.getTime() - minutes * 60_000;
  const used = (entry: StoreEntry): StoreEntry => ({
    ...entry,
    used: entry.name === hashOf('x') ? minutesAgo(59) : minutesAgo(61),
  });
  const store = {...ports.store, entries: () => ports.store.entries().map(used)};
  const report = collectGarbage({keep: 1}, {...ports, store, othersAtWork: () => true});
  expect(report.others_at_work).toBe(true);
  expect(left()).toBe('scx');
});

test('the half-written files of a program that was killed go', () => {
  const debris: StoreEntry = {kind: 'debris', name: 'objects/ab/x.tmp', bytes: 7, used: 0};
  const removed: string[] = [];
  const store = {
    ...ports.store,
    entries: () => [...ports.store.entries(), debris],
    remove: (entry: StoreEntry) => removed.push(entry.name),
  };
  expect(collectGarbage({}, {...ports, store})).toMatchObject({objects: 1, bytes: 17});
  expect(removed).toEqual([hashOf('x'), debris.name]);
});
