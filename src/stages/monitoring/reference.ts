import type {LevelCounts} from '../../ml/drift/levels.ts';

/** What the training rows looked like in one column: what new rows are held against. */
export type ColumnReference = {
  readonly name: string;
  /** Training rows without a value here. */
  readonly gaps: number;
} & (
  | {
      readonly kind: 'numbers';
      /** At most 1000 of the values, smallest first, so that no row can be put together from them. */
      readonly values: readonly number[];
      /** The training rows were sorted by it, as by a month or a running number. */
      readonly ordered: boolean;
    }
  | ({readonly kind: 'levels'} & LevelCounts)
  | {readonly kind: 'untested'; readonly type: 'date' | 'text'}
);

/** How a model's answers spread: probabilities or numbers, or with many classes how often it gave each. */
export type AnswerReference =
  | {readonly kind: 'numbers'; readonly values: readonly number[]}
  | ({readonly kind: 'levels'} & LevelCounts);

/** A metric with how uncertain it is. */
export type MetricReading = {
  readonly metric: string;
  readonly value: number;
  /** Its standard error, in the unit of the metric. */
  readonly error: number;
  /** On how many rows. */
  readonly rows: number;
};

/**
 * What a model keeps of the world it learned from, so that new rows can be compared with it wherever the model goes. It
 * belongs to the version of the model and moves with it: it is never replaced on its own.
 */
export type Reference = {
  /** How many rows it learned from. */
  readonly rows: number;
  readonly columns: readonly ColumnReference[];
  /** Its answers for the test rows. */
  readonly answers: AnswerReference;
  /** How well it did on the test rows; null where that is not defined. */
  readonly score: MetricReading | null;
};

/** Samples of numbers are cut to this size. */
export const mostKept = 1000;
/** With fewer rows than this a test says nothing worth hearing. */
export const fewestRows = 20;
