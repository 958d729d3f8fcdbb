import {type PlannedStep, planPipeline} from '../engine/plan.ts';
import {type RunEvent, type RunOptions, type RunOutcome, runPipeline} from '../engine/run.ts';
import {KnownError} from '../errors.ts';
import {buildPipeline} from '../stages/build-pipeline.ts';
import type {Snapshot} from '../stages/ingestion/snapshot.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import {readGates} from './gates-read.ts';
import {checkModelName} from './models-find.ts';
import {deployRun} from './models-register.ts';
import type {NamedText, Ports} from './ports.ts';
import {resolveSpec} from './resolve-spec.ts';
import {type RunResult, resultOf} from './run-result.ts';
import {makeRecord, newRunId, recordSource} from './runs-record.ts';

/** A pipeline to run, and where its relative paths start. */
export type RunRequest = {
  readonly spec: PipelineSpec;
  readonly folder: string;
  /** The pipeline file as it was written, where there is one. */
  readonly written?: NamedText | undefined;
  /** Run every step, whatever is stored. */
  readonly fresh?: boolean;
  /** False for runs that are nobody's work, such as those whose figures a lesson shows: no record is kept of them. */
  readonly record?: boolean;
};

export type RunWatch = {
  readonly onEvent?: (event: RunEvent) => void;
  readonly cancelled?: () => boolean;
  readonly pause?: () => Promise<void>;
  /** Gives up a download that is under way. */
  readonly signal?: AbortSignal;
};

/**
 * Run a pipeline and keep a record of it.
 *
 * @throws {KnownError} as the first failing step says, with what was kept and how to go on.
 */
export async function runSpec(
  request: RunRequest,
  ports: Ports,
  {signal, ...watch}: RunWatch = {},
): Promise<RunResult> {
  const spec = resolveSpec(request.spec, ports);
  checkModelName(spec.deployment.name);
  // A gate that cannot be read is found before the work, not after it.
  readGates(spec.deployment.gates);
  const began = ports.now();
  const snapshot = await ports.readSource(spec.ingestion, request.folder, signal);
  const isKept = request.record !== false;
  const previous = isKept ? ports.runs.latest(spec.name) : undefined;
  const options = {store: ports.store, fresh: request.fresh, now: ports.elapsed};
  const outcome = await runPipeline(buildPipeline(spec, spec.seed, snapshot), {...options, previous, ...watch});
  const run = newRunId(began, ports);
  const keep = (result: RunResult | null) => {
    if (!isKept) return;
    const subject = {...request, spec, source: recordSource(spec.ingestion, snapshot, ports)};
    ports.runs.write(makeRecord(run, began, subject, outcome, result, ports));
  };
  if (outcome.failure) {
    keep(null);
    throw failureOf(outcome);
  }
  const honest = spec.traps.length > 0 ? await runHonest(spec, snapshot, options, watch) : undefined;
  const earlierUses = countTestUses(outcome, ports);
  const result = resultOf(outcome, {run, seed: spec.seed, spec, earlierUses, honest});
  keep(result);
  return {...result, deployment: deployRun(result, ports)};
}

/** The same pipeline without its traps, in the same store: what both share is done once. */
async function runHonest(
  spec: PipelineSpec & {readonly seed: number},
  snapshot: Snapshot,
  options: RunOptions,
  {onEvent, ...watch}: RunWatch,
): Promise<RunOutcome> {
  // Its steps are none of the run's own: a screen is only told that the work goes on.
  const tell = (event: RunEvent) => {
    if (event.type === 'progress') onEvent?.({...event, step: `honest/${event.step}`});
  };
  const pipeline = buildPipeline({...spec, traps: []}, spec.seed, snapshot);
  const outcome = await runPipeline(pipeline, {...options, ...watch, onEvent: tell});
  if (outcome.failure) throw failureOf(outcome);
  return outcome;
}

/** The evaluated runs of this home whose split let the very same rows through. */
function countTestUses({steps}: RunOutcome, {runs}: Ports): number {
  const split = steps.find(step => step.id === 'split.rows')?.output;
  return runs.summaries().filter(run => run.split === split && run.metrics !== null).length;
}

/** Say what a run would do, without doing it. */
export async function planSpec(request: RunRequest, ports: Ports): Promise<readonly PlannedStep[]> {
  const spec = resolveSpec(request.spec, ports);
  const snapshot = await ports.readSource(spec.ingestion, request.folder);
  const pipeline = buildPipeline(spec, spec.seed, snapshot);
  return planPipeline(pipeline, {store: ports.store, previous: ports.runs.latest(spec.name), fresh: request.fresh});
}

/** The error of the step that failed, with what still stands and how to go on. */
export function failureOf(outcome: RunOutcome): unknown {
  const {step, error} = outcome.failure!;
  if (!(error instanceof KnownError)) return error;
  const kept = outcome.steps.filter(({output}) => output !== null).length;
  if (kept === 0) return error;
  const {code, message, hint, at, problems} = error;
  return new KnownError(code, `Step \`${step}\` failed: ${message}`, {
    hint: `${hint} Then run it again: the ${kept === 1 ? 'step' : `${kept} steps`} before it ${kept === 1 ? 'is' : 'are'} kept.`,
    at,
    problems,
    cause: error,
    resumable: true,
  });
}
