import {KnownError} from '../errors.ts';
import {type DecideOptions, type Decision, decide, previousStep} from './decide.ts';
import {decodeValue, encodeValue} from './encode.ts';
import {sha256} from './hash.ts';
import type {StepRecord} from './run-record.ts';
import type {Part, Pipeline, Step} from './step.ts';
import type {Value} from './value.ts';

/** What a run tells while it goes on. */
export type RunEvent =
  | {
      readonly type: 'started';
      readonly step: string;
      readonly index: number;
      readonly of: number;
      readonly reason: string;
    }
  | {readonly type: 'progress'; readonly step: string; readonly done: number; readonly total: number}
  | {readonly type: 'finished'; readonly record: StepRecord; readonly index: number; readonly of: number};

export type RunOptions = Omit<DecideOptions, 'seed'> & {
  /** Milliseconds from any fixed moment, for durations only. */
  readonly now: () => number;
  readonly onEvent?: (event: RunEvent) => void;
  /** Asked between steps and inside long ones. */
  readonly cancelled?: () => boolean;
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
    for (const step of part.steps) await run.handle(step);
  }
  return {steps: run.records, output: id => run.output(id), ...(run.failure ? {failure: run.failure} : {})};
}

class Run {
  readonly records: StepRecord[] = [];
  failure: {readonly step: string; readonly error: unknown} | undefined;
  readonly #values = new Map<string, Value>();
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
    const blocking = step.needs.find(id => this.#hashOf(id) === null);
    if (blocking !== undefined) {
      this.#finish(step, skippedRecord(step, `needs \`${blocking}\`, which has no output`));
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
    const held = this.#values.get(id);
    if (held !== undefined) return held;
    const hash = this.#hashOf(id);
    const bytes = hash === null ? undefined : this.#options.store.readObject(hash);
    if (!bytes) return undefined;
    const value = decodeValue(bytes);
    this.#values.set(id, value);
    return value;
  }

  async #run(step: Step, inputs: {readonly [id: string]: string}, {key, seed, reason}: Decision): Promise<StepRecord> {
    const base = {...identity(step), seed, inputs, key, reason};
    const began = this.#options.now();
    try {
      const values = await Promise.all(step.needs.map(id => this.#input(id)));
      const {output, report} = await step.run(values, this.#context(step));
      const bytes = encodeValue(output);
      const hash = sha256(bytes);
      const ms = this.#options.now() - began;
      this.#options.store.writeObject(hash, bytes);
      this.#options.store.writeResult({version: 1, key, output: hash, report, ms});
      this.#values.set(step.id, output);
      const same = previousStep(this.#options.previous, step.id)?.output === hash;
      return {
        ...base,
        reason: same ? `${reason}; same output as before` : reason,
        output: hash,
        status: 'ran',
        ms,
        report,
      };
    } catch (error) {
      if (error instanceof KnownError && error.code === 'interrupted') throw error;
      this.failure ??= {step: step.id, error};
      return {...base, output: null, status: 'failed', ms: this.#options.now() - began, report: null};
    }
  }

  /** An input from memory or the store; where the store lost it since it was looked for, its step runs again. */
  async #input(id: string): Promise<Value> {
    const stored = this.output(id);
    if (stored !== undefined) return stored;
    const index = this.records.findIndex(record => record.id === id);
    const step = this.#steps.find(candidate => candidate.id === id)!;
    const {inputs, key, seed} = this.records[index]!;
    const again = await this.#run(step, inputs, {action: 'run', key, seed, reason: 'its stored output was damaged'});
    this.records[index] = again;
    if (again.output === null) throw this.failure?.error;
    return this.#values.get(id)!;
  }

  #context(step: Step) {
    return {
      seed: `${this.#seed}/${step.id}`,
      progress: (done: number, total: number) => {
        this.#stopIfCancelled(step);
        this.#emit({type: 'progress', step: step.id, done, total});
      },
    };
  }

  #stopIfCancelled(step: Step): void {
    if (!this.#options.cancelled?.()) return;
    throw new KnownError('interrupted', `The run was stopped at \`${step.id}\`.`, {
      hint: 'Run it again to go on from there: the finished steps are kept.',
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

function identity(step: Step) {
  return {id: step.id, stage: step.stage, version: step.version, params: step.params};
}

function keptRecord(step: Step, inputs: {readonly [id: string]: string}, decision: Decision): StepRecord {
  if (decision.action === 'run') throw new Error(`Step ${step.id} was to run.`);
  const {key, seed, reason, action, result} = decision;
  return {
    ...identity(step),
    seed,
    inputs,
    key,
    reason,
    status: action,
    output: result.output,
    ms: 0,
    report: result.report,
  };
}

function skippedRecord(step: Step, reason: string): StepRecord {
  const nothing = {seed: null, inputs: {}, key: '', output: null, ms: 0, report: null};
  return {...identity(step), ...nothing, status: 'skipped', reason};
}
