import {hashJson} from './hash.ts';
import type {Json} from './value.ts';

export type StepStatus = 'ran' | 'unchanged' | 'restored' | 'failed' | 'skipped';

/** One step of a run, as it is recorded: what decided it, and what came out. */
export type StepRecord = {
  readonly id: string;
  readonly stage: string;
  readonly version: number;
  readonly params: {readonly [setting: string]: Json};
  readonly seed: number | null;
  /** The hash of each input by the id of the step that made it. */
  readonly inputs: {readonly [id: string]: string};
  readonly key: string;
  /** The hash of the output; null where the step failed or was skipped. */
  readonly output: string | null;
  readonly status: StepStatus;
  readonly reason: string;
  readonly ms: number;
  readonly report: Json;
  /** What a step that failed said. */
  readonly error?: string;
};

/** What the source of a run held, and where it was found. */
export type SourceRecord = {
  readonly format: string;
  /** For people: a path, an address, a dataset's name. */
  readonly origin: string;
  /** sha256 of the bytes. */
  readonly hash: string;
  /** The bytes are kept in the store under their hash, because their source may vanish or change. */
  readonly kept: boolean;
};

/** Everything needed to compare a run with another, or to do it again and prove that it comes out the same. */
export type RunRecord = {
  readonly version: 1;
  readonly run: string;
  readonly name: string;
  /** ISO time at which the run began. */
  readonly created: string;
  readonly seed: number;
  /** The pipeline with every setting resolved. */
  readonly pipeline: Json;
  /** The pipeline file as a person wrote it, where there was one. */
  readonly written: {readonly name: string; readonly text: string} | null;
  readonly source: SourceRecord;
  /** Where relative paths start. */
  readonly folder: string;
  /** It came in a file from elsewhere, so nothing it says is taken on trust. */
  readonly imported: boolean;
  readonly steps: readonly StepRecord[];
  readonly metrics: Json;
  /** The confusion matrix of the test rows, where there is one. */
  readonly confusion: Json;
  readonly data: Json;
  readonly fingerprint: string;
  readonly product: string;
  readonly node: string;
};

/**
 * The fingerprint of a run covers all that decides the result, and the result: every step's key and output.
 * Names, times and paths are not in it, so two equal runs have equal fingerprints.
 */
export function runFingerprint(steps: ReadonlyArray<Pick<StepRecord, 'id' | 'key' | 'output'>>): string {
  return `sha256:${hashJson(steps.map(({id, key, output}) => ({id, key, output})))}`;
}
