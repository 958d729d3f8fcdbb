import type {RunOutcome} from '../engine/run.ts';
import type {Gaps, Spread, SpreadOutput} from '../stages/evaluation/spread.ts';
import type {SearchOutput} from '../stages/tuning/search.ts';
import type {Metrics} from './run-result.ts';

/** How much the scores vary over folds or over repeated splits, for the deciding metric and, under `all`, for each. */
export type SpreadResult = Spread & {
  readonly metric: string;
  readonly all: {readonly [metric: string]: Spread};
  /** How many folds or splits there were. */
  readonly trials: number;
  /** Metrics that were undefined in some of them, which are left out of the spread. */
  readonly undefined: {readonly [metric: string]: Gaps};
  /** The simplest model, on the same rows. */
  readonly baseline: (Spread & {readonly all: {readonly [metric: string]: Spread}}) | null;
};

/** What a search tried and chose, and how far its best score can be trusted. */
export type TuningResult = SearchOutput & {
  readonly estimates: {
    /** The best mean of the search: it flatters, for it is the luckiest of many. */
    readonly search: {readonly mean: number; readonly sd: number};
    /** The same metric on the test rows, which the search has not seen. */
    readonly test: number | null;
    /** Cross-validation in which every fold searches anew, where `cross_validate` asks for it. */
    readonly nested: {readonly mean: number; readonly sd: number} | null;
  };
};

/** The spread that a step found, or null where it did not run or nothing could be measured. */
export function spreadResult(outcome: RunOutcome, step: string): SpreadResult | null {
  const found = outcome.output(step) as SpreadOutput | undefined;
  const spread = found?.all[found.metric];
  if (!found || !spread) return null;
  const {metric, all, trials, undefined: gaps, baseline} = found;
  const simplest = baseline.all[metric];
  return {
    ...{metric, ...spread, all, trials, undefined: gaps},
    baseline: simplest ? {...simplest, all: baseline.all} : null,
  };
}

/** Why a metric has no spread at all, by its path under `name`. */
export function spreadReasons(outcome: RunOutcome, step: string, name: string): Record<string, string> {
  const found = outcome.output(step) as SpreadOutput | undefined;
  const gaps = Object.entries(found?.undefined ?? {}).filter(([metric]) => !(metric in found!.all));
  return Object.fromEntries(gaps.map(([metric, {reason}]) => [`${name}.${metric}`, reason]));
}

/** What the search found, beside the honest estimates of the same metric; null where nothing was searched. */
export function tuningResult(outcome: RunOutcome, test: Metrics, folds: SpreadResult | null): TuningResult | null {
  const found = outcome.output('tuning.search') as SearchOutput | undefined;
  if (!found) return null;
  const {mean, sd} = found.tried[found.best_index]!;
  const nested = folds?.all[found.metric];
  return {
    ...found,
    estimates: {
      search: {mean: mean!, sd: sd!},
      test: test[found.metric] ?? null,
      nested: nested ? {mean: nested.mean, sd: nested.sd} : null,
    },
  };
}
