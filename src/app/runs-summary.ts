import type {RunRecord} from '../engine/run-record.ts';
import type {Json} from '../engine/value.ts';

/** A run in a list: what can be told of it without opening its record. */
export type RunSummary = {
  readonly run: string;
  readonly name: string;
  readonly created: string;
  readonly fingerprint: string;
  /** As in the result of the run; null where it failed. */
  readonly metrics: Json;
  /** False when a trap was set: the figures flatter. */
  readonly honest: boolean;
  /** The step that failed, or null. */
  readonly failed: string | null;
  readonly imported: boolean;
  /** The hash of what the split let through: runs with the same one were tested on the same rows. */
  readonly split: string | null;
};

/** Sum a run up in a line. */
export function summaryOf(record: RunRecord): RunSummary {
  const {run, name, created, fingerprint, metrics, steps, imported, pipeline} = record;
  const {traps = []} = (pipeline ?? {}) as {readonly traps?: readonly string[]};
  return {
    run,
    name,
    created,
    fingerprint,
    metrics: briefMetrics(metrics),
    honest: traps.length === 0,
    failed: steps.find(step => step.status === 'failed')?.id ?? null,
    imported,
    split: steps.find(step => step.id === 'split.rows')?.output ?? null,
  };
}

/** The same without the spread of every metric: a list needs that of the deciding one only. */
function briefMetrics(metrics: Json): Json {
  if (!isMap(metrics)) return metrics;
  return Object.fromEntries(Object.entries(metrics).map(([part, values]) => [part, briefSpread(values)]));
}

function briefSpread(values: Json): Json {
  if (!isMap(values) || !isMap(values.all ?? null)) return values;
  const {metric = null, mean = null, sd = null, scores = null} = values;
  return {metric, mean, sd, scores};
}

function isMap(value: Json): value is {readonly [key: string]: Json} {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
