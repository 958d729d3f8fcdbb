import {expect, test} from 'vitest';
import {randomStream} from '../../../src/data/random.ts';
import {type KsTest, ksTest} from '../../../src/ml/drift/ks.ts';
import {isDefined, type Undefined} from '../../../src/ml/score.ts';
import {expectClose, readReference} from '../reference.ts';

const {samples} = readReference('drift');

function found(test: KsTest | Undefined): KsTest {
  if (!isDefined(test)) throw new Error(test.undefined);
  return test;
}

test('the statistic agrees with scipy, and the p value to 5 per cent from 0.001 on', () => {
  for (const {reference, current, statistic, p} of samples) {
    const test = found(ksTest(Float64Array.from(reference), Float64Array.from(current)));
    expectClose(test.statistic, statistic);
    expect(Math.abs(test.p - p)).toBeLessThan((p >= 0.001 ? 0.05 : 0.1) * p);
  }
});

function alarmRate(size: number, shift: number, batches: number): number {
  const random = randomStream(`ks ${size} ${shift}`);
  let alarms = 0;
  for (let batch = 0; batch < batches; batch++) {
    const reference = Float64Array.from({length: 300}, () => random.normal());
    const current = Float64Array.from({length: size}, () => random.normal() + shift);
    if (found(ksTest(reference, current)).p < 0.05) alarms++;
  }
  return alarms / batches;
}

test.each([30, 50, 100, 200, 1000])('without drift about one batch in twenty of %i rows is flagged at 0.05', size => {
  const rate = alarmRate(size, 0, 800);
  expect(rate).toBeGreaterThan(0.03);
  expect(rate).toBeLessThan(0.08);
});

test.each([
  [30, 0.62],
  [50, 0.82],
  [100, 0.96],
  [200, 1],
])('half a standard deviation of drift in %i rows is found in %d of the batches', (size, power) => {
  expect(Math.abs(alarmRate(size, 0.5, 500) - power)).toBeLessThan(0.07);
});

test('equal samples have no gap, disjoint ones the largest', () => {
  const values = Float64Array.of(1, 2, 3, Number.NaN);
  expect(ksTest(values, values)).toEqual({statistic: 0, p: 1, ties: 0.5});
  expect(found(ksTest(values, Float64Array.of(7, 8))).statistic).toBe(1);
});

test('a sample of gaps cannot be tested', () => {
  expect(ksTest(Float64Array.of(1), Float64Array.of(Number.NaN))).toHaveProperty('undefined');
});
