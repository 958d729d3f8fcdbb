import type {Json} from '../../engine/value.ts';
import type {Reference} from '../monitoring/reference.ts';
import type {TaskKind} from '../split/target.ts';
import type {TrainedModel} from '../training/train-model.ts';

/** One column that a model expects, as the training rows showed it. */
export type SignatureColumn = {
  readonly name: string;
  readonly type: 'number' | 'category' | 'date' | 'text';
  /** The training rows had gaps here. */
  readonly gaps: boolean;
  /** The smallest and the largest number, or null for words. */
  readonly range: readonly [number, number] | null;
  /** The levels of a category, or null for numbers, dates and free text. */
  readonly levels: readonly string[] | null;
};

/** A fitted pipeline as one JSON document: everything that prediction needs, and where it came from. No code. */
export type Artifact = {
  readonly format: 1;
  readonly product: string;
  readonly name: string;
  readonly task: TaskKind;
  readonly target: string;
  readonly classes: readonly string[];
  readonly positive: string | null;
  readonly threshold: number;
  /** What counts as "no value" in text that comes in. */
  readonly missing: readonly string[];
  /** The decimal mark of numbers that come in as text; a point where nothing is said. */
  readonly decimal?: '.' | ',';
  readonly signature: readonly SignatureColumn[];
  /** The fitted transforms in order; prediction replays them and runs no other step. */
  readonly transforms: ReadonlyArray<{
    readonly id: string;
    readonly version: number;
    readonly params: {readonly [setting: string]: Json};
    readonly state: Json;
  }>;
  readonly model: TrainedModel;
  readonly metrics: {readonly test: {readonly [metric: string]: number | null}};
  readonly data: {readonly fingerprint: string; readonly rows: number};
  readonly seed: number;
  /** What monitoring holds new rows against; an artifact of an earlier program has none. */
  readonly reference?: Reference;
};
