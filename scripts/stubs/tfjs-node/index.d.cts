type Nested = number | readonly Nested[];
type Reduction = (axis?: number) => Tensor;
type Operation = (other: Tensor | number) => Tensor;

declare class Tensor {
  readonly shape: readonly number[];
  arraySync(): Nested;
  clone(): Tensor;
  sqrt(): Tensor;
  transpose(): Tensor;
  add: Operation;
  sub: Operation;
  mul: Operation;
  div: Operation;
  pow: Operation;
  mod: Operation;
  divNoNan: Operation;
  greater: Operation;
  less: Operation;
  greaterEqual: Operation;
  lessEqual: Operation;
  equal: Operation;
  notEqual: Operation;
  max: Reduction;
  min: Reduction;
  mean: Reduction;
  argMax: Reduction;
  argMin: Reduction;
}

type Dataset<T> = {
  shuffle(bufferSize: number, seed: string): Dataset<T>;
  take(count: number): Dataset<T>;
  toArray(): Promise<T[]>;
};

declare const tf: {
  readonly Tensor: typeof Tensor;
  scalar(value: number): Tensor;
  tensor1d(values: readonly number[]): Tensor;
  tensor2d(rows: readonly number[] | readonly (readonly number[])[], shape?: readonly [number, number]): Tensor;
  moments(tensor: Tensor, axis: number): {readonly mean: Tensor; readonly variance: Tensor};
  readonly data: {array<T>(items: readonly T[]): Dataset<T>};
};
export = tf;
