import {KnownError} from '../errors.ts';
import {type DecideOptions, type Decision, decide, previousStep} from './decide.ts';
import {decodeValue, encodeValue} from './encode.ts';
import {sha256} from './hash.ts';
import {HeldOutputs} from './held-outputs.ts';
import type {StepRecord} from './run-record.ts';
import type {Part, Pipeline, Step} from './step.ts';
import {identity, keptRecord, skippedRecord} from './step-records.ts';
import type {Json, Value} from './value.ts';

/** What a run tells while it goes on. */
export type RunEvent =
  | {
      readonly type: 'started';
      readonly step: string;
      readonly index: number;
      readonly of: number;
      readonly reason: string;
    }
  | {
      readonly type: 'progress';
      readonly step: string;
      readonly done: number;
      readonly total: number;
      /** What is counted, such as `day`, where it is more than a part of the step. */
      readonly unit?: string;
      /** What the step knows so far, such as the scores of a search; it replaces the detail before it. */
      readonly detail?: Json;
    }
  | {readonly type: 'finished'; readonly record: StepRecord; readonly index: number; readonly of: number};

export type RunOptions = Omit<DecideOptions, 'seed'> & {
  /** Milliseconds from any fixed moment, for durations only. */
  readonly now: () => number;
  readonly onEvent?: (event: RunEvent) => void;
  /** Asked between steps and inside long ones. */
  readonly cancelled?: () => boolean;
  /** Awaited before each step, so that others in the same thread, such as whoever cancels, get a turn. */
  readonly pause?: () => Promise<void>;
};

/** What came of a run: a record for every step, the outputs on demand, and the first failure if there was one. */
export type RunOutcome = {
  readonly steps: readonly StepRecord[];
  /** The output of a step that ran or was kept; undefined where it failed, was skipped or does not exist. */
  readonly output: (id: string) => Value | undefined;
  readonly failure?: {readonly step: string; readonly error: unknown};
};

/**
 * Run a pipeline: each step in turn, unless nothing that decides its output has changed. A step that fails stops the
 * steps that depend on it and no others; a step whose output comes out the same byte for byte stops the wave there,
 * because the steps after it then find their inputs unchanged.
 *
 * @throws {KnownError} `interrupted` when cancelled; what ran until then stays stored.
 */
export async function runPipeline(pipeline: Pipeline, options: RunOptions): Promise<RunOutcome> {
  const run = new Run(pipeline, options);
  for (let part: Part | undefined = pipeline; part; part = part.next?.(id => run.output(id))) {
    run.expect(part.steps);
    for (const step of part.steps) {
      await options.pause?.();
      await run.handle(step);
    }
  }
  return {steps: run.records, output: id => run.output(id), ...(run.failure ? {failure: run.failure} : {})};
}

class Run {
  readonly records: StepRecord[] = [];
  failure: {readonly step: string; readonly error: unknown} | undefined;
  readonly #held = new HeldOutputs();
  readonly #steps: Step[] = [];
  readonly #seed: number;
  readonly #options: RunOptions;

  constructor({seed}: Pipeline, options: RunOptions) {
    this.#seed = seed;
    this.#options = options;
  }

  expect(steps: readonly Step[]): void {
    this.#steps.push(...steps);
  }

  async handle(step: Step): Promise<void> {
    this.#stopIfCancelled(step);
    const blocking = this.records.find(({id, output}) => output === null && step.needs.includes(id));
    if (blocking) {
      const fate = blocking.status === 'failed' ? 'failed' : 'was not reached';
      this.#finish(step, skippedRecord(step, `it needs \`${blocking.id}\`, which ${fate}`));
      return;
    }
    const inputs = Object.fromEntries(step.needs.map(id => [id, this.#hashOf(id)!]));
    const decision = decide(step, inputs, {...this.#options, seed: this.#seed});
    this.#emit({type: 'started', step: step.id, ...this.#position(step), reason: decision.reason});
    const record =
      decision.action === 'run' ? await this.#run(step, inputs, decision) : keptRecord(step, inputs, decision);
    this.#finish(step, record);
  }

  output(id: string): Value | undefined {
    const held = this.#held.get(id);
    if (held !== undefined) return held;
    const hash = this.#hashOf(id);
    if (hash === null) return undefined;
    const bytes = this.#options.store.readObject(hash);
    if (!bytes) throw lostOutput(id);
    const value = decodeValue(bytes);
    this.#held.add(id, value, bytes.length);
    return value;
  }

  async #run(step: Step, inputs: {readonly [id: string]: string}, {key, seed, reason}: Decision): Promise<StepRecord> {
    const base = {...identity(step), seed, inputs, key, reason};
    const began = this.#options.now();
    try {
      const values = step.needs.map(id => this.output(id)!);
      const {output, report} = await step.run(values, this.#context(step));
      const bytes = encodeValue(output);
      const hash = sha256(bytes);
      const ms = this.#options.now() - began;
      const findings = this.#findings(step, key, hash);
      this.#options.store.writeObject(hash, bytes);
      this.#options.store.writeResult({version: 1, key, output: hash, report});
      this.#held.add(step.id, output, bytes.length);
      return {...base, reason: [reason, ...findings].join('; '), output: hash, status: 'ran', ms, report};
    } catch (error) {
      if (error instanceof KnownError && endsTheRun.includes(error.code)) throw error;
      this.failure ??= {step: step.id, error};
      const ms = this.#options.now() - began;
      return {...base, output: null, status: 'failed', ms, report: null, error: messageOf(error)};
    }
  }

  /** What the output of a step tells when it is compared with the ones before it. */
  #findings(step: Step, key: string, hash: string): readonly string[] {
    const stored = this.#options.store.readResult(key);
    if (stored && stored.output !== hash) return ['not reproducible: another output than before from the same input'];
    return previousStep(this.#options.previous, step.id)?.output === hash ? ['same output as before'] : [];
  }

  #context(step: Step) {
    return {
      seed: `${this.#seed}/${step.id}`,
      progress: (done: number, total: number, detail?: Json) => {
        this.#stopIfCancelled(step);
        this.#emit({type: 'progress', step: step.id, done, total, ...(detail === undefined ? {} : {detail})});
      },
    };
  }

  #stopIfCancelled(step: Step): void {
    if (!this.#options.cancelled?.()) return;
    throw new KnownError('interrupted', `The run was stopped at \`${step.id}\`.`, {
      hint: 'Run it again to go on from there: the finished steps are kept.',
      resumable: true,
    });
  }

  #hashOf(id: string): string | null {
    return this.records.find(record => record.id === id)?.output ?? null;
  }

  #finish(step: Step, record: StepRecord): void {
    this.records.push(record);
    this.#emit({type: 'finished', record, ...this.#position(step)});
  }

  #position(step: Step) {
    return {index: this.#steps.indexOf(step), of: this.#steps.length};
  }

  #emit(event: RunEvent): void {
    this.#options.onEvent?.(event);
  }
}

/** Not the fault of a step, so no other step goes on after it. */
const endsTheRun: readonly string[] = ['interrupted', 'cannot_write', 'corrupt_store'];

/** Outputs are checked before a run counts on them, so one can only be lost while the run goes on. */
function lostOutput(id: string): KnownError {
  return new KnownError('corrupt_store', `The stored output of \`${id}\` was damaged or removed during the run.`, {
    hint: 'Run it again: what is missing is made anew.',
    resumable: true,
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
