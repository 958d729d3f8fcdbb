import {figures} from '../app/figures.ts';
import type {Metrics, RunResult} from '../app/run-result.ts';
import {type Chart, formatChart, formatCount, formatNumber, wrapWords} from '../charts/index.ts';
import type {CommandContext} from './command.ts';
import {formatColumns} from './text-table.ts';

type Look = Pick<CommandContext, 'width' | 'glyphs'>;

/** A run as text: what it was about, what each step did and why, the metrics beside the baseline, figures, warnings. */
export function formatRun(result: RunResult, look: Look): string {
  return [
    headOf(result),
    stepsOf(result, look),
    metricsOf(result, look),
    tuningOf(result, look),
    ...figuresOf(result, look),
    warningsOf(result, look),
    deploymentOf(result, look),
    footOf(result),
  ]
    .filter(part => part !== '')
    .join('\n\n');
}

function headOf({name, task, data, split, seed, honest, pipeline}: RunResult): string {
  const classes =
    data.classes.length > 0 ? ` (${data.classes.slice(0, 6).join(', ')}${data.classes.length > 6 ? ', …' : ''})` : '';
  const lines = [
    `${name}: ${task} of ${data.target}${classes} with ${pipeline.training.model}, seed ${seed}`,
    `${formatCount(data.rows, 'row')}, ${formatCount(data.columns, 'column')}: ${split.train} to learn from, ${split.test} to test on (${split.method})`,
  ];
  return honest
    ? lines.join('\n')
    : [...lines, `NOT HONEST: run with ${pipeline.traps.join(', ')} on purpose; the figures flatter.`].join('\n');
}

function stepsOf({steps}: RunResult, {width}: Look): string {
  const rows = steps.map(({id, status, ms, columns, reason}) => [
    id,
    status,
    columns === null ? '' : columns[0] === columns[1] ? String(columns[1]) : `${columns[0]} → ${columns[1]}`,
    status === 'ran' ? `${ms.toFixed(1)} ms` : '',
    reason,
  ]);
  return formatColumns(['step', 'status', 'columns', 'time', 'why'], rows, width, ['left', 'left', 'right', 'right']);
}

function metricsOf(result: RunResult, {width}: Look): string {
  const {metrics, honest_metrics: honest, undefined_metrics: why} = result;
  const columns: ReadonlyArray<readonly [title: string, show: (name: string) => string]> = [
    ['test', name => showMetric(metrics.test, name)],
    ...(honest ? [['test, honest', (name: string) => showMetric(honest.test, name)] as const] : []),
    ['train', name => showMetric(metrics.train, name)],
    ['baseline', name => showMetric(metrics.baseline, name)],
    ...spreadColumn('folds, mean ± sd', metrics.cross_validation),
    ...spreadColumn('splits, mean ± sd', metrics.repeated),
  ];
  const rows = Object.keys(metrics.test).map(name => [name, ...columns.map(([, show]) => show(name))]);
  const header = ['metric', ...columns.map(([title]) => title)];
  const table = formatColumns(header, rows, width, ['left', ...columns.map(() => 'right' as const)]);
  const reasons = Object.entries(why)
    .filter(([path]) => path.startsWith('test.'))
    .map(([path, reason]) => `${path.slice(5)}: ${reason}`);
  return [table, ...reasons].join('\n');
}

function showMetric(values: Metrics, name: string): string {
  return typeof values[name] === 'number' ? formatNumber(values[name]) : 'undefined';
}

function spreadColumn(title: string, spread: RunResult['metrics']['repeated']) {
  if (!spread) return [];
  const show = (name: string) => {
    const {mean, sd} = spread.all[name] ?? {};
    return mean === undefined || sd === undefined ? '' : `${formatNumber(mean)} ± ${formatNumber(sd)}`;
  };
  return [[title, show] as const];
}

/** What a search found, beside what the test rows say of it, and how often they were asked. */
function tuningOf({tuning, test_uses: uses}: RunResult, {width}: Look): string {
  if (!tuning) return '';
  const {method, metric, folds, best, tried, estimates} = tuning;
  const settings = Object.entries(best).map(([name, value]) => `${name} ${value ?? 'none'}`);
  const {mean, sd} = estimates.search;
  const nested = estimates.nested ? `, nested ${formatNumber(estimates.nested.mean)}` : '';
  const test = estimates.test === null ? '' : `, on the test rows ${formatNumber(estimates.test)}`;
  return wrapWords(
    `tuned by ${method}: ${settings.join(', ')} is best of ${tried.length} in ${folds} folds, ` +
      `${metric} ${formatNumber(mean)} ± ${formatNumber(sd)} in the search${nested}${test}. ` +
      `These test rows were looked at ${formatCount(uses, 'time')} so far.`,
    width,
  ).join('\n');
}

function figuresOf(result: RunResult, {width, glyphs}: Look): readonly string[] {
  const size = {width: Math.min(width, 72), height: 16, glyphs};
  const drawn: ReadonlyArray<Chart | null> = [
    figures.confusion(result, size),
    figures.roc(result, size),
    figures.folds(result, size),
  ];
  return drawn.filter(chart => chart !== null).map(formatChart);
}

function warningsOf({warnings}: RunResult, {width}: Look): string {
  if (warnings.length === 0) return '';
  const lines = warnings.flatMap(({code, message}) => wrapWords(`! ${code}: ${message}`, width));
  return ['Warnings', ...lines].join('\n');
}

function deploymentOf({deployment}: RunResult, {width}: Look): string {
  if (!deployment) return '';
  const {name, version, promoted, reason} = deployment;
  const state = promoted ? 'registered, and in production now' : 'registered, not promoted';
  return wrapWords(`model ${name}@${version}: ${state}: ${reason}`, width).join('\n');
}

function footOf({run, fingerprint}: RunResult): string {
  return `run ${run}\nfingerprint ${fingerprint}`;
}
