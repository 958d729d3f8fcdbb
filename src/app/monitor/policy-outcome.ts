import type {Policy} from '../../stages/monitoring/settings.ts';
import {count, say} from '../../stages/words.ts';
import type {MonitorResult} from './result.ts';
import type {MonitoredBatch} from './view-batch.ts';

/** What one policy came to over the same batches. */
export type PolicyOutcome = {
  readonly policy: Policy;
  /** How often a model was trained, promoted or not. */
  readonly retrainings: number;
  readonly promotions: number;
  /** How often a gate said no. */
  readonly refusals: number;
  /** The mean of the deciding metric over the batches that count. */
  readonly mean_metric: number | null;
  /** Batches with a metric worse than the floor. */
  readonly months_below_floor: number;
  /** Rows that somebody has to find the truth of. */
  readonly rows_labelled: number;
  readonly first_alert: string | null;
  /** The first batch with which it trained again. */
  readonly first_action: string | null;
  /** The model that answers in the end: `churn@3`. */
  readonly in_use: string;
  /** Every batch that counts, in order. */
  readonly series: ReadonlyArray<{
    readonly name: string;
    readonly metric: number | null;
    readonly alert: boolean;
    readonly action: MonitoredBatch['action'];
    /** The model that answered it. */
    readonly model: string;
  }>;
  /** One or two sentences for people. */
  readonly words: string;
};

/** How batches are counted. */
export type Counting = {
  readonly counted: readonly string[];
  readonly floor: number | null;
  readonly isHigherBetter: boolean;
};

/** Sum up what a policy came to. */
export function policyOutcome(result: MonitorResult, {counted, floor, isHigherBetter}: Counting): PolicyOutcome {
  const chosen = result.batches.filter(({name}) => counted.includes(name));
  const values = chosen.flatMap(({score}) => (score === null ? [] : [score]));
  const isBad = (value: number) => floor !== null && (isHigherBetter ? value < floor : value > floor);
  const outcome = {
    policy: result.policy,
    retrainings: result.retrainings,
    promotions: result.promotions,
    refusals: result.refusals,
    mean_metric: values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
    months_below_floor: values.filter(isBad).length,
    rows_labelled: result.rows_labelled,
    first_alert: chosen.find(({alert}) => alert)?.name ?? null,
    first_action: chosen.find(({action}) => action !== 'none')?.name ?? null,
    in_use: result.in_use,
    series: chosen.map(({name, score, alert, action, model}) => ({name, metric: score, alert, action, model})),
  };
  return {...outcome, words: sayOutcome(outcome, result.metric, floor)};
}

function sayOutcome(outcome: Omit<PolicyOutcome, 'words'>, metric: string, floor: number | null): string {
  const {retrainings, promotions, refusals, rows_labelled, first_action} = outcome;
  const {mean_metric, months_below_floor, series} = outcome;
  const first = first_action === null ? '' : `, for the first time with ${first_action}`;
  const trained =
    retrainings + refusals === 0
      ? 'Never trained again'
      : `Trained again ${times(retrainings)}${first}, promoted ${times(promotions)}${refusals > 0 ? `, refused ${times(refusals)}` : ''}`;
  const mean = mean_metric === null ? '' : ` ${metric} ${say(mean_metric)} on average`;
  const bad = floor === null ? '' : `, ${months_below_floor} of ${series.length} batches worse than ${say(floor)}`;
  const needed = rows_labelled === 0 ? 'no labels' : `the labels of ${count(rows_labelled, 'row')}`;
  return `${trained}.${mean}${bad}; it needed ${needed}.`;
}

function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`;
}
