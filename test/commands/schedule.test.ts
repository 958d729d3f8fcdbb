import {expect, test} from 'vitest';
import type {SchedulePorts} from '../../src/app/schedule/desk.ts';
import {scheduleCommand} from '../../src/commands/schedule.ts';
import {diskDesk} from '../../src/files/schedule-desk.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runCommandOf} from '../helpers/run-command.ts';
import {temporaryFolder} from '../helpers/temporary-folder.ts';

const gates = (least: number) => `deployment.gates={min: {accuracy: ${least}}}`;

/** Schedule iris in a home of its own. */
function irisSchedule() {
  const home = temporaryFolder();
  const ports: SchedulePorts = {...memoryPorts(), schedules: diskDesk(home)};
  const schedule = (options: {readonly [name: string]: unknown}, json = false) =>
    runCommandOf(scheduleCommand, {options: {dataset: 'iris', ...options}, ports, json});
  return {home, ports, schedule};
}

test('one run holds the lock, writes the log and ends with 0 where every gate is open', async () => {
  const {schedule, ports} = irisSchedule();
  const told = await schedule({once: true, set: [gates(0.8), 'deployment.name=m']});
  expect(told.code).toBe(0);
  expect(told.printed).toContain('m@1 is in production now.');
  expect(ports.schedules!.holder('iris')).toBeNull();
  const status = JSON.parse((await schedule({status: true, every: '@daily'}, true)).printed);
  expect(status).toMatchObject({name: 'iris', holder: null, last: [{kind: 'ran', promoted: true}]});
  expect(status.next).not.toHaveLength(0);
});

test('a gate that stays shut ends with 4 and says why', async () => {
  const told = await irisSchedule().schedule({once: true, set: [gates(0.999), 'training.model=dummy']});
  expect(told.code).toBe(4);
  expect(told.printed).toMatch(/shut +min\.accuracy +accuracy is 0\.\d+, but at least 0\.999 is asked for/);
});

test('a simulation runs on a clock that does not wait and leaves no model and no log behind', async () => {
  const {schedule, ports, home} = irisSchedule();
  const told = await schedule(
    {simulate: '3', from: '2026-01-31', every: '0 6 * * *', set: ['deployment.name=m']},
    true,
  );
  const {entries} = JSON.parse(told.printed) as {readonly entries: ReadonlyArray<{readonly kind: string}>};
  expect(entries.filter(({kind}) => kind === 'ran')).toHaveLength(3);
  expect(ports.models.names()).toEqual([]);
  expect(diskDesk(home).tail('iris', 5)).toEqual([]);
});

test.each([
  [{}, 'When is the pipeline to run?'],
  [{every: '61 6 * * *'}, 'the minute is "61"'],
  [{once: true, status: true}, '--status and --once exclude one another'],
  [{simulate: '3', from: '2026-02-30', every: '@daily'}, '--from cannot be "2026-02-30"'],
  [{every: '@daily', catchUp: 'all'}, '--catch-up cannot be "all"'],
  [{every: '@daily', poll: 'often'}, '--poll cannot be "often"'],
])('what cannot be understood is refused before anything runs: %j', async (options, message) => {
  const {schedule, ports} = irisSchedule();
  await expect(schedule(options)).rejects.toThrow(message);
  expect(ports.runs.list()).toEqual([]);
});
