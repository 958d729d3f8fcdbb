import {figures} from '../app/figures.ts';
import type {Metrics, RunResult} from '../app/run-result.ts';
import {type Chart, formatChart, formatCount, formatNumber} from '../charts/index.ts';
import type {CommandContext} from './command.ts';
import {formatColumns, wrap} from './text-table.ts';

type Look = Pick<CommandContext, 'width' | 'glyphs'>;

/** A run as text: what it was about, what each step did and why, the metrics beside the baseline, figures, warnings. */
export function formatRun(result: RunResult, look: Look): string {
  return [
    headOf(result),
    stepsOf(result, look),
    metricsOf(result, look),
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

function metricsOf({metrics, undefined_metrics: why}: RunResult, {width}: Look): string {
  const {test, train, baseline, cross_validation: folds} = metrics;
  const show = (values: Metrics, name: string) =>
    typeof values[name] === 'number' ? formatNumber(values[name]) : 'undefined';
  const header = ['metric', 'test', 'train', 'baseline', ...(folds ? ['folds, mean ± sd'] : [])];
  const rows = Object.keys(test).map(name => {
    const spread = folds?.all[name];
    return [
      name,
      show(test, name),
      show(train, name),
      show(baseline, name),
      ...(spread ? [`${formatNumber(spread.mean)} ± ${formatNumber(spread.sd)}`] : []),
    ];
  });
  const table = formatColumns(header, rows, width, ['left', 'right', 'right', 'right', 'right']);
  const reasons = Object.entries(why)
    .filter(([path]) => path.startsWith('test.'))
    .map(([path, reason]) => `${path.slice(5)}: ${reason}`);
  return [table, ...reasons].join('\n');
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
  const lines = warnings.flatMap(({code, message}) => wrap(`! ${code}: ${message}`, width));
  return ['Warnings', ...lines].join('\n');
}

function deploymentOf({deployment}: RunResult, {width}: Look): string {
  if (!deployment) return '';
  const {name, version, promoted, reason} = deployment;
  const state = promoted ? 'registered, and in production now' : 'registered, not promoted';
  return wrap(`model ${name}@${version}: ${state}: ${reason}`, width).join('\n');
}

function footOf({run, fingerprint}: RunResult): string {
  return `run ${run}\nfingerprint ${fingerprint}`;
}
