import {expect, test} from 'vitest';
import {chiSquareAbove, chiSquareTail, kolmogorovTail, logGamma, upperGamma} from '../../src/ml/special.ts';
import {expectClose, readReference} from './reference.ts';

const reference = readReference('drift');

// Probabilities far out in a tail are tiny, so they are compared by ratio.
function expectRatio(actual: number, wanted: number, where: string): void {
  if (wanted < 1e-300) expect(actual, where).toBeLessThan(1e-290);
  else expect(Math.abs(actual / wanted - 1), where).toBeLessThan(1e-9);
}

test('the logarithm of the gamma function agrees with scipy', () => {
  for (const [x, wanted] of reference.log_gamma) expectClose(logGamma(x), wanted, 1e-11, `x ${x}`);
});

test('the upper gamma function agrees with scipy, also far out in the tail', () => {
  for (const [a, x, wanted] of reference.gamma) expectRatio(upperGamma(a, x), wanted, `a ${a} x ${x}`);
});

test('the value that chi-square exceeds by chance agrees with scipy', () => {
  for (const [p, degrees, wanted] of reference.chi2) {
    expectClose(chiSquareAbove(p, degrees), wanted, 1e-10, `p ${p} degrees ${degrees}`);
    expectClose(chiSquareTail(wanted, degrees), p, 1e-10, `x ${wanted} degrees ${degrees}`);
  }
});

test("Kolmogorov's limit distribution agrees with scipy", () => {
  for (const [x, wanted] of reference.kolmogorov) expectRatio(kolmogorovTail(x), wanted, `lambda ${x}`);
});

test('nothing is certain to be exceeded at 0', () => {
  expect([upperGamma(3, 0), chiSquareTail(0, 4), kolmogorovTail(0)]).toEqual([1, 1, 1]);
});
