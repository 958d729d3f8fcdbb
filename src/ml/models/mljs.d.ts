// The two packages ship no types; these are the parts in use.

declare module 'ml-knn' {
  class KNN {
    constructor(
      dataset: number[][],
      labels: number[],
      options?: {k?: number; distance?: (a: number[], b: number[]) => number},
    );
    predict(dataset: number[][]): number[];
  }
  export = KNN;
}

declare module 'ml-logistic-regression' {
  import type {Matrix} from 'ml-matrix';

  class LogisticRegression {
    readonly classifiers: ReadonlyArray<{
      readonly weights: Matrix;
      /** The chance of NOT being the classifier's own class. */
      testScores(features: Matrix): number[];
    }>;
    constructor(options?: {numSteps?: number; learningRate?: number});
    train(features: Matrix, target: Matrix): void;
    toJSON(): unknown;
    static load(model: unknown): LogisticRegression;
  }
  export = LogisticRegression;
}
