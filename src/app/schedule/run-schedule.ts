import {KnownError} from '../../errors.ts';
import {count} from '../../stages/words.ts';
import type {Clock} from './clock.ts';
import {entryOf, type ScheduleEntry} from './entry.ts';
import type {GatedRun} from './gated-run.ts';
import type {Due, Look, Trigger} from './trigger.ts';

/** Everything a schedule needs while it goes on. */
export type ScheduleWork = {
  readonly triggers: readonly Trigger[];
  readonly clock: Clock;
  /** Given up: after the step that is running, nothing more is done. */
  readonly signal: AbortSignal;
  /** Where a simulation ends; a real schedule goes on until it is stopped. */
  readonly until?: Date;
  readonly run: (due: Due) => Promise<GatedRun>;
  /** Told everything that happens. */
  readonly write: (entry: ScheduleEntry) => void;
  /** Asked before each run. @throws {KnownError} `busy` when another program runs this schedule by now. */
  readonly checkLock?: () => void;
};

const minuteMs = 60_000;
const longestWaitMs = 60 * minuteMs;

/**
 * Run a pipeline whenever one of its triggers says so, one run at a time, until it is stopped. A run that fails is
 * written down and tried again the next time; after several failures in a row it waits longer and longer.
 */
export async function runSchedule(work: ScheduleWork): Promise<void> {
  const {triggers, clock, signal, until} = work;
  const patience = new Patience();
  while (!signal.aborted) {
    const next = earliest(triggers, clock.now());
    if (next === null) {
      work.write(entryOf(clock.now(), 'note', 'No time of this schedule ever comes again.'));
      return;
    }
    if (until && next > until) {
      await clock.sleepUntil(until, signal);
      return;
    }
    await clock.sleepUntil(next, signal);
    if (signal.aborted) return;
    const due = await lookAround(work);
    if (due && !patience.refuses(due, clock.now(), work.write)) await runOnce(due, work, patience);
  }
}

/** Run a pipeline now and write down what came of it. @returns the run, or the error it ended with. */
export async function runOnce(
  due: Due,
  {clock, run, write, checkLock}: Pick<ScheduleWork, 'clock' | 'run' | 'write' | 'checkLock'>,
  patience = new Patience(),
): Promise<GatedRun | {readonly error: unknown}> {
  checkLock?.();
  try {
    const done = await run(due);
    patience.succeeded();
    const {result, gates, promoted, model, data, words} = done;
    const found = {run: result.run, metrics: result.metrics.test, gates, promoted, model, data};
    write(entryOf(clock.now(), 'ran', `Because ${due.why}: ${words}`, {...due, ...found}));
    return done;
  } catch (error) {
    if (error instanceof KnownError && error.code === 'interrupted') return {error};
    const wait = patience.failed(clock.now());
    write(failedEntry(error, due, wait, clock.now()));
    return {error};
  }
}

function failedEntry(error: unknown, due: Due, wait: string, now: Date): ScheduleEntry {
  const isKnown = error instanceof KnownError;
  const message = error instanceof Error ? error.message : String(error);
  const found = isKnown ? error : {code: 'bug' as const, hint: 'Please report this bug.'};
  const words = `It failed: ${message} ${found.hint} ${wait}`;
  return entryOf(now, 'failed', words, {...due, error: {code: found.code, hint: found.hint}});
}

async function lookAround({triggers, clock, write}: ScheduleWork): Promise<Due | undefined> {
  const dues: Due[] = [];
  for (const trigger of triggers) {
    const now = clock.now();
    const wake = trigger.wake(now);
    if (wake === null || wake > now) continue;
    const look = await trigger.look(now);
    writeFindings(look, now, write);
    if (look.due) dues.push(look.due);
  }
  if (dues.length === 0) return undefined;
  // Two reasons at once are still one run.
  return {why: dues.map(({why}) => why).join(', and '), scheduled: dues.find(due => due.scheduled)?.scheduled ?? null};
}

function writeFindings({missed, note}: Look, now: Date, write: ScheduleWork['write']): void {
  if (missed) write(entryOf(now, 'missed', missed.words, {missed: missed.times}));
  if (note !== undefined) write(entryOf(now, 'note', note));
}

function earliest(triggers: readonly Trigger[], now: Date): Date | null {
  const wakes = triggers.map(trigger => trigger.wake(now)).filter(wake => wake !== null);
  return wakes.length === 0 ? null : new Date(Math.min(...wakes.map(wake => wake.getTime())));
}

/** Remembers failures in a row, and waits a minute after the first, two after the second, up to an hour. */
class Patience {
  #failures = 0;
  #until = 0;

  succeeded(): void {
    this.#failures = 0;
    this.#until = 0;
  }

  /** @returns what happens next, in words. */
  failed(now: Date): string {
    this.#failures += 1;
    const waitMs = Math.min(longestWaitMs, minuteMs * 2 ** (this.#failures - 1));
    this.#until = now.getTime() + waitMs;
    if (this.#failures === 1) return 'It is tried again the next time.';
    return `That is ${this.#failures} failures in a row, so it waits at least ${count(waitMs / minuteMs, 'minute')} before the next try.`;
  }

  /** Changed data is tried at once, because it may be what puts things right; a planned time waits. */
  refuses(due: Due, now: Date, write: ScheduleWork['write']): boolean {
    const waitMs = this.#until - now.getTime();
    if (due.scheduled === null || waitMs <= 0 || waitMs > longestWaitMs) return false;
    const words = `Left out after ${count(this.#failures, 'failure')} in a row.`;
    write(entryOf(now, 'missed', words, {missed: 1, scheduled: due.scheduled}));
    return true;
  }
}
