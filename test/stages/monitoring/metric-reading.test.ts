import {expect, test} from 'vitest';
import {dropTest, readMetric} from '../../../src/stages/monitoring/metric-reading.ts';

const reading = (value: number, error: number, metric = 'roc_auc') => ({metric, value, error, rows: 100});

test('a drop of two standard errors has the chance that the normal distribution gives it', () => {
  expect(dropTest(reading(0.8, 0), reading(0.7, 0.05))).toBeCloseTo(0.02275, 5);
  expect(dropTest(reading(0.8, 0.03), reading(0.7, 0.04))).toBeCloseTo(0.02275, 5);
  expect(dropTest(reading(0.8, 0.03), reading(0.9, 0.04))).toBeCloseTo(0.97725, 5);
});

test('of errors less is better, so a rise is the drop', () => {
  expect(dropTest(reading(10, 0, 'rmse'), reading(12, 1, 'rmse'))).toBeCloseTo(0.02275, 5);
});

test('without any spread every difference is sure', () => {
  expect([dropTest(reading(0.8, 0), reading(0.7, 0)), dropTest(reading(0.8, 0), reading(0.8, 0))]).toEqual([0, 1]);
});

test('the error of accuracy comes near the one of the binomial distribution', () => {
  const rows = 1000;
  const index = Int32Array.from({length: rows}, (_, row) => row);
  const codes = index.map(row => (row % 2 === 0 ? 1 : 0));
  // Three of four are right, spread as evenly over the groups as by chance.
  const right = (row: number) => (row * 7919) % 4 !== 3;
  const probabilities = {rows, columns: 2, data: new Float64Array(rows * 2)};
  for (let row = 0; row < rows; row++) {
    const code = right(row) ? codes[row]! : 1 - codes[row]!;
    probabilities.data[row * 2 + code] = 1;
  }
  const target = {name: 'y', type: 'category', codes, levels: ['no', 'yes']} as const;
  const answered = {
    rows: {table: {rows, columns: []}, target, index},
    prediction: {task: 'classification', probabilities} as const,
  };
  const scoring = {classes: ['no', 'yes'], positive: 'yes', threshold: 0.5, average: 'macro'} as const;
  const found = readMetric(answered as never, scoring, 'accuracy')!;
  expect(found.value).toBe(0.75);
  expect(found.error).toBeLessThan(2 * Math.sqrt((0.75 * 0.25) / rows));
  expect(readMetric(answered as never, scoring, 'no_such_metric')).toBeNull();
});
