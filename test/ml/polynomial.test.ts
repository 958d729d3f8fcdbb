import {expect, test} from 'vitest';
import {expandPolynomial} from '../../src/ml/polynomial.ts';
import {expectClose, readReference} from './reference.ts';

const {polynomial} = readReference('features');

test('the terms have the order, the names and the values of scikit-learn', () => {
  const features = ['a', 'b', 'c'].map((name, place) => ({name, values: Float64Array.from(polynomial.x[place])}));
  const terms = expandPolynomial(features);
  expect(terms.map(({name}) => name)).toEqual(polynomial.names);
  expectClose(
    terms.map(({values}) => values),
    polynomial.values,
  );
  expect(terms.slice(0, 3)).toEqual(features);
});

test('a gap makes a gap in every product it is part of', () => {
  const [, squared] = expandPolynomial([{name: 'a', values: Float64Array.of(2, Number.NaN)}]);
  expect(squared).toEqual({name: 'a^2', values: Float64Array.of(4, Number.NaN)});
});
