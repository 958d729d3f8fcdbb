import {type Chart, type ChartSize, type ChartTable, driftTimeline, formatNumber, lineChart} from '../charts/index.ts';
import type {PolicyComparison} from './monitor/compare-policies.ts';
import type {MonitorResult} from './monitor/result.ts';

/** How many columns drifted, batch after batch, and where an alert came. */
export function driftOf({batches}: MonitorResult, size: ChartSize): Chart {
  const judged = batches.filter(({past}) => !past);
  return driftTimeline(
    {
      title: 'Drift',
      statistic: 'number of drifted columns',
      batches: judged.map(({name, drifted, alert}) => ({label: name, value: drifted.length, alert})),
      batchLabel: nounOf(judged),
    },
    size,
  );
}

/** The metric that decides, batch after batch; null without labels. */
export function metricOf({batches, metric, reference}: MonitorResult, size: ChartSize): Chart | null {
  const judged = batches.filter(({past}) => !past);
  if (judged.every(({score}) => score === null)) return null;
  const x = placesOf(judged.map(({name}) => name));
  const own = {label: metric, x, y: judged.map(({score}) => score ?? Number.NaN)};
  const test = reference ? [{label: 'test rows', x, y: x.map(() => reference.value)}] : [];
  return lineChart(
    {title: `${metric} over time`, xLabel: nounOf(judged), yLabel: metric, series: [own, ...test]},
    size,
  );
}

/** The metric under three policies: leave it, look at the rows, look at the labels. */
export function policiesOf({policies, batches, metric}: PolicyComparison, size: ChartSize): Chart {
  const order = ['none', 'drift', 'performance', 'schedule'];
  const sorted = [...policies].sort((a, b) => order.indexOf(a.policy) - order.indexOf(b.policy));
  const series = sorted.map(({policy, series: own}) => ({
    label: policy,
    x: placesOf(batches),
    y: own.map(({metric: value}) => value ?? Number.NaN),
  }));
  const means = policies.flatMap(({policy, mean_metric}) =>
    mean_metric === null ? [] : [`${policy} ${formatNumber(mean_metric)}`],
  );
  const sentence = `${metric} on average: ${means.join(', ')}.`;
  return lineChart(
    {title: `${metric} by policy`, xLabel: nounOf(batches.map(name => ({name}))), yLabel: metric, series, sentence},
    size,
  );
}

/** What each policy costs and what it gives. */
export function policyTable({policies, metric, floor}: PolicyComparison): ChartTable {
  const bad = floor === null ? 'bad batches' : `${metric} worse than ${formatNumber(floor)}`;
  return {
    header: ['policy', 'trained', 'promoted', 'refused', 'rows labelled', `mean ${metric}`, bad, 'in use'],
    rows: policies.map(outcome => [
      outcome.policy,
      String(outcome.retrainings),
      String(outcome.promotions),
      String(outcome.refusals),
      String(outcome.rows_labelled),
      outcome.mean_metric === null ? 'not known' : formatNumber(outcome.mean_metric),
      `${outcome.months_below_floor} of ${outcome.series.length}`,
      outcome.in_use,
    ]),
  };
}

function nounOf(batches: ReadonlyArray<{readonly name: string}>): string {
  return batches.every(({name}) => name.startsWith('month')) ? 'month' : 'file';
}

/** The numbers at the ends of the names, as of month_07, where they rise; else 1, 2, 3. */
function placesOf(names: readonly string[]): readonly number[] {
  const numbers = names.map(name => Number(/(\d+)\D*$/.exec(name)?.[1] ?? Number.NaN));
  const isRising = numbers.every((value, place) => place === 0 || value > numbers[place - 1]!);
  return isRising && numbers.length > 1 ? numbers : names.map((_, place) => place + 1);
}
