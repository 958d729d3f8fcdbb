import {sha256} from '../../engine/hash.ts';
import {KnownError} from '../../errors.ts';
import {readGates} from '../gates-read.ts';
import type {Ports} from '../ports.ts';
import {resolveSpec} from '../resolve-spec.ts';
import type {RunRequest, RunWatch} from '../run-spec.ts';
import type {Clock} from './clock.ts';
import type {HeldLock, ScheduleDesk} from './desk.ts';
import type {DriftSignal} from './drift-trigger.ts';
import {entryOf, type ScheduleEntry} from './entry.ts';
import {type GatedRun, gatedRun} from './gated-run.ts';
import {runOnce, runSchedule, type ScheduleWork} from './run-schedule.ts';
import {type ScheduleWish, triggersOf} from './triggers-of.ts';

/** What a schedule is kept with. */
export type Keeper = {
  readonly ports: Ports;
  readonly desk: ScheduleDesk;
  readonly clock: Clock;
  /** Given up by Ctrl-C or by the system; its reason says by what. */
  readonly signal: AbortSignal;
  /** The pipeline as it is written now: it is read anew before each run, so that a person may change it. */
  readonly request: () => Promise<RunRequest>;
  /** Told every entry as it is written. */
  readonly tell: (entry: ScheduleEntry) => void;
  /** Told, in a sentence, when the log cannot be written. */
  readonly onNotice: (message: string) => void;
  readonly watch?: RunWatch;
  readonly driftSignal?: DriftSignal | undefined;
};

/** So many entries are looked back at, to know what was done already. */
const lookBack = 1000;

/**
 * Keep a pipeline running by its triggers until the signal, or until a moment of a simulated clock.
 *
 * @throws {KnownError} `busy` when another program keeps this schedule, `bad_setting` and `bad_usage` as `triggersOf`.
 */
export async function keepSchedule(wish: ScheduleWish, keeper: Keeper, until?: Date): Promise<void> {
  const {desk, clock, signal, driftSignal} = keeper;
  await withLock(wish.name, keeper, async lock => {
    const history = desk.tail(wish.name, lookBack);
    const contentHash = () => hashOfData(keeper);
    const triggers = triggersOf(wish, {start: clock.now(), history, contentHash, driftSignal});
    const work = {...workOf(wish, keeper, lock), triggers, signal, ...(until ? {until} : {})};
    work.write(entryOf(clock.now(), 'started', sayStart(wish)));
    await runSchedule(work);
    if (signal.aborted) work.write(entryOf(clock.now(), 'stopped', `It was stopped by ${String(signal.reason)}.`));
  });
}

/**
 * Run a pipeline once, with the lock, the gates and the log of its schedule.
 *
 * @throws {KnownError} as the run does.
 */
export async function runScheduledOnce(wish: ScheduleWish, keeper: Keeper): Promise<GatedRun> {
  return withLock(wish.name, keeper, async lock => {
    const done = await runOnce({why: 'it was asked for', scheduled: null}, workOf(wish, keeper, lock));
    if ('error' in done) throw done.error;
    return done;
  });
}

async function withLock<T>(name: string, {desk, request}: Keeper, work: (lock: HeldLock) => Promise<T>): Promise<T> {
  // A mistake in the file is told now, and not by a failed run in the night.
  readGates((await request()).spec.deployment.gates);
  const lock = desk.lock(name);
  try {
    return await work(lock);
  } finally {
    lock.release();
  }
}

function workOf(wish: ScheduleWish, keeper: Keeper, lock: HeldLock): Omit<ScheduleWork, 'triggers' | 'signal'> {
  const {ports, clock, request, watch} = keeper;
  return {
    clock,
    write: writerOf(wish.name, keeper),
    run: async () => gatedRun(await request(), ports, watch),
    checkLock() {
      if (lock.holds()) return;
      throw new KnownError('busy', `Another program keeps the schedule \`${wish.name}\` by now.`, {
        hint: `See who with \`schedule --status\`. This one ends; nothing was run twice.`,
      });
    },
  };
}

/** A log that cannot be written, as on a full disk, is no reason to stop: it is said once, and what happens is still told. */
function writerOf(name: string, {desk, tell, onNotice}: Keeper): (entry: ScheduleEntry) => void {
  let isLost = false;
  return entry => {
    tell(entry);
    try {
      desk.append(name, entry);
      isLost = false;
    } catch (error) {
      if (!(error instanceof KnownError)) throw error;
      if (!isLost) onNotice(`${error.message} The log has a gap from here on; the schedule goes on.`);
      isLost = true;
    }
  };
}

async function hashOfData({ports, request}: Keeper): Promise<string> {
  const {spec, folder} = await request();
  const {bytes} = await ports.readSource(resolveSpec(spec, ports).ingestion, folder);
  return `sha256:${sha256(bytes)}`;
}

function sayStart({every, onChange, onDrift, catchUp}: ScheduleWish): string {
  const when = [
    ...(every === null ? [] : [`at the times ${every}`]),
    ...(onChange ? ['when its data changes'] : []),
    ...(onDrift ? ['when a drift begins'] : []),
  ];
  const missed = every !== null && catchUp === 'one' ? ' Missed times are made up for by one run.' : '';
  return `It runs ${when.join(', ')}.${missed}`;
}
