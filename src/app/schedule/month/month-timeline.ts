import type {GateVerdict} from '../../gates.ts';
import type {ScheduleEntry} from '../entry.ts';
import type {MonthFaults} from './faults.ts';
import {type ActionCount, actionsOn, countActions, type DayFate, setUpActions} from './human-actions.ts';

/** One day of a simulated month. */
export type MonthDay = {
  readonly day: number;
  readonly date: string;
  readonly fate: DayFate;
  /** What happened, a sentence each. */
  readonly events: readonly string[];
  /** The metric that counts, on the test rows; null where nothing ran. */
  readonly metric: number | null;
  readonly model: string | null;
  readonly promoted: boolean;
  /** The model in use at the end of the day; null before the first. */
  readonly in_use: string | null;
  readonly gates: readonly GateVerdict[];
  /** What people did on that day, without and with a pipeline. */
  readonly by_hand: readonly string[];
  readonly by_pipeline: readonly string[];
};

/** A simulated month as plain data. */
export type MonthTimeline = {
  readonly metric: string;
  readonly days: readonly MonthDay[];
  readonly runs: number;
  readonly failed: number;
  /** Runs whose model a gate stopped, apart from the gate that is the model in production. */
  readonly refused: number;
  readonly promoted: number;
  readonly missed: number;
  /** The model in use at the end. */
  readonly production: string | null;
  /** What people did over the whole month; the pipeline with what setting it up took. */
  readonly actions: {readonly by_hand: ActionCount; readonly by_pipeline: ActionCount};
};

type Month = {
  readonly start: Date;
  readonly days: number;
  readonly faults: MonthFaults;
  readonly entries: readonly ScheduleEntry[];
  readonly metric: string;
  readonly production: string | null;
};

/** Tell a month day by day from the log of its schedule. */
export function timelineOf(month: Month): MonthTimeline {
  const days = withModelInUse(Array.from({length: month.days}, (_, place) => dayOf(place + 1, month)));
  const kinds = (kind: ScheduleEntry['kind']) => month.entries.filter(entry => entry.kind === kind);
  return {
    metric: month.metric,
    days,
    runs: kinds('ran').length,
    failed: kinds('failed').length,
    refused: days.filter(({fate}) => fate === 'refused').length,
    promoted: kinds('ran').filter(({promoted}) => promoted).length,
    missed: kinds('missed').reduce((sum, {missed}) => sum + missed, 0),
    production: month.production,
    actions: {
      by_hand: countActions(days.flatMap(day => day.by_hand)),
      by_pipeline: countActions([...setUpActions, ...days.flatMap(day => day.by_pipeline)]),
    },
  };
}

function withModelInUse(days: ReadonlyArray<Omit<MonthDay, 'in_use'>>): readonly MonthDay[] {
  let inUse: string | null = null;
  return days.map(day => {
    if (day.promoted) inUse = day.model;
    return {...day, in_use: inUse};
  });
}

function dayOf(day: number, {start, faults, entries, metric}: Month): Omit<MonthDay, 'in_use'> {
  const date = new Date(start.getTime() + (day - 1) * 86_400_000).toISOString().slice(0, 10);
  const its = entries.filter(({at}) => at.startsWith(date));
  const run = its.findLast(({kind}) => kind === 'ran');
  const fate = fateOf(day, its, run, faults);
  return {
    day,
    date,
    fate,
    events: [...plantedOn(day, faults), ...its.filter(({kind}) => kind !== 'started').map(({words}) => words)],
    metric: run?.metrics?.[metric] ?? null,
    model: run?.model ?? null,
    promoted: run?.promoted ?? false,
    gates: run?.gates ?? [],
    ...actionsOn(fate),
  };
}

function fateOf(
  day: number,
  entries: readonly ScheduleEntry[],
  run: ScheduleEntry | undefined,
  {late, off}: MonthFaults,
): DayFate {
  if (entries.some(({kind}) => kind === 'failed')) return 'failed';
  if (off.includes(day)) return 'off';
  if (!run) return 'idle';
  if (late.includes(day)) return 'late';
  if (run.promoted) return 'promoted';
  const isBad = run.gates.some(({gate, passed}) => !passed && gate !== 'better_than_production');
  return isBad ? 'refused' : 'kept';
}

const plantedWords: {readonly [F in keyof MonthFaults]: string} = {
  late: 'The new rows arrived at 10:00, after the run.',
  broken_rows: 'Three of the new rows had a comma too many.',
  corrupt: 'Instead of the data there was an error page until 10:00.',
  bad_model: 'A colleague tried k-nearest neighbors with a single neighbor.',
  leak: 'A colleague let the column `refund_issued` in, which is known only after a customer has left.',
  off: 'The computer was switched off.',
};

function plantedOn(day: number, faults: MonthFaults): readonly string[] {
  const names = Object.keys(plantedWords) as ReadonlyArray<keyof MonthFaults>;
  return names.filter(name => faults[name].includes(day)).map(name => plantedWords[name]);
}
