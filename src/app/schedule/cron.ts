import {Cron} from 'croner';
import {KnownError} from '../../errors.ts';
import {explainCron} from './cron-faults.ts';

/** The times that a cron pattern names, for ever. */
export type CronTimes = {
  readonly pattern: string;
  /** The first time after a moment; null where none comes. */
  readonly after: (moment: Date) => Date | null;
  /** The last time up to a moment, the moment itself included. */
  readonly upTo: (moment: Date) => Date | null;
};

const nicknames = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'] as const;

/**
 * Read the times of a schedule as cron writes them: minute, hour, day of the month, month, day of the week; or `@daily`
 * and its kin.
 *
 * @param timezone - such as `UTC`; the one of this machine where none is given.
 * @throws {KnownError} `bad_setting` with the part that is wrong and what was probably meant.
 */
export function readCron(written: string, timezone?: string): CronTimes {
  const pattern = written.trim().replace(/\s+/g, ' ');
  const isKnown = (nicknames as readonly string[]).includes(pattern.toLowerCase());
  // Croner also reads dates and patterns with seconds; one form is enough to learn.
  if (!isKnown && pattern.split(' ').length !== 5) throw badCron(written);
  const cron = open(pattern, written, timezone);
  const after = (moment: Date) => cron.nextRun(moment);
  if (after(new Date(0)) === null) throw badCron(written);
  return {pattern, after, upTo: moment => cron.previousRuns(1, new Date(moment.getTime() + 1))[0] ?? null};
}

function open(pattern: string, written: string, timezone: string | undefined): Cron {
  try {
    return new Cron(pattern, {paused: true, mode: '5-part', ...(timezone === undefined ? {} : {timezone})});
  } catch (error) {
    throw badCron(written, error);
  }
}

function badCron(written: string, cause?: unknown): KnownError {
  const {fault, guess} = explainCron(written, nicknames);
  const hint = `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}Five parts are needed: minute, hour, day of the month, month, day of the week. \`0 6 * * 1\` is every Monday at 06:00.`;
  return new KnownError('bad_setting', `"${written}" is no time as cron writes it: ${fault}.`, {
    hint,
    at: {name: 'monitoring.every'},
    cause,
  });
}
