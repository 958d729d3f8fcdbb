import {expect, test} from 'vitest';
import {describeGaps, spreadOf} from '../../../src/stages/evaluation/spread.ts';

const nothing = {undefined: 'No row was predicted to be `yes`.'};

test('the spread is the mean and the deviation with the divisor n, as numpy’s std', () => {
  expect(spreadOf([{accuracy: 0.8}, {accuracy: 0.9}, {accuracy: 1}]).all.accuracy).toEqual({
    mean: expect.closeTo(0.9, 12),
    sd: expect.closeTo(0.0816496580927726, 12),
    scores: [0.8, 0.9, 1],
  });
});

test('a fold in which a metric is undefined is left out of it, never 0, and counted', () => {
  const spreads = spreadOf([
    {precision: nothing, recall: 0},
    {precision: 0.5, recall: 0.4},
    {precision: 1, recall: 0.2},
  ]);
  expect(spreads.all.precision).toMatchObject({mean: 0.75, scores: [0.5, 1]});
  expect(spreads.all.recall!.scores).toEqual([0, 0.4, 0.2]);
  expect(spreads.undefined).toEqual({precision: {trials: 1, reason: 'No row was predicted to be `yes`.'}});
  expect(describeGaps(spreads, 3, 'fold')).toEqual([
    'precision is undefined in 1 of 3 folds, left out: No row was predicted to be `yes`.',
  ]);
});

test('a metric that is undefined in every fold has no spread', () => {
  const {all, undefined: gaps} = spreadOf([{precision: nothing}, {precision: nothing}]);
  expect(all).toEqual({});
  expect(gaps.precision!.trials).toBe(2);
});
