import type {Pipeline, Step} from '../engine/step.ts';
import {type Transform, transformStep} from '../engine/transform.ts';
import type {Value} from '../engine/value.ts';
import {crossValidateStep} from './evaluation/cross-validate.ts';
import {scoreStep} from './evaluation/score-step.ts';
import {loadStep} from './ingestion/load.ts';
import type {Snapshot} from './ingestion/snapshot.ts';
import {dropDuplicatesStep} from './preprocessing/drop-duplicates.ts';
import type {Rows} from './rows.ts';
import type {PipelineSpec} from './spec.ts';
import {leakGuardStep} from './split/leak-guard.ts';
import {type SplitOutput, splitStep} from './split/split-rows.ts';
import type {TaskKind} from './split/target.ts';
import {bindKind} from './stage.ts';
import {withModel} from './training/settings.ts';
import {baselineStep, fitStep} from './training/steps.ts';
import {transformKinds} from './transform-kinds.ts';

/** Lay the steps of a pipeline out, in the order in which they run. */
export function buildPipeline(spec: PipelineSpec, seed: number, snapshot: Snapshot): Pipeline {
  const load = loadStep(snapshot, spec.ingestion);
  const unique = spec.preprocessing.duplicates === 'drop' ? [dropDuplicatesStep(load.id, spec.split.column)] : [];
  const tableFrom = unique[0]?.id ?? load.id;
  return {
    name: spec.name,
    seed,
    steps: [load, ...unique, splitStep(spec, tableFrom), leakGuardStep(tableFrom, spec.split.column)],
    next: output => ({steps: learningSteps(spec, taskFrom(output('split.rows'), spec))}),
  };
}

/** Everything behind the gate. */
function learningSteps(spec: PipelineSpec, task: TaskKind): readonly Step[] {
  const transforms = transformsOf(spec);
  const training = withModel(spec.training, task);
  const {evaluation} = spec;
  const from = (index: number) => transforms[index]?.id ?? 'split.rows';
  const features = from(transforms.length - 1);
  return [
    ...transforms.map((transform, index) => transformStep(transform as Transform<Rows & Value>, from(index - 1))),
    baselineStep(features, task),
    fitStep(features, training, task),
    scoreStep(features, evaluation, spec.traps.includes('score_on_train')),
    ...(evaluation.cross_validate > 1 ? [crossValidateStep({training, evaluation, transforms, task})] : []),
  ];
}

/** The task as the split found it; before it ran, the one that the settings suggest. */
function taskFrom(split: Value | undefined, {ingestion, training}: PipelineSpec): TaskKind {
  if (split !== undefined) return (split as unknown as SplitOutput).task;
  if (ingestion.task !== 'inferred') return ingestion.task;
  return training.model === 'linear_regression' || training.model === 'ridge' ? 'regression' : 'classification';
}

/** The steps that are fitted on the training rows, with their settings in place. */
export function transformsOf(spec: PipelineSpec): ReadonlyArray<Transform<Rows>> {
  return transformKinds.flatMap(kind => {
    const values = kind.stage === 'features' ? spec.features : spec.preprocessing;
    const params = kind.params(values);
    return params === null ? [] : [bindKind(kind, params)];
  });
}
