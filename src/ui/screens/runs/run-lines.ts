import type {ResultOf} from '../../../app/actions.ts';
import type {Remark} from '../../../app/lab/words.ts';
import type {RunRow} from '../../../app/run-views.ts';
import {formatNumber} from '../../../charts/index.ts';
import {type Line, padLine} from '../../components/rich-text.ts';
import {tableLines} from '../../components/table-lines.ts';
import type {Glyphs} from '../../theme/glyphs.ts';

type Scores = {readonly [metric: string]: number | null};
type AllMetrics = {readonly test?: Scores; readonly train?: Scores; readonly baseline?: Scores};

const telling = ['roc_auc', 'accuracy', 'r2'];

/** The one metric that says most about a run: `accuracy 0.97`. */
export function mainMetric(metrics: unknown): string {
  const test = ((metrics ?? {}) as AllMetrics).test ?? {};
  const name = telling.find(metric => typeof test[metric] === 'number');
  return name === undefined ? '' : `${name.replaceAll('_', ' ')} ${formatNumber(test[name]!)}`;
}

/** One run in a line: when, from what, with which model, and what came out. */
export function runLabel(
  row: RunRow,
  isMarked: boolean,
  width: number,
  glyphs: Glyphs,
): {readonly label: Line; readonly note: string} {
  const when = row.created.slice(5, 16).replace('T', ' ');
  const remark = [
    ...(row.failed === null ? [] : [`failed at ${row.failed}`]),
    ...(row.honest ? [] : ['not honest']),
    ...(row.imported ? ['imported'] : []),
  ].join(', ');
  const model = row.model === null ? '' : `, ${row.model.replaceAll('_', ' ')}`;
  const what: Line = [
    ...(width < 72 ? [] : padLine([{text: row.name.slice(0, 20)}], 22)),
    {text: width < 72 ? (row.origin ?? row.name).replace(' (bundled)', '') : (row.origin ?? '')},
    ...(width < 50 ? [] : [{text: model, tone: 'dim' as const}]),
  ];
  const label: Line = [
    {text: isMarked ? `${glyphs.checked} ` : '', tone: 'accent'},
    {text: `${when}  `, tone: 'dim'},
    ...what,
    ...(remark === '' ? [] : [{text: `  ${remark}`, tone: 'warn' as const}]),
  ];
  const print = width >= 100 && !glyphs.isSpoken ? `  ${row.fingerprint.replace('sha256:', '').slice(0, 10)}` : '';
  return {label, note: `${mainMetric(row.metrics)}${print}`};
}

type Record = ResultOf<'record'>;

/** Where a run came from. */
export function runRemarks(record: Record): readonly Remark[] {
  const {name, run, created, source, seed, product, node, folder, fingerprint, imported, data} = record;
  const {rows, columns} = (data ?? {}) as {readonly rows?: number; readonly columns?: number};
  const size = rows === undefined ? '' : `, ${rows} rows and ${columns ?? 0} columns`;
  return [
    {kind: 'heading', text: name},
    {kind: 'text', label: 'Run', text: `${run}, ${created.slice(0, 16).replace('T', ' ')} UTC`},
    {kind: 'text', label: 'Data', text: `${source.origin}${size}`},
    {kind: 'text', label: 'Seed', text: String(seed)},
    {kind: 'text', label: 'Made with', text: `version ${product}, Node ${node}`},
    {kind: 'text', label: 'Folder', text: `${folder}${imported ? ', imported from elsewhere' : ''}`},
    {kind: 'text', label: 'Fingerprint', text: fingerprint.replace(/^sha256:/, '')},
  ];
}

/** The metrics of a run and what each of its steps did. */
export function runTables({metrics, steps}: Record, width: number, glyphs: Glyphs): readonly Line[] {
  const {test = {}, train = {}, baseline = {}} = (metrics ?? {}) as AllMetrics;
  const show = (value: number | null | undefined) => (typeof value === 'number' ? formatNumber(value) : '');
  const scores = tableLines(
    [
      {title: 'metric', minWidth: 10},
      ...['test', 'train', 'baseline'].map(title => ({title, align: 'right' as const})),
    ],
    Object.keys(test).map(name => [
      name.replaceAll('_', ' '),
      show(test[name]),
      show(train[name]),
      show(baseline[name]),
    ]),
    width,
    glyphs,
  );
  const done = tableLines(
    [
      {title: 'step', minWidth: 14},
      {title: 'status', minWidth: 9},
      {title: 'why', minWidth: 12},
    ],
    steps.map(({id, status, reason, error}) => [id, status, error === undefined ? reason : `${reason}: ${error}`]),
    width,
    glyphs,
  );
  const hasScores = Object.keys(test).length > 0;
  return [...(hasScores ? [[], ...scores.head, ...scores.body] : []), [], ...done.head, ...done.body];
}
