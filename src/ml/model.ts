import {KnownError} from '../errors.ts';
import type {Matrix} from './matrix.ts';
import type {Json, Settings, ValuesOf} from './setting.ts';

/** What every model is told when it is fitted. */
export type FitContext = {
  /** Names the random stream: `randomStream(seed)`, and longer names for parts, such as `${seed}/tree/3`. */
  readonly seed: string;
  /** Called now and then with the share done; returns false when the person cancelled. */
  readonly progress?: (done: number, total: number) => boolean;
};

/** Loss or score by iteration, for a chart of the training; null where a model has none. */
export type Curve = {readonly label: string; readonly values: readonly number[]};

/** Rows to learn classes from: `y[i]` is a code in 0 … classes−1. */
export type ClassificationRows = {
  readonly x: Matrix;
  readonly y: Int32Array;
  readonly classes: number;
  /** One weight per row; absent means 1 each. */
  readonly weights?: Float64Array;
};

/** Rows to learn a number from. */
export type RegressionRows = {readonly x: Matrix; readonly y: Float64Array};

type Common = {
  readonly name: string;
  /** Goes up whenever the same input would give another state; part of the cache key. */
  readonly version: number;
  /** One sentence for the settings screen. */
  readonly help: string;
  /** The scikit-learn class it agrees with. */
  readonly sklearn: string;
  readonly params: Settings;
  /** Draws random numbers when fitted. */
  readonly random: boolean;
};

/** A model of classes: `fit` learns a state that survives JSON, `load` makes it ready to predict. */
export type Classifier = Common & {
  readonly task: 'classification';
  /** Whether rows may be weighted, and so `class_weight` has a meaning. */
  readonly weighted: boolean;
  fit(rows: ClassificationRows, params: Json, context: FitContext): Json;
  /** @returns probabilities, rows × classes; each row sums to 1. The label is the first highest. */
  load(state: Json): {probabilities(x: Matrix): Matrix};
  readonly explain?: Explain;
};

/** A model of numbers. */
export type Regressor = Common & {
  readonly task: 'regression';
  fit(rows: RegressionRows, params: Json, context: FitContext): Json;
  load(state: Json): {predict(x: Matrix): Float64Array};
  readonly explain?: Explain;
};

export type Model = Classifier | Regressor;

/** What a fitted model can show of itself; each part is absent where the model has none. */
export type Explanation = {
  /** One row of weights per class (one row for two classes or a number), one weight per feature. */
  readonly coefficients?: ReadonlyArray<readonly number[]>;
  readonly intercepts?: readonly number[];
  /** One share per feature, summing to 1. */
  readonly importances?: readonly number[];
  readonly tree?: TreeNode;
  readonly curves?: readonly Curve[];
  /** False when an iterative fit stopped at its limit before it arrived; absent where nothing iterates. */
  readonly converged?: boolean;
};

/** A tree to print: an inner node asks `feature ≤ threshold`, a leaf has neither. */
export type TreeNode = {
  readonly rows: number;
  /** Class shares, or the mean alone. */
  readonly value: readonly number[];
  readonly feature?: number;
  readonly threshold?: number;
  readonly left?: TreeNode;
  readonly right?: TreeNode;
};

export type Explain = (state: Json) => Explanation;

type Typed<M extends Model, P extends Settings, S extends Json, Rows, Ready> = Omit<
  M,
  'task' | 'params' | 'fit' | 'load' | 'explain'
> & {
  readonly params: P;
  fit(rows: Rows, params: ValuesOf<P>, context: FitContext): S;
  load(state: S): Ready;
  readonly explain?: (state: S) => Explanation;
};

/** Declare a classifier with the types of its own parameters and state; the list of models sees only `Classifier`. */
export function classifier<P extends Settings, S extends Json>(
  model: Typed<Classifier, P, S, ClassificationRows, {probabilities(x: Matrix): Matrix}>,
): Classifier {
  return {task: 'classification', ...model} as unknown as Classifier;
}

/** Declare a regressor with the types of its own parameters and state. */
export function regressor<P extends Settings, S extends Json>(
  model: Typed<Regressor, P, S, RegressionRows, {predict(x: Matrix): Float64Array}>,
): Regressor {
  return {task: 'regression', ...model} as unknown as Regressor;
}

/** The label of each row: the code of its highest probability, and the lowest code where several are equal. */
export function labelsOf(probabilities: Matrix): Int32Array {
  const {rows, columns, data} = probabilities;
  const labels = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let best = 0;
    for (let code = 1; code < columns; code++) {
      if (data[row * columns + code]! > data[row * columns + best]!) best = code;
    }
    labels[row] = best;
  }
  return labels;
}

/** Tell how far a fit has come, and stop it with `interrupted` when the person cancelled. */
export function reportProgress(context: FitContext, done: number, total: number): void {
  if (context.progress?.(done, total) !== false) return;
  throw new KnownError('interrupted', 'The training was cancelled before it finished.', {
    hint: 'Run it again when you are ready; nothing was changed.',
  });
}
