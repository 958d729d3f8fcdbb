import {barChart, type Chart, type ChartSize, heatMap, intervalChart, luckChart} from '../charts/index.ts';
import type {RunResult} from './run-result.ts';
import type {TuningResult} from './run-result-spread.ts';

/** The mean score of every candidate of a search, by the two settings that were tried with the most values. */
export function heatMapOf({tuning}: RunResult, size: ChartSize): Chart | null {
  // A random search draws points, not rows and columns.
  if (!tuning || tuning.method === 'random') return null;
  const axes = axesOf(tuning);
  const [rows, columns] = axes;
  if (!rows) return null;
  const others = axes.length > 2 ? ', the best over all other settings' : '';
  const values = rows.values.map(row =>
    (columns?.values ?? ['']).map(column =>
      bestOf(
        tuning,
        params => shown(params[rows.name]) === row && (!columns || shown(params[columns.name]) === column),
      ),
    ),
  );
  return heatMap(
    {
      title: `${tuning.metric} of the candidates${others}`,
      ...{rows: rows.values, rowsLabel: rows.name, values},
      ...(columns ? {columns: columns.values, columnsLabel: columns.name} : {columns: [tuning.metric]}),
      scale: 'sequential',
      valueLabel: tuning.metric,
      best: tuning.higher_is_better ? 'highest' : 'lowest',
    },
    size,
  );
}

const mostCandidates = 8;

/** The candidates of a search with the scores of their folds, the best ones first. */
export function candidatesOf({tuning}: RunResult, size: ChartSize): Chart | null {
  if (!tuning) return null;
  const sign = tuning.higher_is_better ? -1 : 1;
  const scored = tuning.tried.filter(({mean}) => mean !== null).sort((a, b) => sign * (a.mean! - b.mean!));
  const rows = scored.slice(0, mostCandidates).map(({params, scores}) => ({
    label: Object.values(params).map(shown).join(', ') || 'as it is',
    scores: scores.filter(score => score !== null),
  }));
  const title =
    scored.length > rows.length ? `The best ${rows.length} of ${scored.length} candidates` : 'The candidates';
  return intervalChart({title, metric: tuning.metric, rows}, size);
}

/** The score of the run among the scores of other splits. */
export function luckOf({metrics}: RunResult, size: ChartSize): Chart | null {
  const {repeated, test} = metrics;
  if (!repeated) return null;
  const mine = test[repeated.metric];
  const {metric, scores} = repeated;
  return luckChart({metric, scores, ...(typeof mine === 'number' ? {mine} : {})}, size);
}

/** The flattering metrics of a run with a trap, and a mark where the honest ones are. */
export function honestOf({metrics, honest_metrics: honest, task}: RunResult, size: ChartSize): Chart | null {
  if (!honest) return null;
  const bars = Object.entries(metrics.test).flatMap(([label, value]) => {
    const baseline = honest.test[label];
    if (value === null || (task === 'classification' && label === 'log_loss')) return [];
    return [typeof baseline === 'number' ? {label, value, baseline} : {label, value}];
  });
  const title = 'Flattering metrics beside the honest ones';
  return barChart({title, bars, baselineLabel: 'honest', ...(task === 'classification' ? {full: 1} : {})}, size);
}

type AxisValues = {readonly name: string; readonly values: readonly string[]};

/** The settings that were tried with more than one value, those with the most values first. */
function axesOf({tried}: TuningResult): readonly AxisValues[] {
  const names = [...new Set(tried.flatMap(({params}) => Object.keys(params)))];
  const axes = names.map(name => {
    const values = [...new Set(tried.flatMap(({params}) => (name in params ? [shown(params[name])] : [])))];
    return {name, values};
  });
  return axes.filter(({values}) => values.length > 1).sort((a, b) => b.values.length - a.values.length);
}

function bestOf({tried, higher_is_better}: TuningResult, fits: (params: TuningResult['best']) => boolean): number {
  const means = tried.flatMap(({params, mean}) => (mean !== null && fits(params) ? [mean] : []));
  if (means.length === 0) return Number.NaN;
  return higher_is_better ? Math.max(...means) : Math.min(...means);
}

function shown(value: TuningResult['best'][string] | undefined): string {
  if (value === null) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
