import fc from 'fast-check';
import {expect, test} from 'vitest';
import {averagePrecision, prCurve, rocAuc, rocCurve} from '../../../src/ml/metrics/curves.ts';
import {expectClose, readReference} from '../reference.ts';

const {binary} = readReference('metrics');

test('curves and the areas under them agree with scikit-learn', () => {
  for (const {actual, scores, roc, pr, roc_auc, average_precision} of binary) {
    const given = [Int32Array.from(actual), 1, Float64Array.from(scores)] as const;
    const curve = rocCurve(...given);
    expect(curve).not.toHaveProperty('undefined');
    for (const [key, values] of Object.entries(roc)) expectClose((curve as never)[key], values, 1e-9, key);
    const precisionRecall = prCurve(...given);
    for (const [key, values] of Object.entries(pr)) expectClose((precisionRecall as never)[key], values, 1e-9, key);
    expectClose(rocAuc(...given), roc_auc);
    expectClose(averagePrecision(...given), average_precision);
  }
});

test('the golden values hold', () => {
  const given = [Int32Array.of(0, 0, 1, 1), 1, Float64Array.of(0.1, 0.4, 0.35, 0.8)] as const;
  expect(rocAuc(...given)).toBe(0.75);
  expect(averagePrecision(...given)).toBeCloseTo(0.8333, 4);
});

test('the area under the ROC curve is the share of pairs in the right order, a tie counting half', () => {
  const rows = fc.array(fc.tuple(fc.boolean(), fc.integer({min: 0, max: 5})), {minLength: 1, maxLength: 40});
  fc.assert(
    fc.property(rows, list => {
      const actual = Int32Array.from(list, ([yes]) => (yes ? 1 : 0));
      const area = rocAuc(
        actual,
        1,
        Float64Array.from(list, ([, score]) => score),
      );
      const positives = list.filter(([yes]) => yes);
      const negatives = list.filter(([yes]) => !yes);
      if (positives.length === 0 || negatives.length === 0) {
        expect(area).toHaveProperty('undefined');
        return;
      }
      let right = 0;
      for (const [, p] of positives) for (const [, q] of negatives) right += p > q ? 1 : p === q ? 0.5 : 0;
      expect(area).toBeCloseTo(right / positives.length / negatives.length, 12);
    }),
  );
});

test('scores that are all equal are a coin', () => {
  expect(rocAuc(Int32Array.of(0, 1, 1), 1, Float64Array.of(0.3, 0.3, 0.3))).toBe(0.5);
});

test('with one class alone a curve and its area are undefined and say which side is missing', () => {
  const scores = Float64Array.of(0.1, 0.9);
  expect(rocAuc(Int32Array.of(1, 1), 1, scores)).toEqual({undefined: expect.stringContaining('negative')});
  expect(rocCurve(Int32Array.of(0, 0), 1, scores)).toEqual({undefined: expect.stringContaining('positive')});
  expect(prCurve(Int32Array.of(0, 0), 1, scores)).toHaveProperty('undefined');
  expect(averagePrecision(Int32Array.of(0, 0), 1, scores)).toHaveProperty('undefined');
  expect(averagePrecision(Int32Array.of(1, 1), 1, scores)).toBe(1);
  expect(rocAuc(new Int32Array(0), 1, new Float64Array(0))).toHaveProperty('undefined');
});
