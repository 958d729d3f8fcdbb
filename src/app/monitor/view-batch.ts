import type {Difference} from '../../stages/monitoring/column-drift.ts';
import type {Metrics} from '../run-result.ts';
import type {LabelVerdict, ReplayedBatch} from './replay.ts';
import type {Retraining} from './retrain.ts';
import type {RefusedRow} from './usable-rows.ts';
import {sayBatch} from './words.ts';

/** One column of a batch, as JSON. */
export type MonitoredColumn = {
  readonly column: string;
  readonly drifted: boolean;
  readonly test: Difference['test'] | null;
  readonly statistic: number | null;
  readonly p: number | null;
  readonly psi: number | null;
  /** What PSI reaches by chance in about 1 of 100 batches of this size. */
  readonly floor: number | null;
  readonly gaps: {readonly reference: number; readonly current: number; readonly p: number} | null;
  readonly new_levels: ReadonlyArray<{readonly level: string; readonly rows: number}>;
  readonly shift: string | null;
  /** Why its values were not compared. */
  readonly not_tested: string | null;
};

/** What monitoring says of one batch: what `monitor --json` prints for it. */
export type MonitoredBatch = {
  readonly name: string;
  readonly rows: number;
  readonly drifted: readonly string[];
  readonly alert: boolean;
  readonly metric: Metrics | null;
  readonly action: ReplayedBatch['action'];
  readonly model: string;
  /** The metric that decides; null without labels. */
  readonly score: number | null;
  readonly labels: LabelVerdict | null;
  readonly labelled: number;
  readonly strange_labels: readonly string[];
  /** Not judged, because the model came later. */
  readonly past: boolean;
  readonly problem: string | null;
  readonly refused_rows: number;
  readonly refused: readonly RefusedRow[];
  readonly known_rows: number;
  readonly extra_columns: readonly string[];
  readonly tests: number;
  readonly limit: number;
  /** The column that moved most beside what chance gives: 1 is the noise floor. */
  readonly largest_psi: {
    readonly column: string;
    readonly psi: number;
    readonly floor: number;
    readonly ratio: number;
  } | null;
  readonly columns: readonly MonitoredColumn[];
  readonly answers: (Difference & {readonly drifted: boolean}) | null;
  readonly retraining: Retraining | null;
  readonly decision: string;
  readonly words: string;
};

/** How many refused rows are shown of a batch. */
const rowsShown = 5;

/**
 * Put all that is known of a batch into plain JSON.
 *
 * @param unused - columns that are not told for this batch, because every batch brings them.
 */
export function viewBatch(batch: ReplayedBatch, unused: readonly string[]): MonitoredBatch {
  const {name, rows, alert, metric, action, model, reading, labels, labelled, strange_labels, past, problem} = batch;
  const {refused, unreadable, known_rows, extra_columns, drift, retraining, decision} = batch;
  const columns = drift.columns.map(viewColumn);
  const view = {
    name,
    rows,
    drifted: columns.filter(({drifted}) => drifted).map(({column}) => column),
    alert,
    metric,
    action,
    model,
    score: reading?.value ?? null,
    labels,
    labelled,
    strange_labels,
    past,
    problem,
    refused_rows: refused.length + unreadable,
    refused: refused.slice(0, rowsShown),
    known_rows,
    extra_columns,
    tests: drift.tests,
    limit: drift.limit,
    largest_psi: largestOf(columns),
    columns,
    answers: drift.answers,
    retraining,
    decision,
  };
  const told = extra_columns.filter(column => !unused.includes(column));
  return {...view, words: sayBatch({...view, extra_columns: told})};
}

function viewColumn(finding: ReplayedBatch['drift']['columns'][number]): MonitoredColumn {
  const {column, drifted, difference, gaps, new_levels, shift, why} = finding;
  return {
    column,
    drifted,
    test: difference?.test ?? null,
    statistic: difference?.statistic ?? null,
    p: difference?.p ?? null,
    psi: difference?.psi ?? null,
    floor: difference?.floor ?? null,
    gaps,
    new_levels: new_levels.levels.map((level, place) => ({level, rows: new_levels.counts[place]!})),
    shift,
    not_tested: why,
  };
}

function largestOf(columns: readonly MonitoredColumn[]): MonitoredBatch['largest_psi'] {
  const known = columns.flatMap(({column, psi, floor}) =>
    psi !== null && floor !== null && floor > 0 ? [{column, psi, floor, ratio: psi / floor}] : [],
  );
  return known.reduce<MonitoredBatch['largest_psi']>(
    (best, one) => (best && best.ratio >= one.ratio ? best : one),
    null,
  );
}
