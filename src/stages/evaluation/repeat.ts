import type {Table} from '../../data/table.ts';
import type {Step} from '../../engine/step.ts';
import {KnownError} from '../../errors.ts';
import type {PipelineSpec} from '../spec.ts';
import type {SplitOutput} from '../split/split-rows.ts';
import {splitTable} from '../split/split-rows.ts';
import {defaultMetric} from './scores.ts';
import {runTrials, type TrialPlan} from './trial-plan.ts';

/**
 * Divide the rows anew again and again, fit the whole chain on each training part and judge it on each test part: how
 * much of a score is luck of the split.
 *
 * @param tableFrom - the step whose table is divided.
 */
export function repeatStep(plan: TrialPlan, {ingestion, split, evaluation}: PipelineSpec, tableFrom: string): Step {
  const {target, task} = ingestion;
  const settings = {...split, target, task};
  return {
    id: 'evaluation.repeat',
    stage: 'evaluation',
    version: 1,
    params: {...plan.params, split: settings, repeat: evaluation.repeat},
    random: true,
    needs: [tableFrom, 'split.rows'],
    run: ([input, first], context) => {
      const {classes} = first as unknown as SplitOutput;
      const table = input as unknown as Table;
      return runTrials(
        plan,
        {
          metric: defaultMetric(classes),
          noun: 'split',
          total: evaluation.repeat,
          parts: index => splitTable(table, settings, `${context.seed}/rows/${index}`).parts,
        },
        context,
      );
    },
  };
}

/** Refuse to repeat a split that can only be made in one way. @throws {KnownError} `bad_setting`. */
export function checkRepeat({split, evaluation}: PipelineSpec): void {
  const fixed = split.column !== null ? 'split.column' : split.time !== null ? 'split.time' : undefined;
  if (evaluation.repeat === 1 || fixed === undefined) return;
  throw new KnownError('bad_setting', `\`evaluation.repeat\` tries other splits, and \`${fixed}\` allows one only.`, {
    hint: 'Set `evaluation.repeat: 1`, and `evaluation.cross_validate: 5` to see the spread.',
    at: {name: 'evaluation.repeat'},
  });
}
