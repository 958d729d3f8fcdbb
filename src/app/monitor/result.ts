import type {MonitoringSettings, Policy} from '../../stages/monitoring/settings.ts';
import {count} from '../../stages/words.ts';
import type {Champion} from './champion.ts';
import type {ReplayedBatch} from './replay.ts';
import type {Retraining} from './retrain.ts';
import {type MonitoredBatch, viewBatch} from './view-batch.ts';

export type {MonitoredBatch, MonitoredColumn} from './view-batch.ts';

/** The result of monitoring: what `monitor --json` prints. */
export type MonitorResult = {
  readonly model: {readonly name: string; readonly version: number | null};
  /** The model that answers when all batches have come in. */
  readonly in_use: string;
  readonly policy: Policy;
  readonly simulated: boolean;
  readonly settings: MonitoringSettings;
  readonly metric: string;
  /** What the model reached on its test rows; null where that is not defined. */
  readonly reference: {readonly value: number; readonly error: number; readonly rows: number} | null;
  readonly batches: readonly MonitoredBatch[];
  readonly alerts: readonly string[];
  readonly first_alert: string | null;
  /** The first batch by whose labels the model was worse, and when that was known. */
  readonly first_drop: {readonly batch: string; readonly known_at: string} | null;
  readonly retrainings: number;
  readonly promotions: number;
  readonly refusals: number;
  /** Rows whose labels the policy needed. */
  readonly rows_labelled: number;
  readonly mean_metric: number | null;
  readonly notes: readonly string[];
};

/** What is known of a replay besides its batches. */
export type ReplayFacts = {
  readonly start: Champion;
  readonly policy: Policy;
  readonly simulated: boolean;
};

/** Put a replay together into its result. */
export function resultOfReplay(done: readonly ReplayedBatch[], {start, policy, simulated}: ReplayFacts): MonitorResult {
  const unused = unusedEverywhere(done);
  const batches = done.map(batch => viewBatch(batch, unused));
  const alerts = batches.filter(({alert}) => alert).map(({name}) => name);
  const drop = done.find(({labels}) => labels?.dropped && labels.known_at !== null);
  const trained = done.flatMap(({retraining}) => (retraining ? [retraining] : []));
  const countOf = (action: Retraining['action']) => trained.filter(one => one.action === action).length;
  const {score} = start.reference;
  return {
    model: {name: start.name, version: start.version?.version ?? null},
    in_use: inUseAfter(done, start),
    policy,
    simulated,
    settings: start.monitoring,
    metric: start.metric,
    reference: score && {value: score.value, error: score.error, rows: score.rows},
    batches,
    alerts,
    first_alert: alerts[0] ?? null,
    first_drop: drop ? {batch: drop.name, known_at: drop.labels!.known_at!} : null,
    retrainings: trained.filter(({version}) => version !== null).length,
    promotions: countOf('promoted'),
    refusals: countOf('refused'),
    rows_labelled: rowsLabelled(done, policy),
    mean_metric: meanMetric(done),
    notes: notesOn(done, start, unused),
  };
}

/** The mean of the deciding metric over the batches that came after the model was trained. */
export function meanMetric(done: readonly ReplayedBatch[]): number | null {
  const values = scoresAfterTraining(done);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The deciding metric of every batch that the model had not learned from. */
export function scoresAfterTraining(done: readonly ReplayedBatch[]): readonly number[] {
  return done.flatMap(({reading, known_rows}) => (reading && known_rows === 0 ? [reading.value] : []));
}

/** Labels cost work: watching the metric needs those of every batch, training again those it learns from. */
function rowsLabelled(done: readonly ReplayedBatch[], policy: Policy): number {
  const used = new Set(done.flatMap(({retraining}) => retraining?.batches ?? []));
  const counts = done.filter(({name, known_rows}) => known_rows === 0 && (policy === 'performance' || used.has(name)));
  return counts.reduce((sum, {labelled}) => sum + labelled, 0);
}

function inUseAfter(done: readonly ReplayedBatch[], start: Champion): string {
  const last = done.findLast(({action}) => action === 'promoted');
  return last ? `${start.name}@${last.retraining!.version}` : start.ref;
}

/** Columns that every batch brings and that the model does not know: worth one line, not one for each batch. */
function unusedEverywhere(done: readonly ReplayedBatch[]): readonly string[] {
  const readable = done.filter(({past, problem, rows}) => !past && problem === null && rows > 0);
  const [first, ...others] = readable.map(({extra_columns}) => extra_columns);
  return (first ?? []).filter(name => others.every(columns => columns.includes(name)));
}

function notesOn(done: readonly ReplayedBatch[], start: Champion, unused: readonly string[]): readonly string[] {
  const learned = done.filter(({known_rows}) => known_rows > 0);
  const past = done.filter(({past: isPast}) => isPast);
  const unknown = learned.length === 0 && done.some(({isFromTable}) => isFromTable) && start.learned() === null;
  return [
    ...(unused.length > 0 ? [`The model does not use ${unused.join(', ')}.`] : []),
    ...(learned.length > 0
      ? [
          `The model learned from rows of ${learned[0]!.name} to ${learned.at(-1)!.name}: of those months only the rows that it has not seen are judged.`,
        ]
      : []),
    ...(unknown
      ? ['Which rows the model learned from is no longer stored, so the figures of its own months flatter.']
      : []),
    ...(past.length > 0
      ? [
          `${start.ref} learned from rows up to ${past.at(-1)!.name}, so ${count(past.length, 'batch', 'batches')} up to there ${past.length === 1 ? 'is' : 'are'} not judged.`,
        ]
      : []),
  ];
}
