import {expect, test} from 'vitest';
import {memoryRunStore} from '../../src/app/memory-run-store.ts';
import {findRun} from '../../src/app/runs-find.ts';
import {nextRunId} from '../../src/app/runs-id.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runRecord} from '../helpers/records.ts';
import {recordRun} from './recorded-run.ts';

const ids = ['20260101-000000000-aaaaaa', '20260101-120000000-bbbbbb', '20260202-000000000-cccccc'];

function runs(...found: readonly string[]) {
  const store = memoryRunStore();
  for (const run of found) store.write(runRecord(run));
  return store;
}

test('a run is found by its id, by enough of its beginning, and by its age', () => {
  const store = runs(...ids);
  const found = [ids[0]!, '202602', '20260101-12', 'latest', 'latest~0', 'latest~2'].map(
    ref => findRun(ref, store).run,
  );
  expect(found).toEqual([ids[0], ids[2], ids[1], ids[2], ids[2], ids[0]]);
});

test('an id that is also the beginning of another is found', () => {
  expect(findRun('20260101', runs('20260101', '20260101-2')).run).toBe('20260101');
});

test.each([
  ['20260101', '2 runs begin with `20260101`.', /aaaaaa|bbbbbb/],
  [
    '20260202-000000000-cccccd',
    'There is no run `20260202-000000000-cccccd`.',
    /Did you mean 20260202-000000000-cccccc\?/,
  ],
  ['', 'There is no run ``.', /runs list/],
  ['latest~3', 'There are only 3 runs, so none is `latest~3`.', /runs list/],
])('the run `%s` is not known, and the message says what to do', (ref, message, hint) => {
  expect(() => findRun(ref, runs(...ids))).toThrowError(
    expect.objectContaining({code: 'unknown_run', message, hint: expect.stringMatching(hint)}),
  );
});

test('where there is no run yet, the way to the first is told', () => {
  expect(() => findRun('latest', runs())).toThrowError(
    expect.objectContaining({message: 'There is no run yet.', hint: expect.stringContaining('run --dataset wine')}),
  );
});

test('runs from elsewhere have no age here', () => {
  const store = runs(...ids);
  store.write(runRecord('20270101-000000000-dddddd', {imported: true}));
  expect(findRun('latest', store).run).toBe(ids[2]);
});

test('a run id is the time of the run and a tail', () => {
  const now = new Date('2026-11-22T08:15:02.123Z');
  expect(nextRunId(now, undefined, 0x3fa9c1)).toBe('20261122-081502123-3fa9c1');
});

test('two runs in the same millisecond, and runs after the clock was put back, still sort by age', () => {
  const times = ['2026-11-22T08:15:02.999Z', '2026-11-22T08:15:02.999Z', '2020-01-01T00:00:00.000Z'];
  let newest: string | undefined;
  const made = times.map(time => {
    newest = nextRunId(new Date(time), newest, 7);
    return newest;
  });
  expect(made).toEqual(['20261122-081502999-000007', '20261122-081503000-000007', '20261122-081503001-000007']);
  expect(made.toSorted()).toEqual(made);
});

test('an id of another form does not stop new ones', () => {
  expect(nextRunId(new Date('2026-11-22T08:15:02.123Z'), 'something', 1)).toBe('20261122-081502123-000001');
});

test('metrics stand in the same order whether their step ran or was kept', async () => {
  const ports = memoryPorts();
  const [ran, kept] = [await recordRun(ports, 'wine'), await recordRun(ports, 'wine')];
  expect(kept.steps.at(-1)?.status).toBe('unchanged');
  expect(JSON.stringify(kept.metrics)).toBe(JSON.stringify(ran.metrics));
});
