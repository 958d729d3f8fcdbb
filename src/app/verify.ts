import {type RunOutcome, runPipeline} from '../engine/run.ts';
import {type RunRecord, runFingerprint, type StepRecord} from '../engine/run-record.ts';
import type {Part} from '../engine/step.ts';
import {memoryStore} from '../engine/store.ts';
import type {Json} from '../engine/value.ts';
import {buildPipeline} from '../stages/build-pipeline.ts';
import type {Ports} from './ports.ts';
import {resultOf} from './run-result.ts';
import type {RunWatch} from './run-spec.ts';
import {findRun} from './runs-find.ts';
import {specOfRecord} from './runs-spec.ts';
import {explainStep, type Rerun} from './verify-explain.ts';
import {compareFigures, type FigureChange} from './verify-figures.ts';
import {type Fault, faultOf} from './verify-record.ts';
import {readRecordedSource} from './verify-source.ts';

/** One step of a verification: what was recorded and what came out now; null where there is no output. */
export type VerifiedStep = {
  readonly id: string;
  readonly verdict: 'same' | 'differs' | 'missing' | 'new';
  readonly recorded: string | null;
  readonly now: string | null;
};

/** Whether a run comes out again as it was recorded, and if not, where it first parts and why. */
export type Verification = {
  readonly run: string;
  readonly name: string;
  readonly verdict: 'identical' | 'differs';
  /** The first step that differs; `step` is null where the fault is in the record as a whole. */
  readonly first: Fault | null;
  readonly steps: readonly VerifiedStep[];
  readonly figures: readonly FigureChange[];
  readonly fingerprint: {readonly recorded: string; readonly now: string | null};
  readonly product: {readonly recorded: string; readonly now: string};
  readonly node: {readonly recorded: string; readonly now: string};
};

/**
 * Run a recorded run again, in a store with nothing in it, and compare it step by step and hash by hash.
 *
 * @throws {KnownError} `unknown_run`, `missing_file` when its data is gone, `bad_pipeline` when its pipeline cannot be read.
 */
export async function verifyRun(
  {run}: {readonly run: string},
  ports: Ports,
  watch: RunWatch = {},
): Promise<Verification> {
  const record = findRun(run, ports.runs);
  const seed = seedOf(record);
  const fault = seed === undefined ? undefined : faultOf(record);
  if (fault) return unrunnable(record, fault, ports);
  // Without a seed the pipeline is laid out all the same, to name the step that would draw numbers.
  const spec = specOfRecord({...record, seed: seed ?? 0, pipeline: withSeed(record.pipeline, seed ?? 0)});
  const pipeline = buildPipeline(spec, spec.seed, await readRecordedSource(record, spec, ports));
  const drawing = seed === undefined ? firstRandomStep(record, pipeline) : undefined;
  if (drawing !== undefined) return unrunnable(record, {step: drawing, reason: noSeed}, ports);
  const outcome = await runPipeline(pipeline, {store: memoryStore(), now: ports.elapsed, ...watch});
  const known = {run: record.run, seed: spec.seed, spec, earlierUses: 0};
  const metrics = outcome.failure ? null : (resultOf(outcome, known).metrics as unknown as Json);
  return compare(record, outcome, metrics, ports);
}

const noSeed = 'the record names no seed, and this step draws random numbers: it comes out differently each time';

function seedOf({seed, pipeline}: RunRecord): number | undefined {
  const isThere = (value: unknown) => Number.isSafeInteger(value);
  return isThere(seed) && isThere((pipeline as {readonly seed?: unknown} | null)?.seed) ? seed : undefined;
}

function withSeed(pipeline: Json, seed: number): Json {
  return {...(pipeline as {readonly [name: string]: Json} | null), seed};
}

function firstRandomStep({steps}: RunRecord, pipeline: Part): string | undefined {
  for (let part: Part | undefined = pipeline; part; part = part.next?.(() => undefined)) {
    const found = part.steps.find(step => step.random);
    if (found) return found.id;
  }
  return steps.find(step => step.seed !== null && step.seed !== undefined)?.id;
}

function compare(record: RunRecord, {steps}: RunOutcome, metrics: Json, {product, node}: Ports): Verification {
  const figures = compareFigures(record.metrics, metrics);
  const rerun = {record, product, node, figures};
  const compared = compareSteps(record.steps, steps);
  const parting = compared.find(({verdict}) => verdict !== 'same');
  const first = parting ? faultAt(parting.id, steps, rerun) : figureFault(figures);
  return {
    ...headOf(record, {product, node}),
    verdict: first ? 'differs' : 'identical',
    first,
    steps: compared,
    figures,
    fingerprint: {recorded: record.fingerprint, now: runFingerprint(steps)},
  };
}

/** Both lists in one, in the order of the recorded run; steps that are new stand where they run. */
function compareSteps(recorded: readonly StepRecord[], now: readonly StepRecord[]): readonly VerifiedStep[] {
  const missing = recorded.filter(step => !now.some(({id}) => id === step.id));
  const all = now.map(step =>
    verifyStep(
      recorded.find(({id}) => id === step.id),
      step,
    ),
  );
  for (const step of missing) all.splice(recorded.indexOf(step), 0, verifyStep(step, undefined));
  return all;
}

function verifyStep(before: StepRecord | undefined, now: StepRecord | undefined): VerifiedStep {
  const {id} = (before ?? now)!;
  const isSame = before?.key === now?.key && before?.output === now?.output;
  const verdict = !before ? 'new' : !now ? 'missing' : isSame ? 'same' : 'differs';
  return {id, verdict, recorded: named(before?.output), now: named(now?.output)};
}

function named(hash: string | null | undefined): string | null {
  return hash ? `sha256:${hash}` : null;
}

function faultAt(id: string, steps: readonly StepRecord[], rerun: Rerun): Fault {
  const before = rerun.record.steps.find(step => step.id === id);
  const now = steps.find(step => step.id === id);
  return {step: id, reason: explainStep(before, now, rerun)};
}

/** Every step came out as recorded, so a figure that did not was changed in the record. */
function figureFault(figures: readonly FigureChange[]): Fault | null {
  const [first] = figures;
  if (!first) return null;
  const reason = `the record was changed after the run: it says ${first.figure} = ${first.recorded}, and it is ${first.now}`;
  return {step: 'evaluation.score', reason};
}

function unrunnable(record: RunRecord, first: Fault, ports: Ports): Verification {
  const fingerprint = {recorded: record.fingerprint, now: null};
  return {...headOf(record, ports), verdict: 'differs', first, steps: [], figures: [], fingerprint};
}

function headOf(record: RunRecord, {product, node}: Pick<Ports, 'product' | 'node'>) {
  return {
    run: record.run,
    name: record.name,
    product: {recorded: record.product, now: product},
    node: {recorded: record.node, now: node},
  };
}
