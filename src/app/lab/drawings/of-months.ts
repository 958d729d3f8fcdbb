import {barChart, type ChartSize, driftTimeline, formatCount, formatNumber, lineChart} from '../../../charts/index.ts';
import type {RunResult as ResultJson} from '../../../tutor/figures/result.ts';
import type {Drawing} from '../../lesson-figures.ts';
import type {PolicyComparison} from '../../monitor/compare-policies.ts';
import type {PolicyOutcome} from '../../monitor/policy-outcome.ts';
import type {MonitoredBatch, MonitorResult} from '../../monitor/result.ts';
import type {MonthTimeline} from '../../schedule/month/month-timeline.ts';
import {joinWords} from '../words.ts';
import {asChart, sayName} from './drawing.ts';

type Draws = ReadonlyArray<(size: ChartSize) => Drawing>;

/** Draw a month: what people did by hand and with a pipeline, the model day by day, and the days on which something happened. */
export function drawMonth(value: unknown): Draws {
  if (value === undefined || value === null) return [];
  const month = value as MonthTimeline;
  return [size => drawWork(month, size), size => drawDays(month, size), () => listDays(month)];
}

function drawWork({actions: {by_hand, by_pipeline}, days}: MonthTimeline, size: ChartSize): Drawing {
  const bars = [
    {label: 'by hand', value: by_hand.total},
    {label: 'with the pipeline', value: by_pipeline.total},
  ];
  const all = by_pipeline.actions.map(({action, times}) => `${action} (${times})`);
  const sentence = `In ${formatCount(days.length, 'day')} people do ${by_hand.total} things by hand, and ${by_pipeline.total} with the pipeline: ${joinWords(all)}.`;
  return asChart(barChart({title: 'What people did', bars, sentence}, size));
}

function drawDays({days, metric}: MonthTimeline, size: ChartSize): Drawing {
  const known = days.flatMap(({metric: value}) => (value === null ? [] : [value]));
  const name = sayName(metric);
  const lowest = days.find(({metric: value}) => value !== null && value === Math.min(...known));
  const sentence = lowest
    ? `Every morning's model is judged on its test rows; the lowest ${name} is ${formatNumber(lowest.metric!)}, on day ${lowest.day}.`
    : 'On no day a model came out.';
  const series = [{label: name, x: days.map(({day}) => day), y: days.map(({metric: value}) => value ?? Number.NaN)}];
  return asChart(lineChart({title: 'The model of each morning', xLabel: 'day', yLabel: name, series, sentence}, size));
}

function listDays({days, runs, refused, failed, promoted, missed, production}: MonthTimeline): Drawing {
  const rows = days
    .filter(({fate, events}) => fate !== 'idle' && (fate !== 'kept' || events.length > 1))
    .map(day => [String(day.day), day.fate, sayDay(day)]);
  const counts = [`${runs} runs`, `${promoted} promoted`, `${refused} refused`, `${failed} failed`, `${missed} missed`];
  const sentence = `${joinWords(counts)}; in use at the end: ${production ?? 'nothing'}.`;
  return {kind: 'table', title: 'What happened', table: {header: ['day', 'outcome', 'what happened'], rows}, sentence};
}

/** What there is to know of a day, in one sentence. */
function sayDay({fate, model, metric, gates, events}: MonthTimeline['days'][number]): string {
  const score = metric === null ? '' : ` with ${formatNumber(metric)}`;
  if (fate === 'promoted') return `${model} went into production${score}.`;
  const shut = gates.find(({passed}) => !passed);
  return (fate === 'refused' ? shut?.words : undefined) ?? events[0] ?? '';
}

/** Draw what monitoring saw: how far the rows moved, how good the model was, and a line for each batch. */
export function drawWatched(json: ResultJson): Draws {
  const seen = json.monitor as unknown as Omit<MonitorResult, 'batches'> | undefined;
  if (!seen) return [];
  const batches = json.batches as unknown as readonly MonitoredBatch[];
  return [
    size => drawMovement(batches, size),
    size => drawScores(seen, batches, size),
    () => listBatches(seen, batches),
  ];
}

function drawMovement(batches: readonly MonitoredBatch[], size: ChartSize): Drawing {
  const timeline = batches.map(({name, largest_psi, alert}) => ({
    label: shortName(name),
    value: largest_psi?.ratio ?? Number.NaN,
    alert,
  }));
  const line = {value: 1, label: 'what chance gives'};
  const title = 'How far the rows moved';
  return asChart(driftTimeline({title, statistic: 'PSI / chance', batches: timeline, line, batchLabel: 'month'}, size));
}

function drawScores(
  seen: Omit<MonitorResult, 'batches'>,
  batches: readonly MonitoredBatch[],
  size: ChartSize,
): Drawing {
  const {metric, reference, mean_metric} = seen;
  const name = sayName(metric);
  const x = batches.map((_, place) => place + 1);
  const series = [
    {label: 'on the batch', x, y: batches.map(({score}) => score ?? Number.NaN)},
    ...(reference ? [{label: 'on the test rows', x, y: batches.map(() => reference.value)}] : []),
  ];
  const mean =
    mean_metric === null ? '' : ` Over all months after training it is ${formatNumber(mean_metric)} on average.`;
  const first = seen.first_drop
    ? `By its labels the model was worse from ${sayName(seen.first_drop.batch)}, known at ${sayName(seen.first_drop.known_at)}.`
    : 'By the labels the model did not become worse.';
  const title = `${name} month by month`;
  return asChart(lineChart({title, xLabel: 'batch', yLabel: name, series, sentence: `${first}${mean}`}, size));
}

function listBatches(seen: Omit<MonitorResult, 'batches'>, batches: readonly MonitoredBatch[]): Drawing {
  const rows = batches.map(({name, drifted, answers, alert, score, action, model, past}) => [
    shortName(name),
    past ? 'not judged' : alert ? 'alert' : 'quiet',
    [...drifted, ...(answers?.drifted ? ['its answers'] : [])].join(', '),
    score === null ? '' : formatNumber(score),
    action === 'none' ? '' : action,
    model,
  ]);
  const {policy, first_alert, retrainings, promotions, rows_labelled} = seen;
  const alert = first_alert === null ? 'no alert' : `the first alert at ${shortName(first_alert)}`;
  const sentence = `Policy ${policy}: ${alert}; ${formatCount(retrainings, 'retraining')}, ${promotions} promoted; ${formatCount(rows_labelled, 'row')} labelled for it.`;
  const header = ['month', 'alert', 'drifted', sayName(seen.metric), 'action', 'model'];
  return {kind: 'table', title: 'Month by month', table: {header, rows}, sentence};
}

/** Draw what each policy came to over the same months. */
export function drawPolicies({policies, comparison}: ResultJson): Draws {
  if (!policies || !comparison) return [];
  const outcomes = policies as unknown as readonly PolicyOutcome[];
  const about = comparison as unknown as Omit<PolicyComparison, 'policies'>;
  return [() => listPolicies(outcomes, about), size => drawMeans(outcomes, about, size)];
}

function listPolicies(
  outcomes: readonly PolicyOutcome[],
  {metric, floor}: Omit<PolicyComparison, 'policies'>,
): Drawing {
  const rows = outcomes.map(outcome => [
    outcome.policy,
    outcome.mean_metric === null ? '' : formatNumber(outcome.mean_metric),
    String(outcome.months_below_floor ?? ''),
    String(outcome.retrainings),
    String(outcome.promotions),
    String(outcome.rows_labelled),
  ]);
  const header = ['policy', `mean ${sayName(metric)}`, 'bad months', 'retrained', 'promoted', 'rows labelled'];
  const bad = floor === null ? '' : ` A month is bad where it is worse than ${formatNumber(floor)}.`;
  const sentence = `The same months under each policy.${bad} Labelled rows are work for people.`;
  return {kind: 'table', title: 'Policies side by side', table: {header, rows}, sentence};
}

function drawMeans(
  outcomes: readonly PolicyOutcome[],
  {metric}: Omit<PolicyComparison, 'policies'>,
  size: ChartSize,
): Drawing {
  const bars = outcomes.map(({policy, mean_metric}) => ({label: policy, value: mean_metric ?? Number.NaN}));
  const sentence = outcomes.map(({words}) => words).join(' ');
  return asChart(barChart({title: `Mean ${sayName(metric)}`, bars, sentence}, size));
}

function shortName(name: string): string {
  return name.replaceAll('_', ' ');
}
