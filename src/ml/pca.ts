import {EigenvalueDecomposition, Matrix as MlMatrix} from 'ml-matrix';
import {KnownError} from '../errors.ts';
import {type Matrix, rowOf} from './matrix.ts';

/** The directions learned from the training rows, widest first. */
export type Pca = {
  /** The mean of each of d columns, in its own unit. */
  readonly mean: readonly number[];
  /** c directions of length 1, each with one loading per column. */
  readonly components: ReadonlyArray<readonly number[]>;
  /** The variance of the rows along each direction, divisor n − 1. */
  readonly explainedVariance: readonly number[];
  /** Its share of the variance of all columns together. */
  readonly explainedVarianceRatio: readonly number[];
};

/**
 * Learn the directions along which the rows spread most.
 *
 *     C = XᵀX / (n − 1) with X centred;   C v = λ v;   ratio = λ / Σλ
 *
 * The sign of a direction is free: as in scikit-learn 1.2 the row farthest out along it lies on the positive side.
 *
 * @param x - n rows × d columns without gaps, best scaled before. @param count - how many directions to keep.
 * @throws {KnownError} `bad_setting` where `count` is not a whole number from 1 to min(n, d), or n is 1.
 * @see sklearn.decomposition.PCA
 */
export function fitPca(x: Matrix, count: number): Pca {
  const most = x.rows < 2 ? 0 : Math.min(x.rows, x.columns);
  if (!Number.isInteger(count) || count < 1 || count > most) {
    throw new KnownError('bad_setting', `${x.rows} rows with ${x.columns} columns do not have ${count} directions.`, {
      hint: most < 1 ? 'Bring at least two rows.' : `Choose \`pca\` from 1 to ${most}, or none.`,
    });
  }
  const mean = columnMeans(x);
  const centred = centre(x, mean);
  const {vectors, values} = widestFirst(centred);
  const total = values.reduce((sum, value) => sum + value, 0);
  const components = vectors.slice(0, count).map(vector => pointOutwards(vector, centred));
  const explainedVariance = values.slice(0, count);
  return {
    mean,
    components,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map(value => (total > 0 ? value / total : 0)),
  };
}

/** Project every row onto the learned directions: n rows × c columns. */
export function applyPca(x: Matrix, {mean, components}: Pca): Matrix {
  const data = new Float64Array(x.rows * components.length);
  const directions = components.map(component => Float64Array.from(component));
  const centred = centre(x, mean);
  for (let row = 0; row < x.rows; row++) {
    directions.forEach((direction, place) => {
      data[row * directions.length + place] = dot(rowOf(centred, row), direction);
    });
  }
  return {rows: x.rows, columns: components.length, data};
}

type Directions = {readonly vectors: readonly Float64Array[]; readonly values: readonly number[]};

// The eigenvectors of XᵀX, or, where there are fewer rows than columns, those of the smaller XXᵀ turned by Xᵀ.
function widestFirst(centred: Matrix): Directions {
  const wide = centred.columns > centred.rows;
  const square = wide ? products(transpose(centred)) : products(centred);
  const {realEigenvalues, eigenvectorMatrix} = new EigenvalueDecomposition(square, {assumeSymmetric: true});
  const order = [...realEigenvalues.keys()].sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]! || a - b);
  const vectors = order.map(place => Float64Array.from(eigenvectorMatrix.getColumn(place)));
  return {
    vectors: wide ? vectors.map(vector => toUnit(combineRows(centred, vector))) : vectors,
    values: order.map(place => Math.max(0, realEigenvalues[place]!) / (centred.rows - 1)),
  };
}

// XᵀX: the products of every two columns, summed over the rows.
function products(x: Matrix): MlMatrix {
  const d = x.columns;
  const sums = new Float64Array(d * d);
  for (let start = 0; start < x.data.length; start += d) {
    for (let i = 0; i < d; i++) {
      const left = x.data[start + i]!;
      for (let j = i; j < d; j++) sums[i * d + j]! += left * x.data[start + j]!;
    }
  }
  const square = new MlMatrix(d, d);
  for (let i = 0; i < d; i++) {
    for (let j = i; j < d; j++) {
      square.set(i, j, sums[i * d + j]!);
      square.set(j, i, sums[i * d + j]!);
    }
  }
  return square;
}

// scikit-learn's svd_flip: the projection that is largest in size is made positive.
function pointOutwards(direction: Float64Array, centred: Matrix): readonly number[] {
  let farthest = 0;
  for (let row = 0; row < centred.rows; row++) {
    const projection = dot(rowOf(centred, row), direction);
    if (Math.abs(projection) > Math.abs(farthest)) farthest = projection;
  }
  return Array.from(direction, loading => (farthest < 0 ? -loading : loading));
}

function columnMeans(x: Matrix): readonly number[] {
  const sums = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) for (let j = 0; j < x.columns; j++) sums[j]! += x.data[row * x.columns + j]!;
  return Array.from(sums, sum => sum / x.rows);
}

function centre(x: Matrix, mean: readonly number[]): Matrix {
  return {...x, data: x.data.map((value, place) => value - mean[place % x.columns]!)};
}

function transpose(x: Matrix): Matrix {
  const data = new Float64Array(x.data.length);
  for (let row = 0; row < x.rows; row++) {
    for (let j = 0; j < x.columns; j++) data[j * x.rows + row] = x.data[row * x.columns + j]!;
  }
  return {rows: x.columns, columns: x.rows, data};
}

// Xᵀu: the rows, each times its weight, summed.
function combineRows(x: Matrix, weights: Float64Array): Float64Array {
  const sum = new Float64Array(x.columns);
  for (let row = 0; row < x.rows; row++) {
    for (let j = 0; j < x.columns; j++) sum[j]! += weights[row]! * x.data[row * x.columns + j]!;
  }
  return sum;
}

// A direction along which nothing spreads is all rounding error; it becomes 0.
function toUnit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map(value => (length > 1e-12 ? value / length : 0));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < a.length; place++) sum += a[place]! * b[place]!;
  return sum;
}
