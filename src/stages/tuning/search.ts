import {isNumeric} from '../../data/table.ts';
import type {Parts} from '../../engine/transform.ts';
import {KnownError} from '../../errors.ts';
import {isMetricName, metrics} from '../../ml/metrics/catalogue.ts';
import {chainOf} from '../evaluation/chain.ts';
import {drawRows, foldsOf, partsOf} from '../evaluation/folds.ts';
import {defaultMetric} from '../evaluation/scores.ts';
import type {Rows} from '../rows.ts';
import type {PipelineSpec} from '../spec.ts';
import type {TaskKind} from '../split/target.ts';
import {applyCandidate, type Candidate, listCandidates} from './candidates.ts';
import {planRounds, type Round} from './halving.ts';
import {type Court, judge, rank, type Tried} from './judge.ts';

/** What a search found: every candidate it tried, and the best of them. */
export type SearchOutput = {
  readonly method: 'grid' | 'random' | 'halving';
  readonly metric: string;
  readonly higher_is_better: boolean;
  readonly folds: number;
  readonly best: Candidate;
  /** Its place in `tried`. */
  readonly best_index: number;
  readonly tried: readonly Tried[];
};

/** What is known while a search goes on. */
export type SearchSoFar = {
  readonly metric: string;
  /** Finished candidates, and the one that is being tried. */
  readonly tried: readonly Tried[];
};

export type SearchContext = {
  readonly seed: string;
  /** Called when a fold is done, and now and then inside one; throws when the person cancelled. */
  readonly tell: (done: number, total: number, soFar?: SearchSoFar) => void;
};

/**
 * Try every candidate in every fold of the training rows, each step fitted anew, and choose the best: the highest mean
 * (or the lowest, for errors), of equals the first.
 *
 * @throws {KnownError} `bad_setting` when the metric or a parameter does not fit the task, `cannot_fit` when no
 *   candidate could be scored.
 */
export function search(spec: PipelineSpec, task: TaskKind, parts: Parts<Rows>, context: SearchContext): SearchOutput {
  const court = openCourt(spec, task, parts, context.seed);
  const candidates = listCandidates(spec, task, context.seed);
  const rounds = roundsOf(spec.tuning.method, candidates.length, court, parts);
  const total = rounds.reduce((sum, round) => sum + round.candidates * court.folds.length, 0);
  const tried: Tried[] = [];
  let last: readonly Tried[] = [];
  rounds.forEach((round, place) => {
    const chosen = place === 0 ? candidates : survivors(last, round.candidates, court);
    const smaller = shrink(court, round.rows / parts.train.index.length, `${context.seed}/round/${place}`);
    const mark = spec.tuning.method === 'halving' ? {round: place + 1, rows: round.rows} : {};
    last = chosen.map(candidate => {
      const done = tried.length * court.folds.length;
      const soFar = (now: Tried) => ({metric: court.metric, tried: [...tried, {...now, ...mark}]});
      const result = judge(candidate, () => judgedChain(spec, candidate, task), smaller, {
        seed: context.seed,
        keepOn: () => context.tell(done, total),
        scored: now => context.tell(done + now.scores.length, total, soFar(now)),
      });
      tried.push({...result, ...mark});
      return tried.at(-1)!;
    });
  });
  return conclude(spec, court, tried, last);
}

/** One round for all candidates on all rows, or the rounds of successive halving. */
function roundsOf(method: string, candidates: number, court: Court, parts: Parts<Rows>): readonly Round[] {
  const rows = parts.train.index.length;
  if (method !== 'halving') return [{candidates, rows}];
  return planRounds(candidates, rows, court.folds.length, classesOf(parts).length || 1);
}

/** The best of a round, in the order in which they were, so that of equals the first one still wins. */
function survivors(last: readonly Tried[], left: number, {higherIsBetter}: Court): readonly Candidate[] {
  const places = rank(last, higherIsBetter).slice(0, left);
  return [...places].sort((a, b) => a - b).map(place => last[place]!.params);
}

function conclude({tuning}: PipelineSpec, court: Court, tried: readonly Tried[], last: readonly Tried[]): SearchOutput {
  const winner = rank(last, court.higherIsBetter)[0]!;
  if (last[winner]!.mean === null) throw nothingScored(tried, court.metric);
  return {
    method: tuning.method as SearchOutput['method'],
    metric: court.metric,
    higher_is_better: court.higherIsBetter,
    folds: court.folds.length,
    best: last[winner]!.params,
    best_index: tried.length - last.length + winner,
    tried,
  };
}

/** Candidates are judged on rows they did not learn from, or, in the trap `tune_on_test`, on the test rows themselves. */
function openCourt(spec: PipelineSpec, task: TaskKind, parts: Parts<Rows>, seed: string): Court {
  const {tuning, split, traps} = spec;
  const metric = tuning.metric ?? defaultMetric(classesOf(parts));
  if (!isMetricName(metric) || metrics[metric].task !== task) throw wrongMetric(metric, task);
  const folds = traps.includes('tune_on_test')
    ? [parts]
    : foldsOf(parts.train, tuning.folds, seed, split).map(fold => partsOf(parts.train, fold));
  return {metric, higherIsBetter: metrics[metric].higherIsBetter, folds};
}

/** The trap `score_on_train` spoils the final score; the search is still judged on rows kept out. */
function judgedChain(spec: PipelineSpec, candidate: Candidate, task: TaskKind) {
  const chain = chainOf(applyCandidate(spec, candidate), task);
  return {...chain, traps: chain.traps.filter(trap => trap !== 'score_on_train')};
}

/** The folds with a share of their rows. */
function shrink(court: Court, share: number, seed: string): Court {
  if (share >= 1) return court;
  const some = (rows: Rows, name: string) => drawRows(rows, Math.max(1, Math.floor(share * rows.index.length)), name);
  const folds = court.folds.map(({train, test}, fold) => ({
    train: some(train, `${seed}/train/${fold}`),
    test: some(test, `${seed}/test/${fold}`),
  }));
  return {...court, folds};
}

function classesOf({train: {target}}: Parts<Rows>): readonly string[] {
  return target && !isNumeric(target) ? target.levels : [];
}

function wrongMetric(metric: string, task: TaskKind): KnownError {
  const able = Object.entries(metrics).flatMap(([name, info]) => (info.task === task ? [name] : []));
  return new KnownError('bad_setting', `\`tuning.metric: ${metric}\` does not measure ${task}.`, {
    hint: `Choose one of ${able.join(', ')}.`,
    at: {name: 'tuning.metric'},
  });
}

function nothingScored(tried: readonly Tried[], metric: string): KnownError {
  return new KnownError('cannot_fit', `No candidate could be scored by ${metric}. The first one: ${tried[0]!.error}`, {
    hint: 'Change `tuning.space`, or choose another `tuning.metric`.',
    at: {name: 'tuning.space'},
  });
}
