import {isDefined} from '../../ml/score.ts';
import {mean, standardDeviation} from '../../ml/summary.ts';
import {count} from '../words.ts';
import type {Scores} from './scores.ts';

/** A metric over several trials: every value, their mean and their standard deviation (divisor n). */
export type Spread = {readonly mean: number; readonly sd: number; readonly scores: readonly number[]};

/** In how many trials a metric has no value, and why in the first of them. */
export type Gaps = {readonly trials: number; readonly reason: string};

/** The spread of every metric; a trial in which a metric is undefined is left out of that metric's spread and counted. */
export type Spreads = {
  readonly all: {readonly [metric: string]: Spread};
  readonly undefined: {readonly [metric: string]: Gaps};
};

/** The spread of the model and, trial by trial on the same rows, of the baseline; and the metric that decides. */
export type SpreadOutput = Spreads & {
  readonly metric: string;
  readonly trials: number;
  readonly baseline: Spreads;
};

/** Collect the scores of several trials, metric by metric. */
export function spreadOf(trials: readonly Scores[]): Spreads {
  const names = Object.keys(trials[0] ?? {});
  const byMetric = names.map(name => [name, trials.map(trial => trial[name]!)] as const);
  const all = byMetric.flatMap(([name, found]) => {
    const scores = found.filter(isDefined);
    return scores.length === 0 ? [] : [[name, summarise(scores)] as const];
  });
  const gaps = byMetric.flatMap(([name, found]) => {
    const missing = found.flatMap(score => (isDefined(score) ? [] : [score.undefined]));
    return missing.length === 0 ? [] : [[name, {trials: missing.length, reason: missing[0]!}] as const];
  });
  return {all: Object.fromEntries(all), undefined: Object.fromEntries(gaps)};
}

/** The mean and the standard deviation of some scores. */
export function summarise(scores: readonly number[]): Spread {
  const values = Float64Array.from(scores);
  return {mean: mean(values), sd: standardDeviation(values), scores};
}

/** Say which metrics were undefined in some of the trials, a line each. @param noun - what a trial is: a fold, a split. */
export function describeGaps(spreads: Spreads, trials: number, noun: string): readonly string[] {
  return Object.entries(spreads.undefined).map(
    ([metric, gaps]) => `${metric} is undefined in ${gaps.trials} of ${count(trials, noun)}, left out: ${gaps.reason}`,
  );
}
