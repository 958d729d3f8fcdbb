import {expect, test} from 'vitest';
import {randomStream} from '../../../src/data/random.ts';
import {classInformation, numberInformation} from '../../../src/ml/select/mutual-information.ts';
import {readReference} from '../reference.ts';

const {x, codes, target, mutual_info_classif, mutual_info_regression} = readReference('features');
const columns: readonly Float64Array[] = x.map((values: number[]) => Float64Array.from(values));

test('what a column tells about the class is near scikit-learn, whose estimate has noise', () => {
  columns.forEach((values, place) => {
    const got = classInformation(values, Int32Array.from(codes));
    expect(Math.abs(got - mutual_info_classif[place]), `column ${place}: ${got}`).toBeLessThan(0.06);
  });
});

test('what a column tells about a number is near scikit-learn', () => {
  columns.forEach((values, place) => {
    const got = numberInformation(values, Float64Array.from(target));
    expect(Math.abs(got - mutual_info_regression[place]), `column ${place}: ${got}`).toBeLessThan(0.06);
  });
});

test('a column without equal values gives exactly the estimator of Ross and of Kraskov', () => {
  // The second column has no ties, so scikit-learn's noise of 1e-10 changes nothing but the last digits.
  expect(classInformation(columns[1]!, Int32Array.from(codes))).toBeCloseTo(mutual_info_classif[1], 6);
  expect(numberInformation(columns[1]!, Float64Array.from(target))).toBeCloseTo(mutual_info_regression[1], 6);
});

test('a column that is the class itself tells all there is to know', () => {
  const classes = Int32Array.from({length: 400}, (_, row) => row % 2);
  expect(classInformation(Float64Array.from(classes), classes)).toBeCloseTo(Math.log(2), 2);
});

test('the information in two normal columns is that of the formula -ln(1 - r²)/2', () => {
  const random = randomStream('normal pair');
  const a = Float64Array.from({length: 4000}, () => random.normal());
  const b = a.map(value => 0.8 * value + 0.6 * random.normal());
  expect(numberInformation(a, b)).toBeCloseTo(-Math.log(1 - 0.64) / 2, 1);
});

test('a column that does not vary, and too few rows, tell nothing', () => {
  expect(numberInformation(Float64Array.of(1, 1, 1, 1, 1), Float64Array.of(1, 2, 3, 4, 5))).toBe(0);
  expect(numberInformation(Float64Array.of(1, 2), Float64Array.of(1, 2))).toBe(0);
  expect(classInformation(Float64Array.of(1, 2), Int32Array.of(0, 1))).toBe(0);
});
