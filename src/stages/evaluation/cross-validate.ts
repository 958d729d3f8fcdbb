import {randomStream} from '../../data/random.ts';
import {isNumeric} from '../../data/table.ts';
import type {Step} from '../../engine/step.ts';
import {fitChain, replay, type Transform} from '../../engine/transform.ts';
import type {Json, Value} from '../../engine/value.ts';
import {kFold, stratifiedKFold} from '../../ml/folds.ts';
import {isDefined} from '../../ml/score.ts';
import type {Split} from '../../ml/split.ts';
import {mean, standardDeviation} from '../../ml/summary.ts';
import {type Rows, takeFlowRows} from '../rows.ts';
import type {SplitOutput} from '../split/split-rows.ts';
import type {TaskKind} from '../split/target.ts';
import type {TrainingSettings} from '../training/settings.ts';
import {trainModel} from '../training/train-model.ts';
import {defaultMetric, type Scores, scoreRows} from './scores.ts';
import type {EvaluationSettings} from './settings.ts';

/** A metric over several trials: every value, their mean and their standard deviation (divisor n). */
export type Spread = {readonly mean: number; readonly sd: number; readonly scores: readonly number[]};
/** The spread of every metric, and the one that decides. */
export type SpreadOutput = {readonly metric: string; readonly all: {readonly [metric: string]: Spread}};

type Chain = {
  readonly training: TrainingSettings;
  readonly evaluation: EvaluationSettings;
  readonly transforms: ReadonlyArray<Transform<Rows>>;
  readonly task: TaskKind;
};

/** Cut the training rows into folds, and judge the whole chain of steps, fitted anew, on each fold in turn. */
export function crossValidateStep(chain: Chain): Step {
  const {cross_validate, positive, average, threshold} = chain.evaluation;
  return {
    id: 'evaluation.cross_validate',
    stage: 'evaluation',
    version: 1,
    params: {cross_validate, positive, average, threshold, ...chainParams(chain)},
    random: true,
    needs: ['split.rows'],
    run: ([input], {seed, progress}) => {
      const {parts, classes} = input as unknown as SplitOutput;
      const folds = foldsOf(parts.train, cross_validate, seed);
      const scores = folds.map((fold, index) => {
        progress(index, folds.length);
        return scoreFold(chain, parts.train, fold, `${seed}/fold/${index}`);
      });
      const output = spreadOf(scores, defaultMetric(classes));
      const {rows, columns} = parts.train.table;
      const report = {rows: [rows, rows], columns: [columns.length, columns.length], learned: [], warnings: []};
      return {output: output as unknown as Value, report};
    },
  };
}

/** Everything of a chain that decides a score: the parameters and versions of its transforms, and the model. */
export function chainParams({training, transforms}: Chain): {readonly [name: string]: Json} {
  const steps = transforms.map(({id, version, params}) => [id, {version, ...params}] as const);
  return {...Object.fromEntries(steps), training};
}

/** The folds of rows: with the share of each class kept where the target is classes. */
export function foldsOf(rows: Rows, k: number, seed: string): readonly Split[] {
  const random = randomStream(`${seed}/folds`);
  return rows.target && !isNumeric(rows.target)
    ? stratifiedKFold(rows.target, k, random)
    : kFold(rows.index.length, k, random);
}

/** Fit the whole chain on one part of the rows and score it on the other. */
export function scoreFold(
  {training, evaluation, transforms, task}: Chain,
  rows: Rows,
  {train, test}: Split,
  seed: string,
): Scores {
  const chain = fitChain(transforms, takeFlowRows(rows, train));
  const model = trainModel(chain.rows, training, task, {seed});
  return scoreRows(model, replay(chain.fitted, takeFlowRows(rows, test)), evaluation);
}

/** Collect the scores of several trials, metric by metric; a trial in which a metric is undefined is left out of it. */
export function spreadOf(trials: readonly Scores[], metric: string): SpreadOutput {
  const names = Object.keys(trials[0] ?? {});
  const all = names.flatMap(name => {
    const scores = trials.map(trial => trial[name]!).filter(isDefined);
    if (scores.length === 0) return [];
    const values = Float64Array.from(scores);
    return [[name, {mean: mean(values), sd: standardDeviation(values), scores}] as const];
  });
  return {metric, all: Object.fromEntries(all)};
}
