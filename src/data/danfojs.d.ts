/** The part of danfojs-node that this project calls; its own declarations import packages that are not installed. */
declare module 'danfojs-node/dist/danfojs-base/index.js' {
  type Value = number | string | boolean | null | undefined;
  type DType = 'int32' | 'float32' | 'string' | 'boolean';

  class Series {
    constructor(values: readonly Value[], options?: {readonly dtypes?: readonly DType[]});
    readonly values: readonly Value[];
    /** The row numbers, which travel with the values when they are sorted. */
    readonly index: readonly number[];
    /** @returns count, mean, std, min, median, max, variance. */
    describe(): Series;
    sortValues(options?: {readonly ascending?: boolean}): Series;
  }

  class DataFrame {
    constructor(
      rows: ReadonlyArray<readonly Value[]>,
      options: {readonly columns: readonly string[]; readonly dtypes?: readonly DType[]},
    );
    readonly values: ReadonlyArray<readonly Value[]>;
    readonly columns: readonly string[];
    readonly dtypes: readonly DType[];
    readonly shape: readonly [number, number];
    head(rows: number): DataFrame;
    describe(): DataFrame;
    sortValues(column: string, options?: {readonly ascending?: boolean}): DataFrame;
    groupby(keys: readonly string[]): {
      /** The columns come out as the keys and `v_mean`, `v_count` for a column `v`. */
      col(columns: readonly string[]): {mean(): DataFrame; count(): DataFrame};
    };
  }

  type Merge = {
    readonly left: DataFrame;
    readonly right: DataFrame;
    readonly on: readonly string[];
    readonly how: 'inner' | 'left' | 'right' | 'outer';
  };

  const danfo: {
    readonly Series: typeof Series;
    readonly DataFrame: typeof DataFrame;
    merge(options: Merge): DataFrame;
  };
  export = danfo;
}
