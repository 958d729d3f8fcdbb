import {readCron} from './cron.ts';
import type {LockHolder, ScheduleDesk} from './desk.ts';
import type {ScheduleEntry} from './entry.ts';
import type {ScheduleWish} from './triggers-of.ts';

/** A schedule as a person asks about it. */
export type ScheduleStatus = {
  readonly name: string;
  readonly every: string | null;
  /** The next times, in ISO form. */
  readonly next: readonly string[];
  /** The program that keeps it now; null where none does. */
  readonly holder: LockHolder | null;
  /** The last entries of its log, oldest first. */
  readonly last: readonly ScheduleEntry[];
};

/** Look at a schedule without touching it. */
export function scheduleStatus(
  {name, every, timezone}: Pick<ScheduleWish, 'name' | 'every' | 'timezone'>,
  desk: Pick<ScheduleDesk, 'holder' | 'tail'>,
  now: Date,
): ScheduleStatus {
  const next = every === null ? [] : nextTimes(every, timezone, now, 3);
  return {name, every, next, holder: desk.holder(name), last: desk.tail(name, 10)};
}

function nextTimes(every: string, timezone: string | undefined, now: Date, most: number): readonly string[] {
  const times = readCron(every, timezone);
  const found: Date[] = [];
  for (let time = times.after(now); time && found.length < most; time = times.after(time)) found.push(time);
  return found.map(time => time.toISOString());
}
