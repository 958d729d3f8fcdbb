import type {Parts} from '../../engine/transform.ts';
import {KnownError} from '../../errors.ts';
import {isDefined, type Score} from '../../ml/score.ts';
import {type Chain, scoreTrial, type TrialContext, tryChain} from '../evaluation/chain.ts';
import {summarise} from '../evaluation/spread.ts';
import type {Rows} from '../rows.ts';
import {count} from '../words.ts';
import type {Candidate} from './candidates.ts';

/** A candidate and what came of it. */
export type Tried = {
  readonly params: Candidate;
  /** null where it failed or nothing could be measured. */
  readonly mean: number | null;
  readonly sd: number | null;
  /** One score per fold, in order; null where the metric is undefined. */
  readonly scores: ReadonlyArray<number | null>;
  /** Why it has no score, or not one in every fold, in words. */
  readonly error?: string;
  /** In successive halving: the round it was tried in, and how many training rows that round had. */
  readonly round?: number;
  readonly rows?: number;
};

/** Where candidates are judged: the metric that decides, and the parts of each fold. */
export type Court = {
  readonly metric: string;
  readonly higherIsBetter: boolean;
  readonly folds: ReadonlyArray<Parts<Rows>>;
};

/** Try a candidate in every fold, each step fitted anew. A candidate that fails says why and is no reason to stop. */
export function judge(candidate: Candidate, chainOf: () => Chain, court: Court, context: JudgeContext): Tried {
  const scores: Score[] = [];
  try {
    const chain = chainOf();
    for (const [index, parts] of court.folds.entries()) {
      const trial = tryChain(chain, parts, {seed: `${context.seed}/fold/${index}`, keepOn: context.keepOn});
      scores.push(scoreTrial(trial)[court.metric]!);
      context.scored(summary(candidate, scores));
    }
    return summary(candidate, scores);
  } catch (error) {
    if (!(error instanceof KnownError) || error.code === 'interrupted') throw error;
    return {...summary(candidate, scores), mean: null, sd: null, error: `${error.message} ${error.hint}`};
  }
}

/** What judging needs besides: a random stream, a sign of life, and someone to tell the scores so far. */
export type JudgeContext = TrialContext & {readonly scored: (soFar: Tried) => void};

function summary(params: Candidate, scores: readonly Score[]): Tried {
  const known = scores.filter(isDefined);
  const spread = known.length > 0 ? summarise(known) : undefined;
  const missing = scores.flatMap(score => (isDefined(score) ? [] : [score.undefined]));
  return {
    params,
    mean: spread?.mean ?? null,
    sd: spread?.sd ?? null,
    scores: scores.map(score => (isDefined(score) ? score : null)),
    ...(missing.length > 0
      ? {error: `Undefined in ${missing.length} of ${count(scores.length, 'fold')}: ${missing[0]}`}
      : {}),
  };
}

/**
 * The places of the best candidates, the best first; of equals the first. One without a score in every fold comes
 * after all that have one: a mean over the folds it did well in would flatter it.
 */
export function rank(tried: readonly Tried[], higherIsBetter: boolean): readonly number[] {
  const sign = higherIsBetter ? -1 : 1;
  const tier = ({mean, error}: Tried) => (mean === null ? 2 : error === undefined ? 0 : 1);
  return [...tried.keys()].sort((a, b) => {
    const [one, other] = [tried[a]!, tried[b]!];
    return tier(one) - tier(other) || sign * ((one.mean ?? 0) - (other.mean ?? 0)) || a - b;
  });
}
