import {expect, test} from 'vitest';
import {readCron} from '../../../src/app/schedule/cron.ts';
import {type CronTriggerOptions, cronTrigger} from '../../../src/app/schedule/cron-trigger.ts';

const at = (text: string) => new Date(`${text}Z`);
const hourly = readCron('@hourly', 'UTC');

function hourlyTrigger(change: Partial<CronTriggerOptions> = {}) {
  return cronTrigger({times: hourly, start: at('2026-01-01T00:30'), catchUp: 'none', ...change});
}

test('it wakes at the next time after the start and is due there', async () => {
  const trigger = hourlyTrigger();
  expect(trigger.wake(at('2026-01-01T00:30'))).toEqual(at('2026-01-01T01:00'));
  expect(await trigger.look(at('2026-01-01T01:00'))).toEqual({
    due: {why: 'it is time (@hourly)', scheduled: '2026-01-01T01:00:00.000Z'},
  });
  expect(trigger.wake(at('2026-01-01T01:00'))).toEqual(at('2026-01-01T02:00'));
});

test('times that went by during a long run are counted and not run', async () => {
  const trigger = hourlyTrigger();
  await trigger.look(at('2026-01-01T01:00'));
  const {due, missed} = await trigger.look(at('2026-01-01T04:30'));
  expect(due).toBeUndefined();
  expect(missed).toEqual({
    times: 3,
    words: '3 times went by while a run was going on, the computer slept or its clock was changed.',
  });
  expect(trigger.wake(at('2026-01-01T04:30'))).toEqual(at('2026-01-01T05:00'));
});

test('the last of several times is run when it is reached within a minute', async () => {
  const trigger = hourlyTrigger();
  const {due, missed} = await trigger.look(at('2026-01-01T03:00:40'));
  expect(due?.scheduled).toBe('2026-01-01T03:00:00.000Z');
  expect(missed?.times).toBe(2);
});

test('after a week switched off nothing is made up for, and the reason is told', async () => {
  const trigger = hourlyTrigger({start: at('2026-01-08T00:30'), lastAlive: at('2026-01-01T00:30')});
  const now = at('2026-01-08T00:30');
  expect(trigger.wake(now)!.getTime()).toBeLessThanOrEqual(now.getTime());
  const {due, missed} = await trigger.look(now);
  expect(due).toBeUndefined();
  expect(missed!.times).toBe(168);
  expect(missed!.words).toContain('Airflow calls this catchup');
  expect(trigger.wake(now)).toEqual(at('2026-01-08T01:00'));
});

test('one run makes up for everything that was missed, where that is asked for', async () => {
  const trigger = hourlyTrigger({
    start: at('2026-01-08T00:30'),
    lastAlive: at('2026-01-01T00:30'),
    catchUp: 'one',
  });
  const {due, missed} = await trigger.look(at('2026-01-08T00:30'));
  expect(due?.scheduled).toBe('2026-01-08T00:00:00.000Z');
  expect(missed?.words).toBe('168 times went by while this schedule was not running; one run makes up for them.');
  expect(await trigger.look(at('2026-01-08T00:31'))).toEqual({});
});

test('a clock that is put back does not run a time again, and goes on with the ones after it', async () => {
  const trigger = hourlyTrigger();
  await trigger.look(at('2026-01-01T01:00'));
  await trigger.look(at('2026-01-01T02:00'));
  const back = at('2026-01-01T00:10');
  expect(trigger.wake(back)).toEqual(at('2026-01-01T03:00'));
});

test('a time that the log names as run is not run again after a restart', async () => {
  const trigger = hourlyTrigger({
    start: at('2026-01-01T00:59:30'),
    lastAlive: at('2026-01-01T01:00:10'),
    done: ['2026-01-01T01:00:00.000Z'],
  });
  expect(trigger.wake(at('2026-01-01T00:59:30'))).toEqual(at('2026-01-01T02:00'));
});

test('a clock that leaps years ahead is not counted through time by time', async () => {
  const trigger = hourlyTrigger();
  const {missed} = await trigger.look(at('2046-01-01T00:30'));
  expect(missed).toMatchObject({times: 1000});
  expect(missed!.words).toMatch(/^1000 times or more went by/);
  expect(trigger.wake(at('2046-01-01T00:30'))).toEqual(at('2046-01-01T01:00'));
});
