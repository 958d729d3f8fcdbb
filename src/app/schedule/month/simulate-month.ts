import {memoryRegistry} from '../../../engine/registry.ts';
import {versionAt} from '../../../engine/registry-aliases.ts';
import {memoryStore} from '../../../engine/store.ts';
import {KnownError} from '../../../errors.ts';
import type {PipelineSpec} from '../../../stages/spec.ts';
import type {ActionWatch} from '../../actions.ts';
import {memoryRunStore} from '../../memory-run-store.ts';
import {production} from '../../models-find.ts';
import type {Ports} from '../../ports.ts';
import {findDataset, resolveSpec} from '../../resolve-spec.ts';
import {simulatedClock} from '../clock.ts';
import type {CatchUp} from '../cron-trigger.ts';
import {memoryDesk} from '../desk.ts';
import type {ScheduleEntry} from '../entry.ts';
import {type Keeper, keepSchedule} from '../keep-schedule.ts';
import type {ScheduleWish} from '../triggers-of.ts';
import {type MonthFaults, plantedFaults} from './faults.ts';
import {cutMonth, fileAt, type MonthRows} from './month-rows.ts';
import {type MonthTimeline, timelineOf} from './month-timeline.ts';

/** A month to simulate: the days in which new customers of one month arrive, and a model is trained every morning. */
export type MonthRequest = {
  /** A pipeline on `subscriptions`. */
  readonly spec: PipelineSpec;
  readonly days?: number;
  /** Which month of the dataset arrives; the months before it are there from the start. */
  readonly month?: number;
  /** The first day, such as 2026-06-01. */
  readonly from?: string;
  /** The gates to hold the runs against, instead of those of the pipeline; an empty map for none. */
  readonly gates?: PipelineSpec['deployment']['gates'];
  /** What goes wrong instead of what is planted. */
  readonly faults?: Partial<MonthFaults>;
  readonly catchUp?: CatchUp;
};

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const everyMorning = '0 6 * * *';

/**
 * Let a month go by on a clock that does not wait: rows arrive, the pipeline runs by its schedule on the real engine, its
 * gates decide, and some days go wrong. Nothing is kept.
 *
 * @throws {KnownError} `bad_setting` where the dataset has no such month or a gate cannot be understood.
 */
export async function simulateMonth(request: MonthRequest, ports: Ports, watch?: ActionWatch): Promise<MonthTimeline> {
  const {days = 30, month = 6, from = '2026-06-01'} = request;
  const start = startOf(from, days);
  const clock = simulatedClock(start);
  const faults = {...plantedFaults, ...request.faults};
  const spec = namedSpec(request, ports);
  const rows = cutMonth(textOf(spec, ports), month, days);
  const isolated = isolatedPorts(ports, clock.now, () => fileNow(rows, faults, start, clock.now()));
  const stop = stopWith(watch);
  const entries: ScheduleEntry[] = [];
  const dayNow = () => dayOf(start, clock.now());
  const tellDay = (done: number) =>
    watch?.onEvent({type: 'progress', step: 'schedule.month', done, total: days, unit: 'day'});
  const keeper: Keeper = {
    ports: isolated,
    desk: memoryDesk(),
    clock,
    signal: stop.signal,
    request: async () => ({spec: changedOn(dayNow(), spec, faults), folder: '.'}),
    tell(entry) {
      entries.push(entry);
      sweep(isolated, spec.deployment.name!);
      tellDay(dayNow());
    },
    onNotice: () => {},
    watch: {cancelled: stop.asked},
  };
  tellDay(0);
  for (const [first, last] of spansOf(days, faults.off)) {
    clock.set(new Date(start.getTime() + (first - 1) * dayMs));
    await keepSchedule(wishOf(spec, request), keeper, new Date(start.getTime() + last * dayMs - 1));
  }
  if (stop.asked()) throw new KnownError('interrupted', 'The month was stopped.', {hint: 'Start it again.'});
  const inUse = versionAt(isolated.models.moves(spec.deployment.name!), production);
  const model = inUse === undefined ? null : `${spec.deployment.name}@${inUse}`;
  return timelineOf({start, days, faults, entries, metric: spec.tuning.metric ?? 'roc_auc', production: model});
}

function startOf(from: string, days: number): Date {
  const start = new Date(`${from}T00:00:00Z`);
  if (Number.isInteger(days) && days >= 1 && days <= 366 && !Number.isNaN(start.getTime())) return start;
  throw new KnownError('bad_setting', `A month cannot begin on ${from} and have ${days} days.`, {
    hint: 'Write for example `from: 2026-06-01` and `days: 30`.',
  });
}

/** The table of a dataset with the months that came after it. */
function textOf({ingestion: {dataset}}: PipelineSpec, ports: Ports): string {
  // Without a dataset there is no table whose month could arrive; that is said where its rows are cut.
  if (dataset === null) return '';
  const {name} = findDataset(ports.datasets, dataset);
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes).trimEnd();
  const later = ports.batches({dataset: name}, '.').map(file => decode(file.read()).split('\n').slice(1));
  return [decode(ports.datasets.read(name)), ...later.flat()].join('\n');
}

function stopWith(watch: ActionWatch | undefined) {
  const controller = new AbortController();
  const asked = () => {
    if (watch?.cancelled()) controller.abort('the learner');
    return controller.signal.aborted;
  };
  return {signal: controller.signal, asked};
}

function wishOf({name, monitoring}: PipelineSpec, {catchUp = 'none'}: MonthRequest): ScheduleWish {
  const every = monitoring.every ?? everyMorning;
  return {name, every, onChange: false, onDrift: false, catchUp, pollMs: hourMs, timezone: 'UTC'};
}

/** The pipeline with a name to register models under and the gates that are asked for. */
function namedSpec({spec, gates}: MonthRequest, ports: Ports): PipelineSpec {
  const {deployment} = spec;
  const named = {...deployment, name: deployment.name ?? 'churn', ...(gates ? {gates} : {})};
  return {...resolveSpec(spec, ports), deployment: named};
}

/** What is made in the month stays in memory, apart from what the learner made. */
function isolatedPorts(ports: Ports, now: () => Date, file: () => string): Ports {
  const kept = {store: memoryStore(), runs: memoryRunStore(), models: memoryRegistry('the schedule')};
  const readSource: Ports['readSource'] = async () => ({
    format: 'csv',
    bytes: new TextEncoder().encode(file()),
    origin: 'customers.csv',
  });
  return {...ports, ...kept, now, readSource};
}

function dayOf(start: Date, now: Date): number {
  return Math.floor((now.getTime() - start.getTime()) / dayMs) + 1;
}

function fileNow(rows: MonthRows, faults: MonthFaults, start: Date, now: Date): string {
  const hour = ((now.getTime() - start.getTime()) % dayMs) / hourMs;
  return fileAt(rows, faults, dayOf(start, now), hour);
}

/** What a colleague has changed in the pipeline on that day. */
function changedOn(day: number, spec: PipelineSpec, {bad_model, leak}: MonthFaults): PipelineSpec {
  if (bad_model.includes(day)) {
    return {...spec, training: {...spec.training, model: 'knn', params: {n_neighbors: 1}, class_weight: 'none'}};
  }
  if (!leak.includes(day)) return spec;
  const drop = spec.ingestion.drop.filter(column => column !== 'refund_issued');
  return {...spec, ingestion: {...spec.ingestion, drop}};
}

/** The days on which the computer is on, as spans of first and last day. */
function spansOf(days: number, off: readonly number[]): ReadonlyArray<readonly [number, number]> {
  const spans: [number, number][] = [];
  for (let day = 1; day <= days; day++) {
    if (off.includes(day)) continue;
    const last = spans.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else spans.push([day, day]);
  }
  return spans;
}

/** A month of tables is much to hold: what neither the last run nor the model in production came from is let go. */
function sweep({store, runs, models}: Pick<Ports, 'store' | 'runs' | 'models'>, name: string): void {
  const last = runs.summaries()[0];
  const steps = (last && runs.read(last.run)?.steps) ?? [];
  const inUse = versionAt(models.moves(name), production);
  const lineage = inUse === undefined ? [] : (models.versions(name)[inUse - 1]?.lineage ?? []);
  const wanted = new Set([
    ...steps.flatMap(({key, output}) => [key, output ?? '']),
    ...lineage.map(({output}) => output),
  ]);
  for (const entry of store.entries()) if (!wanted.has(entry.name)) store.remove(entry);
}
