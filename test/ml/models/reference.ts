import {readFileSync} from 'node:fs';
import {type Matrix, matrixOf, takeMatrixRows} from '../../../src/ml/matrix.ts';
import type {Model} from '../../../src/ml/model.ts';
import {applyScale, fitScale} from '../../../src/ml/scale.ts';
import type {Json} from '../../../src/ml/setting.ts';

/** One thing that scikit-learn was asked: made by `test/reference/models/make-models.py`. */
export type Case = {
  readonly table: string;
  readonly model: string;
  readonly params: {readonly [name: string]: Json};
  readonly scaled: boolean;
  /** Which of the test rows are compared: those whose answer no tie decides. */
  readonly rows: readonly number[];
  readonly weights?: 'given' | 'balanced';
  readonly tolerance?: number;
  /** Rows × classes, or one number per row. */
  readonly answers: ReadonlyArray<readonly number[]> | readonly number[];
  readonly coefficients?: ReadonlyArray<readonly number[]>;
  readonly intercepts?: readonly number[];
  readonly importances?: readonly number[];
};

/** What ten forests of scikit-learn answered. */
export type ForestCase = {
  readonly table: string;
  readonly scores: readonly number[];
  readonly answers: ReadonlyArray<readonly number[]> | readonly number[];
  readonly importances: readonly number[];
};

/** Training and test rows as a case wants them. */
export type Rows = {
  readonly train: Matrix;
  readonly test: Matrix;
  readonly codes: Int32Array;
  readonly numbers: Float64Array;
  readonly testTarget: readonly number[];
  readonly classes: number;
  readonly weights: Float64Array | undefined;
};

type Table = {readonly x: Matrix; readonly y: readonly number[]; readonly z: readonly number[]};
type Stored = {
  readonly x?: readonly number[][];
  readonly y?: readonly number[];
  readonly z?: readonly number[];
  readonly weights?: readonly number[];
  readonly train: readonly number[];
  readonly test: readonly number[];
};

/** Read a reference file. */
export function readReference<T>(name: string): T {
  return JSON.parse(readText(`../../reference/models/${name}.json`)) as T;
}

const stored = readReference<Readonly<Record<string, Stored>>>('tables');

/** The rows of a case, scaled and weighted as it says. */
export function rowsFor(wanted: Pick<Case, 'table' | 'weights'> & {readonly scaled?: boolean}): Rows {
  const {train, test, weights} = stored[wanted.table]!;
  const {x, y, z} = readTable(wanted.table);
  const codes = Int32Array.from(train, row => y[row]!);
  const classes = Math.max(...codes) + 1;
  const parts = {train: takeMatrixRows(x, train), test: takeMatrixRows(x, test)};
  return {
    ...(wanted.scaled ? scaled(parts.train, parts.test) : parts),
    codes,
    numbers: Float64Array.from(train, row => z[row]!),
    testTarget: test.map(row => z[row]!),
    classes,
    weights:
      wanted.weights === 'given'
        ? Float64Array.from(train, row => weights![row]!)
        : wanted.weights && balanced(codes, classes),
  };
}

/** A model's settings: its defaults, and what is given. */
export function paramsOf(model: Model, given: {readonly [name: string]: Json} = {}): Json {
  const defaults = Object.entries(model.params).map(([name, setting]) => [name, setting.default]);
  return {...Object.fromEntries(defaults), ...given};
}

/** The greatest distance between two lists of numbers. */
export function farthest(ours: ArrayLike<number>, theirs: ArrayLike<number>): number {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} numbers instead of ${theirs.length}`);
  return Array.from(ours).reduce((most, value, index) => Math.max(most, Math.abs(value - theirs[index]!)), 0);
}

function readTable(name: string): Table {
  const own = stored[name]!;
  if (own.x) return {x: matrixOf(own.x), y: own.y!, z: own.z!};
  const lines = readText(`../../../datasets/${name}.csv`).trim().split(/\r?\n/).slice(1);
  const cells = lines.map(line => line.split(','));
  const x = matrixOf(cells.map(row => row.slice(0, -1).map(Number)));
  const words = cells.map(row => row.at(-1)!);
  if (name === 'diabetes') return {x, y: words.map(() => 0), z: words.map(Number)};
  const levels = [...new Set(words)].sort();
  const y = words.map(word => levels.indexOf(word));
  return {x, y, z: y};
}

function scaled(train: Matrix, test: Matrix): {train: Matrix; test: Matrix} {
  const columns = Array.from({length: train.columns}, (_, index) => index);
  const scales = columns.map(column => fitScale(columnIn(train, column), 'standard'));
  const apply = (x: Matrix) => {
    const ready = columns.map(column => applyScale(columnIn(x, column), scales[column]!));
    return matrixOf(Array.from({length: x.rows}, (_, row) => ready.map(values => values[row]!)));
  };
  return {train: apply(train), test: apply(test)};
}

function columnIn(x: Matrix, column: number): Float64Array {
  return Float64Array.from({length: x.rows}, (_, row) => x.data[row * x.columns + column]!);
}

function balanced(codes: Int32Array, classes: number): Float64Array {
  return Float64Array.from(codes, code => codes.length / (classes * codes.filter(other => other === code).length));
}

function readText(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
