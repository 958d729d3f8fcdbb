import type {Json, Value} from './value.ts';

/** What a step is given while it works. */
export type StepContext = {
  /** Names this step's random stream; parts of the work open longer names. Depends on the root seed and the step alone. */
  readonly seed: string;
  /**
   * Say how far the work is, and with `detail` what is known so far. Each detail replaces the one before it, because a
   * screen may see only some of them. @throws {KnownError} `interrupted` when the person cancelled.
   */
  readonly progress: (done: number, total: number, detail?: Json) => void;
};

/** What a step leaves behind: its output, and a small report for people (rows, columns, warnings, what it learned). */
export type StepResult = {readonly output: Value; readonly report: Json};

/** One step of a pipeline, with its settings in place: everything that decides its output is declared here. */
export type Step = {
  readonly id: string;
  readonly stage: string;
  /** Goes up whenever the same input would give another output. */
  readonly version: number;
  readonly params: {readonly [setting: string]: Json};
  /** Draws random numbers, so the seed is part of its key. */
  readonly random: boolean;
  /** The ids of the steps whose outputs it reads, in the order `run` expects them. */
  readonly needs: readonly string[];
  readonly run: (inputs: readonly Value[], context: StepContext) => StepResult | Promise<StepResult>;
};

/**
 * Steps in an order in which each comes after those it needs, and what follows once they are done: later steps may
 * depend on what earlier ones found out, such as whether the target is a class or which settings a search preferred.
 */
export type Part = {
  readonly steps: readonly Step[];
  /** @param output - the output of a step so far, or undefined where it is not known: then the likeliest part is given. */
  readonly next?: (output: (id: string) => Value | undefined) => Part;
};

export type Pipeline = Part & {readonly name: string; readonly seed: number};
