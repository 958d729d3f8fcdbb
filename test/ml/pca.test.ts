import {expect, test} from 'vitest';
import {type Matrix, matrixOf} from '../../src/ml/matrix.ts';
import {applyPca, fitPca} from '../../src/ml/pca.ts';
import {expectClose, readReference} from './reference.ts';

const {x: columns, pca: wanted, wide} = readReference('features');
const x = matrixOf(columns[0].map((_: number, row: number) => columns.map((values: number[]) => values[row])));

function rowsOf({rows, columns, data}: Matrix): number[][] {
  return Array.from({length: rows}, (_, row) => [...data.subarray(row * columns, (row + 1) * columns)]);
}

test('directions, variances and projections agree with scikit-learn, signs included', () => {
  const pca = fitPca(x, 3);
  expectClose(pca.mean, wanted.mean);
  expectClose(pca.components, wanted.components);
  expectClose(pca.explainedVariance, wanted.variance);
  expectClose(pca.explainedVarianceRatio, wanted.ratio);
  expectClose(rowsOf(applyPca(x, pca)).slice(0, 4), wanted.first);
});

test('more columns than rows work too', () => {
  const pca = fitPca(matrixOf(wide.x), 4);
  expectClose(pca.components, wide.components);
  expectClose(pca.explainedVarianceRatio, wide.ratio);
});

test('rows that do not spread have a ratio of 0', () => {
  const flat = matrixOf([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  const pca = fitPca(flat, 2);
  expect(pca.explainedVarianceRatio).toEqual([0, 0]);
  expect(applyPca(flat, pca).data.every(value => value === 0)).toBe(true);
});

test('the state survives JSON and projects the same', () => {
  const pca = fitPca(x, 2);
  expect(applyPca(x, JSON.parse(JSON.stringify(pca)))).toEqual(applyPca(x, pca));
});

test('more directions than rows or columns allow, none, and a single row are refused', () => {
  for (const count of [0, 7, 1.5]) expect(() => fitPca(x, count), String(count)).toThrow(/do not have/);
  expect(() => fitPca(matrixOf([[1, 2]]), 1)).toThrow(/do not have/);
});
