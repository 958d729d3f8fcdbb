import {expect, test} from 'vitest';
import {cells, readDataset, readJson} from './read-dataset.ts';

type Key = {
  readonly fraud: {readonly rate: number; readonly rows: readonly number[]};
  readonly measured: Readonly<Record<string, number>>;
};

const {table} = readDataset('card_fraud.csv');
const key = readJson<Key>('card_fraud.key.json');

test('one payment in a hundred is a fraud, and the key names each', () => {
  const fraud = cells(table, 'fraud').flatMap((cell, row) => (cell === 'yes' ? [row + 1] : []));
  expect(fraud).toEqual(key.fraud.rows);
  expect(fraud.length / table.rows).toBe(0.01);
});

test('scikit-learn ranks the payments well and still beats "never" by nothing', () => {
  const {measured} = key;
  expect(measured['roc_auc, logistic regression, 4 x 5-fold']).toBeCloseTo(0.9, 1);
  expect(measured['accuracy, logistic regression, 4 x 5-fold']).toBeCloseTo(0.99, 2);
  expect(measured['accuracy of always saying no']).toBe(0.99);
  expect(measured['recall at 0.5']).toBeLessThan(0.2);
});
