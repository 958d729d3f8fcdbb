import {type RunOutcome, runPipeline} from '../engine/run.ts';
import {KnownError, type Problem} from '../errors.ts';
import type {Curve} from '../ml/model.ts';
import {buildPipeline, type MoreSteps} from '../stages/build-pipeline.ts';
import type {LearningCurve} from '../stages/evaluation/learning-curve.ts';
import type {ScoreOutput} from '../stages/evaluation/score-step.ts';
import {sweepThresholds, type ThresholdSweep} from '../stages/evaluation/threshold-sweep.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import {readTuning} from '../stages/tuning/space.ts';
import {type ValidationCurve, validationCurveStep} from '../stages/tuning/validation-curve.ts';
import type {Ports} from './ports.ts';
import {resolveSpec} from './resolve-spec.ts';
import {failureOf, type RunRequest, type RunWatch} from './run-spec.ts';

/** How the score grows with the number of training rows, whether or not the pipeline asks for it. */
export async function learningCurve(request: RunRequest, ports: Ports, watch: RunWatch = {}): Promise<LearningCurve> {
  const evaluation = {...request.spec.evaluation, learning_curve: true};
  const outcome = await runQuietly({...request, spec: {...request.spec, evaluation}}, ports, watch);
  return outcome.output('evaluation.learning_curve') as unknown as LearningCurve;
}

export type ValidationRequest = RunRequest & {
  /** A parameter of the model, or a setting such as `preprocessing.scale`. */
  readonly setting: string;
  readonly values: readonly unknown[];
};

/** How the score changes with one setting. @throws {KnownError} `bad_setting` as for the space of a search. */
export async function validationCurve(
  request: ValidationRequest,
  ports: Ports,
  watch: RunWatch = {},
): Promise<ValidationCurve> {
  const spec = withOneSetting(request);
  const more: MoreSteps = (settled, task) => [validationCurveStep({...settled, tuning: spec.tuning}, task)];
  const outcome = await runQuietly(request, ports, watch, more);
  return outcome.output('tuning.validation_curve') as unknown as ValidationCurve;
}

/** The loss of the fitted model by iteration, as the chart of that name takes it; null where nothing iterates. */
export async function lossCurve(
  request: RunRequest,
  ports: Ports,
  watch: RunWatch = {},
): Promise<{readonly curves: readonly Curve[]} | null> {
  const {explanation} = scoreOf(await runQuietly(request, ports, watch));
  return explanation.curves ? {curves: explanation.curves} : null;
}

/** What each threshold would do with the test rows; null where there are not two classes. */
export async function thresholdSweep(
  request: RunRequest,
  ports: Ports,
  watch: RunWatch = {},
): Promise<ThresholdSweep | null> {
  return sweepThresholds(scoreOf(await runQuietly(request, ports, watch)));
}

/** Run a pipeline for what it finds on the way: no record is kept, and how sure its scores are is left aside. */
async function runQuietly(
  request: RunRequest,
  ports: Ports,
  watch: RunWatch,
  more: MoreSteps = () => [],
): Promise<RunOutcome> {
  const spec = resolveSpec(request.spec, ports);
  const snapshot = await ports.readSource(spec.ingestion, request.folder);
  const alone = {...spec, evaluation: {...spec.evaluation, cross_validate: 0, repeat: 1}};
  const options = {store: ports.store, now: ports.elapsed, ...watch};
  const outcome = await runPipeline(buildPipeline(alone, spec.seed, snapshot, more), options);
  if (outcome.failure) throw failureOf(outcome);
  return outcome;
}

function withOneSetting({spec, setting, values}: ValidationRequest): PipelineSpec {
  const problems: Problem[] = [];
  const space = {[setting]: values} as PipelineSpec['tuning']['space'];
  const asked: PipelineSpec = {...spec, tuning: {...spec.tuning, method: 'grid', space}};
  const tuning = readTuning(asked, (_, __, message, hint) => problems.push({message, hint, at: {name: setting}}));
  const [first] = problems;
  if (first) throw new KnownError('bad_setting', first.message, {hint: first.hint, at: first.at, problems});
  return {...asked, tuning};
}

function scoreOf(outcome: RunOutcome): ScoreOutput {
  return outcome.output('evaluation.score') as unknown as ScoreOutput;
}
