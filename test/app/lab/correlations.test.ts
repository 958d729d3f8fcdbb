import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {specOfSettings} from '../../../src/app/lesson-runs.ts';
import {directEngine} from '../../helpers/direct-engine.ts';
import {temporaryFolder} from '../../helpers/temporary-folder.ts';

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

test('of a very wide table the first columns are compared, and the others are counted', async () => {
  const file = path.join(temporaryFolder(), 'wide.csv');
  const row = (of: (column: number) => string) => Array.from({length: 400}, (_, column) => of(column)).join(',');
  const rows = Array.from({length: 30}, (_, line) => row(column => String(((line + 1) * (column + 7)) % 31)));
  writeFileSync(file, `${[row(column => `c${column}`), ...rows].join('\n')}\n`);
  const request = {spec: specOfSettings({ingestion: {source: 'csv', path: file}}), folder: '.'};
  const {columns, left} = await engine.call('correlations', request).result;
  expect(columns).toHaveLength(8);
  expect(columns.every(name => Number(name.slice(1)) < 300)).toBe(true);
  expect(left).toBe(392);
});

test('a column that is not there, or holds words, is refused by its name', async () => {
  await expect(correlate('wine', ['alcohol', 'prolin'])).rejects.toMatchObject({code: 'unknown_column'});
  await expect(correlate('subscriptions', ['plan', 'tenure_months'])).rejects.toMatchObject({
    code: 'bad_column',
    message: '`plan` is not a column of numbers, so it has no correlation.',
  });
});
