import {expect, test} from 'vitest';
import {specOfSettings} from '../../../src/app/lesson-runs.ts';
import {directEngine} from '../../helpers/direct-engine.ts';

const engine = directEngine();

function correlate(dataset: string, columns?: readonly string[]) {
  const request = {spec: specOfSettings({ingestion: {dataset}}), folder: '.', ...(columns ? {columns} : {})};
  return engine.call('correlations', request).result;
}

test('columns are correlated as numpy does it', async () => {
  // numpy.corrcoef of scikit-learn's own wine table: alcohol with proline, and hue with malic_acid.
  const {columns, values} = await correlate('wine', ['alcohol', 'proline', 'hue', 'malic_acid']);
  expect(columns).toEqual(['alcohol', 'proline', 'hue', 'malic_acid']);
  expect(values[0]![1]).toBeCloseTo(0.643720037178213, 12);
  expect(values[2]![3]).toBeCloseTo(-0.561295688664945, 12);
  expect(values[3]![2]).toBeCloseTo(values[2]![3]!, 12);
  expect(values[0]![0]).toBeCloseTo(1, 12);
});

test('without names the eight columns that go together most are taken, in the order of the table', async () => {
  const {columns, left} = await correlate('breast_cancer');
  expect(columns).toHaveLength(8);
  expect(left).toBe(22);
  expect(columns.slice(0, 3)).toEqual(['mean_radius', 'mean_perimeter', 'mean_area']);
});

test('a column that is not there, or holds words, is refused by its name', async () => {
  await expect(correlate('wine', ['alcohol', 'prolin'])).rejects.toMatchObject({code: 'unknown_column'});
  await expect(correlate('subscriptions', ['plan', 'tenure_months'])).rejects.toMatchObject({
    code: 'bad_column',
    message: '`plan` is not a column of numbers, so it has no correlation.',
  });
});
