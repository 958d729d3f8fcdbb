import type {Step} from '../../engine/step.ts';
import {KnownError} from '../../errors.ts';
import type {PipelineSpec} from '../spec.ts';
import type {SplitOutput} from '../split/split-rows.ts';
import {type FoldRule, foldsOf, partsOf} from './folds.ts';
import {defaultMetric} from './scores.ts';
import {runTrials, type TrialPlan} from './trial-plan.ts';

/** Cut the training rows into folds, and judge the whole chain of steps, fitted anew, on each fold in turn. */
export function crossValidateStep(plan: TrialPlan, folds: number, rule: FoldRule): Step {
  const {group, time} = rule;
  return {
    id: 'evaluation.cross_validate',
    stage: 'evaluation',
    version: 2,
    params: {
      ...plan.params,
      cross_validate: folds,
      ...(group === null ? {} : {group}),
      ...(time === null ? {} : {time}),
    },
    random: true,
    needs: ['split.rows'],
    run: ([input], context) => {
      const {parts, classes} = input as unknown as SplitOutput;
      const cuts = foldsOf(parts.train, folds, context.seed, rule);
      return runTrials(
        plan,
        {
          metric: defaultMetric(classes),
          noun: 'fold',
          total: cuts.length,
          parts: index => partsOf(parts.train, cuts[index]!),
        },
        context,
      );
    },
  };
}

/** Refuse a single fold, which would leave no rows to learn from. @throws {KnownError} `bad_setting`. */
export function checkFolds({evaluation}: PipelineSpec): void {
  if (evaluation.cross_validate !== 1) return;
  throw new KnownError('bad_setting', '`evaluation.cross_validate: 1` leaves no rows to learn from.', {
    hint: 'Choose 2 folds or more, or 0 for none.',
    at: {name: 'evaluation.cross_validate'},
  });
}
