import {seedFor, stepKey} from './key.ts';
import {differences} from './reason.ts';
import type {RunRecord, StepRecord} from './run-record.ts';
import type {Step} from './step.ts';
import type {Store, StoredResult} from './store.ts';

/** What is to happen with one step, and why, once the hashes of its inputs are known. */
export type Decision = {
  readonly key: string;
  readonly seed: number | null;
  readonly reason: string;
} & ({readonly action: 'run'} | {readonly action: 'unchanged' | 'restored'; readonly result: StoredResult});

export type DecideOptions = {
  readonly seed: number;
  readonly store: Store;
  /** The last run of the same pipeline, to say what changed since. */
  readonly previous?: RunRecord | undefined;
  /** Run everything, whatever is stored. */
  readonly fresh?: boolean | undefined;
};

/** Why a step runs that a person asked to run. */
export const freshReason = 'asked to run everything afresh';

/** Decide whether a step has to run, is unchanged since the last run, or can be restored from an earlier one. */
export function decide(step: Step, inputs: {readonly [id: string]: string}, options: DecideOptions): Decision {
  const seed = seedFor(step, options.seed);
  const key = stepKey(step, seed, inputs);
  if (options.fresh) return {action: 'run', key, seed, reason: freshReason};
  const before = previousStep(options.previous, step.id);
  const changes = differences({step, seed, inputs}, before);
  const result = storedResult(options.store, key);
  if (!result) return {action: 'run', key, seed, reason: reasonToRun(changes, before, key)};
  if (before?.key === key && before.output !== null) {
    return {action: 'unchanged', key, seed, result, reason: 'nothing changed since the last run'};
  }
  return {action: 'restored', key, seed, result, reason: [...changes, 'an earlier run already made this'].join('; ')};
}

/** The record of one step in the last run, if there is one. */
export function previousStep(previous: RunRecord | undefined, id: string): StepRecord | undefined {
  return previous?.steps.find(step => step.id === id);
}

function storedResult(store: Store, key: string): StoredResult | undefined {
  const result = store.readResult(key);
  return result && store.hasObject(result.output) ? result : undefined;
}

function reasonToRun(changes: readonly string[], before: StepRecord | undefined, key: string): string {
  if (changes.length > 0) return changes.join('; ');
  if (before?.status === 'failed') return 'it failed last time';
  if (before?.status === 'skipped') return 'it was not reached last time';
  return before?.key === key ? 'its stored output is gone' : 'not run before';
}
