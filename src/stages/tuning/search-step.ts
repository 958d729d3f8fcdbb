import type {Step} from '../../engine/step.ts';
import type {Json, Value} from '../../engine/value.ts';
import type {Model} from '../../ml/model.ts';
import {classifiers, mljs, regressors} from '../../ml/models/index.ts';
import {chainOf, tryChain} from '../evaluation/chain.ts';
import {trapWarning} from '../evaluation/traps.ts';
import type {TrialPlan} from '../evaluation/trial-plan.ts';
import type {PipelineSpec} from '../spec.ts';
import type {SplitOutput} from '../split/split-rows.ts';
import type {TaskKind} from '../split/target.ts';
import type {Params} from '../stage.ts';
import {transformKinds} from '../transform-kinds.ts';
import {count, say} from '../words.ts';
import {applyCandidate, type Candidate} from './candidates.ts';
import {type SearchOutput, search} from './search.ts';

/** Search the space for the best settings, on the training rows alone. */
export function searchStep(spec: PipelineSpec, task: TaskKind): Step {
  const isTrapped = spec.traps.includes('tune_on_test');
  return {
    id: 'tuning.search',
    stage: 'tuning',
    version: 1,
    params: searchParams(spec, task),
    random: true,
    needs: ['split.rows'],
    run: ([input], {seed, progress}) => {
      const {parts} = input as unknown as SplitOutput;
      const tell = (done: number, total: number, soFar?: unknown) => progress(done, total, soFar as Json);
      const found = search(spec, task, parts, {seed, tell});
      const warnings = isTrapped ? [trapWarning('tune_on_test')] : [];
      return {output: found as unknown as Value, report: {learned: describe(found), warnings}};
    },
  };
}

/** A trial of a pipeline that tunes itself: the search is part of what is tried, and sees the training part alone. */
export function searchingPlan(spec: PipelineSpec, task: TaskKind): TrialPlan {
  return {
    params: searchParams(spec, task),
    make: (parts, context) => {
      const {best} = search(spec, task, parts, {seed: `${context.seed}/search`, tell: context.keepOn});
      return tryChain(chainOf(applyCandidate(spec, best), task), parts, context);
    },
  };
}

function describe({best, best_index, metric, tried, folds}: SearchOutput): readonly string[] {
  const {mean, sd} = tried[best_index]!;
  const failed = tried.filter(candidate => candidate.mean === null).length;
  return [
    `best of ${count(tried.length - failed, 'candidate')}: ${describeCandidate(best)}`,
    `${metric} ${say(mean)} ± ${say(sd)} over ${count(folds, 'fold')}, which flatters a little: it is the best of many`,
    ...(failed === 0 ? [] : [`${count(failed, 'candidate')} could not be scored; the table says why`]),
  ];
}

/** A candidate in words: `C 10, preprocessing.scale none`. */
export function describeCandidate(candidate: Candidate): string {
  const parts = Object.entries(candidate).map(
    ([name, value]) => `${name} ${value === null ? 'none' : sayValue(value)}`,
  );
  return parts.join(', ') || 'the settings as they are';
}

function sayValue(value: Json): string {
  return typeof value === 'number' || typeof value === 'string' ? say(value) : JSON.stringify(value);
}

/** All that decides a search. Any model and any transform may be among the candidates, so all their versions count. */
function searchParams(spec: PipelineSpec, task: TaskKind): Params {
  const {preprocessing, features, training, evaluation, tuning, split, traps} = spec;
  const {positive, average, threshold} = evaluation;
  const {method, space, folds, budget, metric} = tuning;
  const {group, time} = split;
  return {
    ...{method, space, folds, metric, ...(method === 'random' ? {budget} : {}), ...(traps.length > 0 ? {traps} : {})},
    ...{preprocessing, features, training: training as unknown as Json, positive, average, threshold},
    ...{task, group, time, versions},
  };
}

const versions = {
  transforms: Object.fromEntries(transformKinds.map(({id, version}) => [id, version])),
  classifiers: versionsOf(classifiers),
  regressors: versionsOf(regressors),
  mljs: versionsOf(mljs),
};

function versionsOf(models: Readonly<Record<string, Model>>): {readonly [name: string]: number} {
  return Object.fromEntries(Object.values(models).map(({name, version}) => [name, version]));
}
