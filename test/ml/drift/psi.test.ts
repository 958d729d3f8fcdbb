import {expect, test} from 'vitest';
import {randomStream} from '../../../src/data/random.ts';
import {type Psi, psiOfCounts, psiOfLevels, psiOfNumbers} from '../../../src/ml/drift/psi.ts';
import {isDefined, type Undefined} from '../../../src/ml/score.ts';

function found(psi: Psi | Undefined): Psi {
  if (!isDefined(psi)) throw new Error(psi.undefined);
  return psi;
}

function shareOfBatches(size: number, shift: number, batches: number, isFlagged: (psi: Psi) => boolean): number {
  const random = randomStream(`psi ${size} ${shift}`);
  let flagged = 0;
  for (let batch = 0; batch < batches; batch++) {
    const reference = Float64Array.from({length: 300}, () => random.normal());
    const current = Float64Array.from({length: size}, () => random.normal() + shift);
    if (isFlagged(found(psiOfNumbers(reference, current)))) flagged++;
  }
  return flagged / batches;
}

test('the index and its floor follow the formula', () => {
  // e = (10.5, 20.5) / 31, a = (5.5, 5.5) / 11, and chi-square at 0.99 with one degree of freedom is 6.6349.
  const [e, f, a] = [10.5 / 31, 20.5 / 31, 0.5];
  const {psi, floor, buckets} = found(psiOfCounts([10, 20], [5, 5]));
  expect(psi).toBeCloseTo((a - e) * Math.log(a / e) + (a - f) * Math.log(a / f), 12);
  expect(floor).toBeCloseTo(6.634896601 * (1 / 30 + 1 / 10), 8);
  expect(buckets).toBe(2);
});

test('there are ten buckets, and five where a sample has under 100 values', () => {
  const values = Float64Array.from({length: 300}, (_, row) => row);
  expect(psiOfNumbers(values, values)).toMatchObject({psi: 0, buckets: 10});
  expect(psiOfNumbers(values, values.slice(0, 99))).toMatchObject({buckets: 5});
});

test.each([30, 50, 100, 200])('without drift about one batch in a hundred of %i rows is above the floor', size => {
  expect(shareOfBatches(size, 0, 1000, ({psi, floor}) => psi > floor)).toBeLessThan(0.025);
});

test.each([
  [30, 0.22],
  [50, 0.41],
  [100, 0.62],
  [200, 0.93],
])('half a standard deviation of drift in %i rows is above the floor in %d of the batches', (size, power) => {
  expect(Math.abs(shareOfBatches(size, 0.5, 500, ({psi, floor}) => psi > floor) - power)).toBeLessThan(0.07);
});

test('the usual limit of 0.1 flags most batches of 100 rows without any drift', () => {
  expect(shareOfBatches(100, 0, 500, ({psi}) => psi > 0.1)).toBeGreaterThan(0.5);
});

test('a column with few distinct values has a bucket for each and one for unseen values', () => {
  const constant = new Float64Array(300).fill(4);
  expect(psiOfNumbers(constant, constant)).toEqual({psi: 0, floor: 0, buckets: 1});
  const {psi, floor} = found(psiOfNumbers(constant, new Float64Array(300).fill(2)));
  expect(psi).toBeGreaterThan(floor);
});

test('a value on an edge belongs to the bucket below it', () => {
  const reference = Float64Array.from({length: 101}, (_, row) => row);
  const onEdge = new Float64Array(100).fill(10);
  const first = [100, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  expect(psiOfNumbers(reference, onEdge)).toEqual(psiOfCounts([11, ...new Array<number>(9).fill(10)], first));
});

test('words that the reference never had share one bucket', () => {
  const reference = {levels: ['a', 'b'], counts: [50, 50]};
  expect(psiOfLevels(reference, {levels: ['a', 'b'], counts: [50, 50]})).toMatchObject({psi: 0, buckets: 2});
  const current = {levels: ['a', 'b', 'x', 'y'], counts: [40, 40, 10, 10]};
  expect(psiOfLevels(reference, current)).toEqual(psiOfCounts([50, 50, 0], [40, 40, 20]));
});

test('an empty sample has no index', () => {
  expect(psiOfNumbers(Float64Array.of(1), Float64Array.of(Number.NaN))).toHaveProperty('undefined');
  expect(psiOfCounts([1, 2], [0, 0])).toHaveProperty('undefined');
});
