import {KnownError} from '../../errors.ts';
import {changeTrigger} from './change-trigger.ts';
import {readCron} from './cron.ts';
import {type CatchUp, cronTrigger} from './cron-trigger.ts';
import {type DriftSignal, driftTrigger} from './drift-trigger.ts';
import type {ScheduleEntry} from './entry.ts';
import type {Trigger} from './trigger.ts';

/** When a person wants a pipeline to run. */
export type ScheduleWish = {
  /** The name of the pipeline, which its lock and its log go by. */
  readonly name: string;
  /** The times as cron writes them; null for none. */
  readonly every: string | null;
  readonly onChange: boolean;
  readonly onDrift: boolean;
  readonly catchUp: CatchUp;
  /** How often to look at the data. */
  readonly pollMs: number;
  /** The time zone of `every`, such as UTC; that of this machine where none is given. */
  readonly timezone?: string;
};

/** What the triggers look at. */
export type Watched = {
  readonly start: Date;
  /** What the log says of earlier runs, oldest first. */
  readonly history: readonly ScheduleEntry[];
  readonly contentHash: () => Promise<string>;
  /** Undefined where nothing watches for drift. */
  readonly driftSignal?: DriftSignal | undefined;
};

const hourMs = 3_600_000;

/**
 * Set up everything that may let the pipeline run.
 *
 * @throws {KnownError} `bad_usage` where nothing would ever let it run, `bad_setting` for times that cannot be read.
 */
export function triggersOf(wish: ScheduleWish, watched: Watched): readonly Trigger[] {
  const {start, history, contentHash} = watched;
  const {every, catchUp, pollMs, timezone} = wish;
  const triggers: Trigger[] = [];
  if (every !== null) {
    const last = history.at(-1)?.at;
    const lastAlive = last === undefined ? undefined : new Date(last);
    const done = history.flatMap(({kind, scheduled}) => (scheduled && kind !== 'missed' ? [scheduled] : []));
    triggers.push(cronTrigger({times: readCron(every, timezone), start, lastAlive, done, catchUp}));
  }
  if (wish.onChange) {
    const known = history.findLast(({data}) => data !== null)?.data ?? undefined;
    triggers.push(changeTrigger({contentHash, known, everyMs: pollMs, start}));
  }
  if (wish.onDrift) triggers.push(driftTrigger({signal: signalOf(watched), everyMs: hourMs, start}));
  if (triggers.length === 0) throw nothingToWaitFor();
  return triggers;
}

function signalOf({driftSignal}: Watched): DriftSignal {
  if (driftSignal) return driftSignal;
  throw new KnownError('bad_usage', 'Nothing watches this pipeline for drift.', {
    hint: 'Leave --on-drift out, and use --every or --on-change.',
  });
}

function nothingToWaitFor(): KnownError {
  return new KnownError('bad_usage', 'When is the pipeline to run?', {
    hint: 'Give --every "0 6 * * 1" (every Monday at 06:00), --on-change or --once, or write `monitoring: {every: "0 6 * * 1"}` in the file.',
  });
}
