import {count} from '../../stages/words.ts';
import type {CronTimes} from './cron.ts';
import type {Look, Trigger} from './trigger.ts';

/** What to do about times that went by without a run. */
export type CatchUp = 'none' | 'one';

export const catchUps: readonly CatchUp[] = ['none', 'one'];

/** Why missed times are not made up for one by one, for people who know another tool. */
export const catchUpWords =
  'Missed times are not made up for one by one: each of those runs would see the data of today, so all would give the same. ' +
  'Airflow calls this catchup and can run every missed time; with `--catch-up one`, one run here makes up for all of them.';

export type CronTriggerOptions = {
  readonly times: CronTimes;
  readonly start: Date;
  /** When this schedule was last at work, from its log. */
  readonly lastAlive?: Date | undefined;
  /** The times that were run already, in ISO form, from its log. */
  readonly done?: readonly string[];
  readonly catchUp: CatchUp;
};

/** A run this late still counts as on time. */
const graceMs = 60_000;
/** So many times are remembered as run, for a clock that is put back. */
const mostRemembered = 10_000;
/** Missed times are counted up to here; a clock that was years off must not keep the schedule busy counting. */
const mostCounted = 1000;

/**
 * Let a pipeline run at the times of a cron pattern. Each time is run at most once, whatever the clock does; times that
 * went by are counted, not made up for.
 */
export function cronTrigger({times, start, lastAlive, done = [], catchUp}: CronTriggerOptions): Trigger {
  const finished = new Set(done);
  // Everything up to here has been dealt with.
  let settled = lastAlive && lastAlive < start ? lastAlive : start;
  let isFirst = true;

  const next = (from: Date): Date | null => {
    let time = times.after(from);
    while (time && finished.has(time.toISOString())) time = times.after(time);
    return time;
  };
  return {
    wake(now) {
      // A clock that was put back shows times again: those that were run stay done, the others come anew.
      if (now < settled) settled = now;
      return next(settled);
    },
    async look(now): Promise<Look> {
      const passed = countUpTo(next, settled, now);
      const latest = passed === 0 ? null : latestOf(times, finished, now);
      const wasAway = isFirst && lastAlive !== undefined;
      settled = now;
      isFirst = false;
      if (!latest) return {};
      const isOnTime = now.getTime() - latest.getTime() <= graceMs;
      const runs = isOnTime || catchUp === 'one';
      if (runs) remember(latest, finished);
      const missed = passed - (isOnTime ? 1 : 0);
      return {
        ...(runs ? {due: {why: sayDue(times, isOnTime), scheduled: latest.toISOString()}} : {}),
        ...(missed > 0 ? {missed: {times: missed, words: sayMissed(missed, wasAway, runs && !isOnTime)}} : {}),
      };
    },
  };
}

function countUpTo(next: (from: Date) => Date | null, from: Date, now: Date): number {
  let passed = 0;
  for (let time = next(from); time && time <= now && passed < mostCounted; time = next(time)) passed += 1;
  return passed;
}

function remember(time: Date, finished: Set<string>): void {
  finished.add(time.toISOString());
  const [oldest] = finished;
  if (finished.size > mostRemembered) finished.delete(oldest!);
}

function latestOf(times: CronTimes, finished: ReadonlySet<string>, now: Date): Date | null {
  const time = times.upTo(now);
  return time && !finished.has(time.toISOString()) ? time : null;
}

function sayDue({pattern}: CronTimes, isOnTime: boolean): string {
  return isOnTime ? `it is time (${pattern})` : `it makes up for what was missed (${pattern})`;
}

function sayMissed(missed: number, wasAway: boolean, isMadeUp: boolean): string {
  const times = missed >= mostCounted ? `${mostCounted} times or more` : count(missed, 'time');
  const why = wasAway
    ? 'while this schedule was not running'
    : 'while a run was going on, the computer slept or its clock was changed';
  if (isMadeUp) return `${times} went by ${why}; one run makes up for them.`;
  return `${times} went by ${why}.${wasAway ? ` ${catchUpWords}` : ''}`;
}
