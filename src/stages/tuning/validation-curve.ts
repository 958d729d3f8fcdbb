import type {Step} from '../../engine/step.ts';
import type {Json, Value} from '../../engine/value.ts';
import {type Chain, chainOf, chainParams, tryChain} from '../evaluation/chain.ts';
import {type CurvePoint, type CurveScores, measureCurve} from '../evaluation/curve-trials.ts';
import {foldsOf, partsOf} from '../evaluation/folds.ts';
import {defaultMetric} from '../evaluation/scores.ts';
import type {PipelineSpec} from '../spec.ts';
import type {SplitOutput} from '../split/split-rows.ts';
import type {TaskKind} from '../split/target.ts';
import {applyCandidate, listCandidates} from './candidates.ts';

/** Scores under one value of a setting after another. */
export type ValidationCurve = CurveScores<Json> & {readonly setting: string; readonly values: readonly Json[]};

/**
 * Fit the chain with one setting at value after value, and score it on the rows it learned from and on a fold it did
 * not: from under-fitting through the best value to over-fitting.
 *
 * @param spec - with the setting and its values as the one entry of `tuning.space`.
 * @throws {KnownError} `bad_setting` when the model has no such parameter.
 * @see sklearn.model_selection.validation_curve
 */
export function validationCurveStep(spec: PipelineSpec, task: TaskKind): Step {
  const [setting] = Object.keys(spec.tuning.space) as [string];
  const candidates = listCandidates(spec, task, '');
  const chains = candidates.map(candidate => chainOf(applyCandidate(spec, candidate), task));
  const {split, tuning} = spec;
  const {folds, metric} = tuning;
  const {group, time} = split;
  return {
    id: 'tuning.validation_curve',
    stage: 'tuning',
    version: 1,
    params: {setting, folds, metric, group, time, chains: chains.map(chainParams)},
    random: true,
    needs: ['split.rows'],
    run: ([input], context) => {
      const {parts, classes} = input as unknown as SplitOutput;
      const cuts = foldsOf(parts.train, folds, context.seed, split).map(fold => partsOf(parts.train, fold));
      const points = chains.map((chain, place) => ({at: candidates[place]![setting]!, make: tryWith(chain)}));
      const {x, scores} = measureCurve(points, {metric: metric ?? defaultMetric(classes), folds: cuts}, context);
      const output: ValidationCurve = {...scores, setting, values: x};
      const learned = scores.left_out.map(({at, reason}) => `${setting} ${JSON.stringify(at)} left out: ${reason}`);
      return {output: output as unknown as Value, report: {learned, warnings: []}};
    },
  };
}

function tryWith(chain: Chain): CurvePoint {
  return (parts, context) => tryChain(chain, parts, context);
}
