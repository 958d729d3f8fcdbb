import type {Part, Pipeline, Step} from '../engine/step.ts';
import {type Transform, transformStep} from '../engine/transform.ts';
import type {Value} from '../engine/value.ts';
import {packageStep} from './deployment/package-step.ts';
import {chainOf} from './evaluation/chain.ts';
import {checkFolds, crossValidateStep} from './evaluation/cross-validate.ts';
import {learningCurveStep} from './evaluation/learning-curve.ts';
import {checkRepeat, repeatStep} from './evaluation/repeat.ts';
import {scoreStep} from './evaluation/score-step.ts';
import {rowsToFit, withTrap} from './evaluation/traps.ts';
import {planOf} from './evaluation/trial-plan.ts';
import {loadStep} from './ingestion/load.ts';
import type {Snapshot} from './ingestion/snapshot.ts';
import {dropDuplicatesStep} from './preprocessing/drop-duplicates.ts';
import type {Rows} from './rows.ts';
import type {PipelineSpec} from './spec.ts';
import {leakGuardStep} from './split/leak-guard.ts';
import {type SplitOutput, splitStep} from './split/split-rows.ts';
import type {TaskKind} from './split/target.ts';
import {baselineStep, fitStep} from './training/steps.ts';
import {applyCandidate} from './tuning/candidates.ts';
import type {SearchOutput} from './tuning/search.ts';
import {searchingPlan, searchStep} from './tuning/search-step.ts';

/** Steps that a screen wants besides, given the pipeline with every setting in place. */
export type MoreSteps = (spec: PipelineSpec, task: TaskKind) => readonly Step[];

/**
 * Lay the steps of a pipeline out, in the order in which they run: up to the gate, then the search for the best
 * settings where one is asked for, then all that learns under those settings.
 *
 * @throws {KnownError} `bad_setting` when settings exclude one another.
 */
export function buildPipeline(
  spec: PipelineSpec,
  seed: number,
  snapshot: Snapshot,
  more: MoreSteps = () => [],
): Pipeline {
  checkFolds(spec);
  checkRepeat(spec);
  const load = loadStep(snapshot, spec.ingestion);
  const unique = spec.preprocessing.duplicates === 'drop' ? [dropDuplicatesStep(load.id, spec.split.column)] : [];
  const tableFrom = unique[0]?.id ?? load.id;
  return {
    name: spec.name,
    seed,
    steps: [load, ...unique, splitStep(spec, tableFrom), leakGuardStep(tableFrom, spec.split.column)],
    next: output => behindGate(spec, taskFrom(output('split.rows'), spec), tableFrom, more),
  };
}

function behindGate(spec: PipelineSpec, task: TaskKind, tableFrom: string, more: MoreSteps): Part {
  const learning = (settled: PipelineSpec) => [
    ...learningSteps(settled, task),
    ...(settled.evaluation.learning_curve ? [learningCurveStep(chainOf(settled, task), settled.split)] : []),
    ...more(settled, task),
  ];
  const spread = spreadSteps(spec, task, tableFrom);
  if (spec.tuning.method === 'none') return {steps: [...learning(spec), ...spread]};
  const search = searchStep(spec, task);
  return {
    steps: [search],
    next: output => {
      const found = output(search.id) as SearchOutput | undefined;
      const steps = learning(found ? applyCandidate(spec, found.best) : spec);
      return {steps: [...waitFor(search, found ? steps : hideSearched(steps, spec)), ...spread]};
    },
  };
}

/** Everything that is fitted on the training rows and judged on the test rows. */
function learningSteps(spec: PipelineSpec, task: TaskKind): readonly Step[] {
  const {transforms, training, evaluation, traps} = chainOf(spec, task);
  const from = (index: number) => transforms[index]?.id ?? 'split.rows';
  const features = from(transforms.length - 1);
  return [
    ...transforms.map((transform, index) =>
      transformStep(
        withTrap(transform, traps) as Transform<Rows & Value>,
        from(index - 1),
        rowsToFit(traps, transform.id) as () => Rows & Value,
      ),
    ),
    baselineStep(features, task),
    fitStep(features, training, task),
    scoreStep(features, evaluation, traps),
    packageStep(spec, transforms),
  ];
}

/** How sure the scores are. Where the pipeline tunes itself, the search is done anew in every fold and every split. */
function spreadSteps(spec: PipelineSpec, task: TaskKind, tableFrom: string): readonly Step[] {
  const {cross_validate: folds, repeat} = spec.evaluation;
  if (folds < 2 && repeat < 2) return [];
  const plan = spec.tuning.method === 'none' ? planOf(chainOf(spec, task)) : searchingPlan(spec, task);
  return [
    ...(folds > 1 ? [crossValidateStep(plan, folds, spec.split)] : []),
    ...(repeat > 1 ? [repeatStep(plan, spec, tableFrom)] : []),
  ];
}

/** The steps that begin behind the search wait for it, so that they are skipped when it fails. */
function waitFor(search: Step, steps: readonly Step[]): readonly Step[] {
  const ids = new Set(steps.map(step => step.id));
  return steps.map(step => (step.needs.some(id => ids.has(id)) ? step : {...step, needs: [...step.needs, search.id]}));
}

/** While the search has not run, the settings it is going to choose are not known: a plan must not name them. */
function hideSearched(steps: readonly Step[], {tuning}: PipelineSpec): readonly Step[] {
  const names = Object.keys(tuning.space).map(name => name.slice(name.indexOf('.') + 1));
  const hidden = (step: Step) =>
    names.filter(name => name in step.params).map(name => [name, 'what the search prefers']);
  return steps.map(step => ({...step, params: {...step.params, ...Object.fromEntries(hidden(step))}}));
}

/** The task as the split found it; before it ran, the one that the settings suggest. */
function taskFrom(split: Value | undefined, {ingestion, training}: PipelineSpec): TaskKind {
  if (split !== undefined) return (split as unknown as SplitOutput).task;
  if (ingestion.task !== 'inferred') return ingestion.task;
  return training.model === 'linear_regression' || training.model === 'ridge' ? 'regression' : 'classification';
}
