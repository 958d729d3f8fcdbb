import type {Ports} from '../app/ports.ts';
import type {ScheduleDesk, SchedulePorts} from '../app/schedule/desk.ts';
import type {ScheduleEntry} from '../app/schedule/entry.ts';
import type {Keeper} from '../app/schedule/keep-schedule.ts';
import type {ScheduleWish} from '../app/schedule/triggers-of.ts';
import type {Command, CommandContext, CommandInput} from './command.ts';
import {pipelineOptions, readPipelineRequest} from './pipeline-options.ts';
import {readScheduleOptions, type ScheduleOptions} from './schedule-options.ts';

/** Run a pipeline by the clock, when its data changes, or when a drift begins. */
export const scheduleCommand: Command = {
  name: 'schedule',
  words: '[file]',
  summary: 'run a pipeline by the clock, when its data changes, or when a drift begins',
  options: [
    ['--every <cron>', 'the times as cron writes them, such as "0 6 * * 1" for every Monday at 06:00'],
    ['--on-change', 'run when the data has changed'],
    ['--on-drift', 'run when a drift begins'],
    ['--once', 'run once now, with the gates, the lock and the log of the schedule'],
    ['--status', 'show the next times and the last runs'],
    ['--simulate <days>', 'show so many days on a clock that does not wait; nothing is kept'],
    ['--from <date>', 'the day a simulation begins with, such as 2026-01-31'],
    ['--catch-up <how>', 'what becomes of missed times: none (they are counted), or one run for all of them'],
    ['--poll <seconds>', 'how often to look whether the data has changed; every 5 seconds unless told otherwise'],
    ...pipelineOptions,
  ],
  async run(input, context) {
    const options = readScheduleOptions(input.options);
    const wish = await wishOf(input, options, context);
    const ways = {status: showStatus, once: runOnce, simulate, keep};
    return ways[options.way]({wish, options, input, context});
  },
};

type Asked = {
  readonly wish: ScheduleWish;
  readonly options: ScheduleOptions;
  readonly input: CommandInput;
  readonly context: CommandContext;
};

async function wishOf(input: CommandInput, options: ScheduleOptions, context: CommandContext): Promise<ScheduleWish> {
  const [{spec}, {resolveSpec}] = await Promise.all([
    readPipelineRequest(input, context),
    import('../app/resolve-spec.ts'),
  ]);
  const {name} = resolveSpec(spec, await context.ports());
  const {onChange, onDrift, catchUp, pollMs} = options;
  return {name, every: options.every ?? spec.monitoring.every, onChange, onDrift, catchUp, pollMs};
}

async function showStatus({wish, context}: Asked): Promise<number> {
  const [{scheduleStatus}, {formatStatus}] = await Promise.all([
    import('../app/schedule/schedule-status.ts'),
    import('./schedule-text.ts'),
  ]);
  const status = scheduleStatus(wish, await deskOf(await context.ports(), context), new Date());
  context.print(context.json ? JSON.stringify(status) : formatStatus(status, context));
  return 0;
}

async function runOnce(asked: Asked): Promise<number> {
  const {runScheduledOnce} = await import('../app/schedule/keep-schedule.ts');
  const {context, wish} = asked;
  return withKeeper(asked, async keeper => {
    const {result, model, promoted, gates, words} = await runScheduledOnce(wish, keeper);
    const {run, metrics} = result;
    if (context.json) {
      context.print(JSON.stringify({name: wish.name, run, model, promoted, gates, words, metrics: metrics.test}));
    } else context.print((await import('./schedule-text.ts')).formatGates(gates, context));
    return gates.every(({passed}) => passed) ? 0 : 4;
  });
}

async function keep(asked: Asked): Promise<number> {
  const {keepSchedule} = await import('../app/schedule/keep-schedule.ts');
  const {wish, context} = asked;
  const entries: ScheduleEntry[] = [];
  return withKeeper(asked, async keeper => {
    await keepSchedule(wish, {...keeper, tell: collector(entries, keeper.tell)});
    if (context.json) context.print(JSON.stringify({name: wish.name, entries}));
    return 0;
  });
}

async function simulate(asked: Asked): Promise<number> {
  const [{simulateSchedule}, {machineClock}] = await Promise.all([
    import('../app/schedule/simulate-schedule.ts'),
    import('./schedule-clock.ts'),
  ]);
  const {wish, options, context} = asked;
  const entries: ScheduleEntry[] = [];
  return withKeeper(asked, async keeper => {
    const from = options.from ?? machineClock.now();
    await simulateSchedule(wish, {...keeper, tell: collector(entries, keeper.tell)}, {from, days: options.days});
    if (context.json) context.print(JSON.stringify({name: wish.name, from: from.toISOString(), entries}));
    return 0;
  });
}

/** Set up what a schedule is kept with; a signal to stop decides the exit code. */
async function withKeeper({input, context}: Asked, work: (keeper: Keeper) => Promise<number>): Promise<number> {
  const [{machineClock, stopSignal}, {sayEntry}] = await Promise.all([
    import('./schedule-clock.ts'),
    import('../app/schedule/entry.ts'),
  ]);
  const ports = await context.ports();
  const desk = await deskOf(ports, context);
  const stop = stopSignal();
  const {driftSignalFor} = await import('../app/monitor/drift-signal.ts');
  const keeper: Keeper = {
    ports,
    desk,
    clock: machineClock,
    signal: stop.signal,
    request: () => readPipelineRequest(input, context),
    tell: entry => {
      if (!context.json) context.print(sayEntry(entry));
    },
    onNotice: context.note,
    // Signals arrive between two steps.
    watch: {cancelled: () => stop.signal.aborted, pause: () => new Promise(resolve => setImmediate(resolve))},
    driftSignal: driftSignalFor(() => readPipelineRequest(input, context), ports),
  };
  try {
    const code = await work(keeper);
    return stop.exitCode() || code;
  } catch (error) {
    if (stop.signal.aborted) return stop.exitCode();
    throw error;
  } finally {
    stop.end();
  }
}

async function deskOf(ports: Ports, {note}: CommandContext): Promise<ScheduleDesk> {
  const {schedules} = ports as SchedulePorts;
  if (schedules) return schedules;
  note('No lock and no log of the schedule are kept, because there is no place for them.');
  return (await import('../app/schedule/desk.ts')).memoryDesk();
}

/** A program that runs for a year must not hold every line it ever said. */
const mostHeld = 1000;

function collector(entries: ScheduleEntry[], tell: (entry: ScheduleEntry) => void): (entry: ScheduleEntry) => void {
  return entry => {
    entries.push(entry);
    if (entries.length > mostHeld) entries.shift();
    tell(entry);
  };
}
