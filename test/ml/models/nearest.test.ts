import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Matrix, matrixOf, rowOf} from '../../../src/ml/matrix.ts';
import {indexRows, type Metric} from '../../../src/ml/models/nearest.ts';

/** Compare with every row, sort by distance and then by row. */
function bruteForce(x: Matrix, metric: Metric, point: Float64Array, k: number): readonly number[] {
  const distances = Array.from({length: x.rows}, (_, row) =>
    rowOf(x, row).reduce((sum, value, column) => {
      const gap = value - point[column]!;
      return sum + (metric === 'euclidean' ? gap * gap : Math.abs(gap));
    }, 0),
  );
  const order = [...distances.keys()].sort((a, b) => distances[a]! - distances[b]! || a - b);
  return order.slice(0, k);
}

const metric = fc.constantFrom<Metric>('euclidean', 'manhattan');

/** Rows of equal width and a point; whole numbers in a small range tie all the time. */
function rowsAndPoint(value: fc.Arbitrary<number>) {
  return fc.integer({min: 1, max: 11}).chain(columns => {
    const row = fc.array(value, {minLength: columns, maxLength: columns});
    return fc.record({rows: fc.array(row, {minLength: 5, maxLength: 150}), point: row});
  });
}

test.each([
  ['that tie', fc.integer({min: -2, max: 2})],
  ['of any size', fc.double({min: -1e6, max: 1e6, noNaN: true})],
  ['far from 0 and close together', fc.integer({min: 0, max: 3}).map(value => 1e9 + value * 1e-6)],
])('the search finds the same rows as comparing with every row does, for values %s', (_, value) => {
  fc.assert(
    fc.property(rowsAndPoint(value), metric, fc.integer({min: 1, max: 5}), ({rows, point}, kind, k) => {
      const x = matrixOf(rows);
      const target = Float64Array.from(point);
      expect([...indexRows(x, kind)(target, k).rows]).toEqual(bruteForce(x, kind, target, k));
    }),
    {numRuns: 300, seed: 1},
  );
});

test('rounding along the line never hides a row that is exactly as far as another', () => {
  const tenths = fc.integer({min: -3, max: 3}).map(value => value / 10);
  const rows = fc.array(fc.tuple(tenths), {minLength: 70, maxLength: 200});
  fc.assert(
    fc.property(rows, tenths, (given, place) => {
      const x = matrixOf(given);
      const point = Float64Array.of(place);
      expect([...indexRows(x, 'manhattan')(point, 40).rows]).toEqual(bruteForce(x, 'manhattan', point, 40));
    }),
    {numRuns: 300, seed: 1},
  );
});

test('distances are squared for euclidean and plain for manhattan, nearest first', () => {
  const x = matrixOf([
    [3, 4],
    [0, 1],
    [6, 8],
  ]);
  const origin = new Float64Array(2);
  expect([...indexRows(x, 'euclidean')(origin, 3).distances]).toEqual([1, 25, 100]);
  expect([...indexRows(x, 'manhattan')(origin, 2).distances]).toEqual([1, 7]);
});

test('values too large to be squared still find the nearest row', () => {
  const x = matrixOf([[1e200], [-1e200], [5]]);
  expect([...indexRows(x, 'manhattan')(Float64Array.of(-9e199), 1).rows]).toEqual([1]);
});
