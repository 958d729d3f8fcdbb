import type {GarbageReport} from '../app/collect-garbage.ts';
import type {Metrics, RunMetrics} from '../app/run-result.ts';
import type {RunRecord} from '../app/runs-find.ts';
import type {RunSummary} from '../app/runs-summary.ts';
import {formatCount, formatNumber} from '../charts/index.ts';
import type {CommandContext} from './command.ts';
import {formatColumns} from './text-table.ts';

type Look = Pick<CommandContext, 'width'>;

/** A terminal shows this many runs; all of them come with --json. */
const listed = 30;

/** The runs of a home, newest first, each with its most telling metric. */
export function formatRuns(runs: readonly RunSummary[], {width}: Look): string {
  if (runs.length === 0) return 'There is no run yet. Make one: ml-pipeline-tutor run --dataset wine';
  const rows = runs
    .slice(0, listed)
    .map(run => [run.run, cleanText(run.name), formatTime(run.created), mainMetric(run), remarkOn(run)]);
  const table = formatColumns(['run', 'pipeline', 'when (UTC)', 'test', ''], rows, width);
  const more = runs.length - rows.length;
  return more > 0 ? `${table}\n… and ${more} older; all of them: ml-pipeline-tutor runs list --json` : table;
}

/** One run: where it came from, what each step did and why, and what came out. */
export function formatRecord(record: RunRecord, {width}: Look): string {
  const {run, name, created, seed, source, data, product, node, folder, fingerprint, imported} = record;
  const {rows, columns} = (data ?? {}) as {readonly rows?: number; readonly columns?: number};
  const size = rows === undefined ? '' : ` (${formatCount(rows, 'row')}, ${formatCount(columns ?? 0, 'column')})`;
  const head = formatColumns(
    ['run', run],
    [
      ['pipeline', cleanText(name)],
      ['when', `${formatTime(created)} UTC, version ${cleanText(product)}, Node ${cleanText(node)}`],
      ['data', `${cleanText(source.origin)}${size}`],
      ['content', `sha256:${source.hash}`],
      ['folder', `${folder}${imported ? ' (imported: it came in a bundle)' : ''}`],
      ['seed', String(seed)],
      ['fingerprint', fingerprint],
    ],
    width,
  );
  return [head, stepsOf(record, width), metricsOf(record, width)].filter(part => part !== '').join('\n\n');
}

function stepsOf({steps}: RunRecord, width: number): string {
  const rows = steps.map(({id, status, output, reason, error}) => [
    id,
    status,
    output === null ? '' : output.slice(0, 12),
    cleanText(error === undefined ? reason : `${reason}: ${error}`),
  ]);
  return formatColumns(['step', 'status', 'output', 'why'], rows, width);
}

function metricsOf({metrics}: RunRecord, width: number): string {
  const {
    test = {},
    train = {},
    baseline = {},
    cross_validation: folds,
  } = (metrics ?? {}) as unknown as Partial<RunMetrics>;
  if (Object.keys(test).length === 0) return '';
  const show = (values: Metrics, name: string) =>
    typeof values[name] === 'number' ? formatNumber(values[name]) : 'undefined';
  const rows = Object.keys(test).map(name => {
    const spread = folds?.all[name];
    const range = spread ? [`${formatNumber(spread.mean)} ± ${formatNumber(spread.sd)}`] : [];
    return [name, show(test, name), show(train, name), show(baseline, name), ...range];
  });
  const header = ['metric', 'test', 'train', 'baseline', ...(folds ? ['folds, mean ± sd'] : [])];
  return formatColumns(header, rows, width, ['left', 'right', 'right', 'right', 'right']);
}

/** What garbage collection dropped, or would drop. */
export function formatGarbage({dry_run, runs, objects, bytes, kept, others_at_work}: GarbageReport): string {
  const [verb, freed] = dry_run ? ['Would drop', 'to free'] : ['Dropped', 'freed'];
  const lines = [
    `${verb} ${formatCount(runs.length, 'run')} and ${formatCount(objects, 'stored output')}: ${formatBytes(bytes)} ${freed}.`,
    `Kept: ${formatCount(kept.runs, 'run')} and ${formatCount(kept.objects, 'stored output')}, ${formatBytes(kept.bytes)}.`,
  ];
  const busy = 'Another program is using this home, so what was used in the last hour stays.';
  return [...lines, ...(others_at_work ? [busy] : [])].join('\n');
}

/** Take out what could drive a terminal: names and reasons may hold text that came from data. */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, ' ');
}

function mainMetric({metrics}: RunSummary): string {
  const test = ((metrics ?? {}) as unknown as Partial<RunMetrics>).test ?? {};
  const name = ['roc_auc', 'accuracy', 'r2'].find(metric => typeof test[metric] === 'number');
  return name === undefined ? '' : `${name} ${formatNumber(test[name]!)}`;
}

function remarkOn({honest, failed, imported}: RunSummary): string {
  const remarks = [
    failed === null ? '' : `failed at ${failed}`,
    honest ? '' : 'NOT HONEST',
    imported ? 'imported' : '',
  ];
  return remarks.filter(remark => remark !== '').join(', ');
}

function formatTime(created: string): string {
  return created.slice(0, 16).replace('T', ' ');
}

function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatCount(bytes, 'byte');
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  return `${formatNumber(bytes / 1000 ** power)} ${units[power - 1]}`;
}
