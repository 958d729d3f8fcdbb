import {expect, test} from 'vitest';
import {simulatedClock} from '../../../src/app/schedule/clock.ts';
import {readCron} from '../../../src/app/schedule/cron.ts';
import {cronTrigger} from '../../../src/app/schedule/cron-trigger.ts';
import {type ScheduleEntry, sayEntry} from '../../../src/app/schedule/entry.ts';
import type {GatedRun} from '../../../src/app/schedule/gated-run.ts';
import {runSchedule, type ScheduleWork} from '../../../src/app/schedule/run-schedule.ts';
import type {Due, Trigger} from '../../../src/app/schedule/trigger.ts';
import {KnownError} from '../../../src/errors.ts';

const start = new Date('2026-01-01T00:00:00Z');
const inDays = (days: number) => new Date(start.getTime() + days * 86_400_000);

const finished = {
  result: {run: 'r1', metrics: {test: {accuracy: 0.9}}},
  gates: [],
  promoted: false,
  model: null,
  data: null,
  words: 'accuracy 0.9.',
} as unknown as GatedRun;

type Change = Partial<ScheduleWork> & {readonly cron?: string; readonly days?: number};

/** Keep a schedule going on a simulated clock, with a run that only counts. */
async function scheduled({cron = '0 6 * * *', days = 30, ...change}: Change) {
  const clock = change.clock ?? simulatedClock(start);
  const entries: ScheduleEntry[] = [];
  const triggers = [cronTrigger({times: readCron(cron, 'UTC'), start, catchUp: 'none'})];
  const work: ScheduleWork = {
    triggers,
    clock,
    signal: new AbortController().signal,
    until: inDays(days),
    run: async () => finished,
    write: entry => entries.push(entry),
    ...change,
  };
  await runSchedule(work);
  return entries;
}

const kinds = (entries: readonly ScheduleEntry[]) => entries.map(({kind}) => kind);

test('a month of days runs thirty times', async () => {
  const entries = await scheduled({});
  expect(entries).toHaveLength(30);
  expect(sayEntry(entries[0]!)).toBe('2026-01-01 06:00:00 UTC  ran      Because it is time (0 6 * * *): accuracy 0.9.');
  expect(new Set(entries.map(({scheduled: time}) => time)).size).toBe(30);
});

test('a run that fails is written down and tried again the next time', async () => {
  let runs = 0;
  const run = async () => {
    runs += 1;
    if (runs === 2) throw new KnownError('bad_csv', 'The file is half a file.', {hint: 'Ask for it again.'});
    return finished;
  };
  const entries = await scheduled({days: 3, run});
  expect(kinds(entries)).toEqual(['ran', 'failed', 'ran']);
  expect(entries[1]).toMatchObject({
    words: 'It failed: The file is half a file. Ask for it again. It is tried again the next time.',
    error: {code: 'bad_csv'},
  });
});

test('after failures in a row it waits longer and longer, up to an hour', async () => {
  const run = async () => {
    throw new KnownError('missing_file', 'There is no file.', {hint: 'Look.'});
  };
  const entries = await scheduled({cron: '* * * * *', days: 1, run});
  const failures = entries.filter(({kind}) => kind === 'failed').map(({at}) => Date.parse(at) / 60_000);
  const waits = failures.slice(1).map((minute, place) => minute - failures[place]!);
  expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  expect(entries.find(({kind}) => kind === 'missed')?.words).toBe('Left out after 2 failures in a row.');
});

test('a bug in a run is written down as one and does not end the schedule', async () => {
  const run = async () => {
    throw new TypeError('x is not a function');
  };
  const [entry] = await scheduled({days: 1, run});
  expect(entry).toMatchObject({kind: 'failed', error: {code: 'bug', hint: 'Please report this bug.'}});
});

test('two reasons at the same moment are one run', async () => {
  const other: Trigger = {
    wake: () => inDays(0.25),
    look: async () => ({due: {why: 'its data changed', scheduled: null}}),
  };
  const seen: Due[] = [];
  const controller = new AbortController();
  await scheduled({
    signal: controller.signal,
    triggers: [cronTrigger({times: readCron('0 6 * * *', 'UTC'), start, catchUp: 'none'}), other],
    run: async due => {
      seen.push(due);
      controller.abort('SIGINT');
      return finished;
    },
  });
  expect(seen).toEqual([{why: 'it is time (0 6 * * *), and its data changed', scheduled: '2026-01-01T06:00:00.000Z'}]);
});

test('a clock that leaps ahead during a run misses times, and one put back runs none twice', async () => {
  const clock = simulatedClock(start);
  let runs = 0;
  const run = async () => {
    runs += 1;
    if (runs === 2) clock.set(inDays(5.5));
    if (runs === 3) clock.set(inDays(2));
    return finished;
  };
  const entries = await scheduled({clock, days: 8, run});
  const times = entries.filter(({kind}) => kind === 'ran').map(({scheduled: time}) => time?.slice(8, 10));
  expect(times).toEqual(['01', '02', '07', '03', '04', '05', '06', '08']);
  expect(entries.find(({kind}) => kind === 'missed')).toMatchObject({missed: 4});
});

test('it stops before a run when it is given up, and does not write an interrupted run down as a failure', async () => {
  const controller = new AbortController();
  const run = async () => {
    controller.abort('SIGTERM');
    throw new KnownError('interrupted', 'Stopped.', {hint: 'Run it again.'});
  };
  expect(await scheduled({signal: controller.signal, run})).toEqual([]);
});

test('a schedule whose times are over says so and ends', async () => {
  const never: Trigger = {wake: () => null, look: async () => ({})};
  expect(kinds(await scheduled({triggers: [never]}))).toEqual(['note']);
});

test('a lock that was taken away ends the schedule before the next run', async () => {
  const checkLock = () => {
    throw new KnownError('busy', 'Another program keeps it.', {hint: 'See who.'});
  };
  await expect(scheduled({checkLock})).rejects.toThrow('Another program keeps it.');
});
