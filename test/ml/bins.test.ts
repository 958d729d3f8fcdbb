import {expect, test} from 'vitest';
import {applyBins, fitBins} from '../../src/ml/bins.ts';
import {readReference} from './reference.ts';

const {bins} = readReference('features');

test('every value falls into the bin that scikit-learn gives it', () => {
  for (const {values, bins: count, strategy, result} of bins) {
    const column = Float64Array.from(values);
    const got = [...applyBins(column, fitBins(column, count, strategy))];
    expect(got, `${strategy} ${count} of ${values.slice(0, 8)}`).toEqual(result);
  }
});

test('a value on an edge belongs to the bin above it', () => {
  expect([...applyBins(Float64Array.of(1.4, 1.5), [1.5])]).toEqual([0, 1]);
});

test('values beyond the training range fall into the first and the last bin, and gaps stay gaps', () => {
  const edges = fitBins(Float64Array.of(0, 1, 2, 3), 2, 'uniform');
  expect(edges).toEqual([1.5]);
  expect([...applyBins(Float64Array.of(-9, 9, Number.NaN), edges)]).toEqual([0, 1, Number.NaN]);
});

test('a column without values has one bin', () => {
  expect(fitBins(Float64Array.of(Number.NaN), 5)).toEqual([]);
});

test('fewer than two bins are refused', () => {
  for (const count of [1, 2.5, Number.NaN])
    expect(() => fitBins(Float64Array.of(1, 2), count)).toThrow(/cannot be cut/);
});
