import {expect, test} from 'vitest';
import {duplicateRows, firstEqualRows} from '../../src/data/duplicate-rows.ts';
import {groupCount} from '../../src/data/group.ts';
import {joinTables} from '../../src/data/join.ts';
import {cells, readDataset, readJson} from './read-dataset.ts';

type Key = {
  readonly rows: number;
  readonly customers: number;
  readonly churn_rate: number;
  readonly duplicates: {readonly pairs: readonly (readonly [number, number])[]};
  readonly wrong_unit: {readonly rows: readonly number[]};
  readonly misspelt: {readonly meant: Readonly<Record<string, string>>; readonly rows: readonly number[]};
  readonly gaps: {readonly satisfaction: {readonly found: Readonly<Record<string, number>>}};
  readonly payments: {
    readonly rows: number;
    readonly customers_without_payment: number;
    readonly orphans: readonly string[];
  };
  readonly drift: {readonly churn_rate: Readonly<Record<string, number>>};
  readonly measured: Measured;
};

type Measured = {
  readonly 'roc_auc, logistic regression, 4 x 5-fold, without refund_issued': Readonly<Record<string, Gain>>;
  readonly 'roc_auc with refund_issued': number;
  readonly 'by month, learned from months 1-6 clipped, with hours_per_euro': {
    readonly roc_auc: Readonly<Record<string, number>>;
  };
  readonly 'roc_auc in months 10-12, learned again from months 8-9': number;
};
type Gain = {readonly 'without hours_per_euro': number; readonly 'with hours_per_euro': number};

const {table} = readDataset('subscriptions.csv');
const key = readJson<Key>('subscriptions.key.json');
const rowsWhere = (isSo: (row: number) => boolean) => [...Array(table.rows).keys()].filter(isSo).map(row => row + 1);

test('the columns have the types that their meaning asks for', () => {
  const types = Object.fromEntries(table.columns.map(column => [column.name, column.type]));
  expect(types).toMatchObject({
    customer_id: 'text',
    signup_date: 'date',
    plan: 'category',
    watch_hours: 'number',
    satisfaction: 'number',
    churned: 'category',
  });
});

test('about 22 % leave', () => {
  const left = rowsWhere(row => cells(table, 'churned')[row] === 'yes').length;
  expect(left / table.rows).toBeCloseTo(key.churn_rate, 3);
  expect(key.churn_rate).toBeCloseTo(0.22, 2);
});

test('the key names every copy and its original', () => {
  const first = firstEqualRows(table);
  const pairs = [...duplicateRows(table)].map(row => [first[row]! + 1, row + 1]);
  expect(pairs).toEqual(key.duplicates.pairs);
  expect(pairs).toHaveLength(45);
  expect(new Set(cells(table, 'customer_id')).size).toBe(key.customers);
});

test('the key names every misspelt plan', () => {
  const plans = cells(table, 'plan');
  expect(rowsWhere(row => String(plans[row]) in key.misspelt.meant)).toEqual(key.misspelt.rows);
  expect(Object.keys(key.misspelt.meant)).toEqual([' basic', 'STANDARD', 'Famly']);
});

test('the key names every cell in minutes: without them nobody watches more than 150 hours', () => {
  const hours = cells(table, 'watch_hours');
  const wrong = new Set(key.wrong_unit.rows);
  expect(rowsWhere(row => Number(hours[row]) > 150).every(row => wrong.has(row))).toBe(true);
  for (const row of wrong) expect(Number(hours[row - 1]) % 6).toBe(0);
  expect(wrong.size / table.rows).toBeCloseTo(0.025, 2);
});

test('whether satisfaction is missing depends on the plan', () => {
  const shares = ['basic', 'standard', 'family'].map(plan => key.gaps.satisfaction.found[plan]!);
  expect(shares).toEqual([...shares].sort((a, b) => b - a));
  expect(shares[0]! - shares[2]!).toBeGreaterThan(0.25);
  const gaps = cells(table, 'satisfaction').filter(cell => cell === null).length;
  expect(gaps / table.rows).toBeGreaterThan(0.15);
});

test('the refund gives the answer away, and is unknown in the batches', () => {
  const [refund, churned] = [cells(table, 'refund_issued'), cells(table, 'churned')];
  expect(rowsWhere(row => refund[row] === churned[row]).length / table.rows).toBeGreaterThan(0.98);
  const batch = readDataset('subscriptions_batches/month_07.csv').table;
  expect(new Set(cells(batch, 'refund_issued'))).toEqual(new Set(['no']));
});

test('payments join to the customers as the key says', async () => {
  const payments = readDataset('subscriptions_payments.csv').table;
  expect(payments.rows).toBe(key.payments.rows);
  const customers = (await groupCount(table, ['customer_id'])).rows;
  const payers = new Set(cells(payments, 'customer_id'));
  expect(key.payments.orphans.every(orphan => payers.has(orphan))).toBe(true);
  expect(customers - (payers.size - key.payments.orphans.length)).toBe(key.payments.customers_without_payment);
  const joined = await joinTables(payments, table, ['customer_id'], 'inner');
  expect(new Set(cells(joined, 'customer_id')).size).toBe(payers.size - key.payments.orphans.length);
});

test('a customer has as many failed payments as the main table says', () => {
  const payments = readDataset('subscriptions_payments.csv').table;
  const failed = new Map<unknown, number>();
  const [who, status] = [cells(payments, 'customer_id'), cells(payments, 'status')];
  who.forEach((id, row) => {
    if (status[row] === 'failed') failed.set(id, (failed.get(id) ?? 0) + 1);
  });
  const [ids, failures] = [cells(table, 'customer_id'), cells(table, 'payment_failures')];
  ids.forEach((id, row) => {
    expect(failed.get(id) ?? 0, `customer ${id}`).toBe(failures[row]);
  });
});

test.each([7, 8, 9, 10, 11, 12])('month %i has 400 customers in the same columns', month => {
  const batch = readDataset(`subscriptions_batches/month_${String(month).padStart(2, '0')}.csv`).table;
  expect(batch.rows).toBe(400);
  expect(batch.columns.map(column => column.name)).toEqual(table.columns.map(column => column.name));
  expect(new Set(cells(batch, 'month'))).toEqual(new Set([month]));
  const left = cells(batch, 'churned').filter(cell => cell === 'yes').length;
  expect(left / 400).toBeCloseTo(key.drift.churn_rate[month]!, 2);
});

test('months 1–6 have 500 rows each', async () => {
  const counts = cells(await groupCount(table, ['month']), 'count');
  expect(counts).toEqual([500, 500, 500, 500, 500, 500]);
});

test('scikit-learn measured the effects that the lessons need', () => {
  const {measured} = key;
  const gains = measured['roc_auc, logistic regression, 4 x 5-fold, without refund_issued'];
  for (const version of ['watch_hours clip_iqr', 'repaired']) {
    const {'with hours_per_euro': high, 'without hours_per_euro': low} = gains[version]!;
    expect(high - low, version).toBeGreaterThan(0.02);
    expect(low, version).toBeGreaterThan(0.8);
    expect(high, version).toBeLessThan(0.86);
  }
  expect(measured['roc_auc with refund_issued']).toBeGreaterThan(0.98);
  const byMonth = measured['by month, learned from months 1-6 clipped, with hours_per_euro'].roc_auc;
  expect(Math.min(...[1, 2, 3, 4, 5, 6, 7].map(month => byMonth[month]!))).toBeGreaterThan(0.8);
  expect(Math.max(...[8, 9, 10, 11, 12].map(month => byMonth[month]!))).toBeLessThan(0.78);
  expect(measured['roc_auc in months 10-12, learned again from months 8-9']).toBeGreaterThan(0.8);
});
