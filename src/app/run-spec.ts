import {hashJson} from '../engine/hash.ts';
import {type PlannedStep, planPipeline} from '../engine/plan.ts';
import {type RunEvent, type RunOutcome, runPipeline} from '../engine/run.ts';
import {type RunRecord, runFingerprint} from '../engine/run-record.ts';
import type {Json} from '../engine/value.ts';
import {KnownError} from '../errors.ts';
import {buildPipeline} from '../stages/build-pipeline.ts';
import {specJson} from '../stages/read-spec.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {Ports} from './ports.ts';
import {resolveSpec} from './resolve-spec.ts';
import {type RunResult, resultOf} from './run-result.ts';

/** A pipeline to run, and where its relative paths start. */
export type RunRequest = {
  readonly spec: PipelineSpec;
  readonly folder: string;
  /** Run every step, whatever is stored. */
  readonly fresh?: boolean;
};

export type RunWatch = {
  readonly onEvent?: (event: RunEvent) => void;
  readonly cancelled?: () => boolean;
};

/**
 * Run a pipeline and keep a record of it.
 *
 * @throws {KnownError} as the first failing step says, with what was kept and how to go on.
 */
export async function runSpec(request: RunRequest, ports: Ports, watch: RunWatch = {}): Promise<RunResult> {
  const spec = resolveSpec(request.spec, ports);
  const began = ports.now();
  const snapshot = await ports.readSource(spec.ingestion, request.folder);
  const previous = ports.runs.latest(spec.name);
  const outcome = await runPipeline(buildPipeline(spec, spec.seed, snapshot), {
    store: ports.store,
    previous,
    fresh: request.fresh,
    now: ports.elapsed,
    ...watch,
  });
  const run = runId(began, outcome, spec);
  if (outcome.failure) {
    ports.runs.write(recordOf(run, began, spec, outcome, ports, null));
    throw failureOf(outcome);
  }
  const result = resultOf(outcome, {run, seed: spec.seed, spec});
  ports.runs.write(recordOf(run, began, spec, outcome, ports, result));
  return result;
}

/** Say what a run would do, without doing it. */
export async function planSpec(request: RunRequest, ports: Ports): Promise<readonly PlannedStep[]> {
  const spec = resolveSpec(request.spec, ports);
  const snapshot = await ports.readSource(spec.ingestion, request.folder);
  const pipeline = buildPipeline(spec, spec.seed, snapshot);
  return planPipeline(pipeline, {store: ports.store, previous: ports.runs.latest(spec.name), fresh: request.fresh});
}

/** Run ids begin with the time, so that they sort by age: `20261122-081502-3fa9c1`. */
function runId(began: Date, {steps}: RunOutcome, {name}: PipelineSpec): string {
  const time = began.toISOString().replace(/[-:]/g, '').replace('T', '-');
  const tail = hashJson([name, began.toISOString(), steps.map(step => step.key)]).slice(0, 6);
  return `${time.slice(0, 15)}-${tail}`;
}

function recordOf(
  run: string,
  began: Date,
  spec: PipelineSpec & {seed: number},
  outcome: RunOutcome,
  ports: Ports,
  result: RunResult | null,
): RunRecord {
  return {
    version: 1,
    run,
    name: spec.name,
    created: began.toISOString(),
    seed: spec.seed,
    pipeline: specJson(spec),
    steps: outcome.steps,
    metrics: (result?.metrics ?? null) as Json,
    data: (result?.data ?? null) as Json,
    fingerprint: runFingerprint(outcome.steps),
    product: ports.product,
    node: ports.node,
  };
}

/** The error of the step that failed, with what still stands and how to go on. */
function failureOf(outcome: RunOutcome): unknown {
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
  });
}
