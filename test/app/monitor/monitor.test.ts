import {beforeAll, expect, test} from 'vitest';
import {historyOf, listModels, rollbackModel} from '../../../src/app/models.ts';
import {findVersion} from '../../../src/app/models-find.ts';
import type {MonitorResult} from '../../../src/app/monitor/result.ts';
import type {Ports} from '../../../src/app/ports.ts';
import {verifyRun} from '../../../src/app/verify.ts';
import {KnownError} from '../../../src/errors.ts';
import {churnHome, monitorChurn} from '../../helpers/monitored.ts';

let ports: Ports;
let watched: MonitorResult;
beforeAll(async () => {
  ports = await churnHome();
  watched = await monitorChurn(ports);
});

const month = (result: MonitorResult, number: number) => result.batches[number - 1]!;

test('the twelve months of subscriptions come in one after another', () => {
  const names = Array.from({length: 12}, (_, place) => `month_${String(place + 1).padStart(2, '0')}`);
  expect(watched.batches.map(({name}) => name)).toEqual(names);
  expect(watched).toMatchObject({
    model: {name: 'churn', version: 1},
    in_use: 'churn@1',
    policy: 'none',
    metric: 'roc_auc',
  });
  expect(watched.batches.every(({action}) => action === 'none')).toBe(true);
});

test('there is no alert in the months before the drift', () => {
  expect(watched.batches.slice(0, 6).map(({alert, drifted}) => [alert, drifted])).toEqual(
    Array.from({length: 6}, () => [false, []]),
  );
});

test('the planted drift is found in the month in which it begins, in the columns in which it was planted', () => {
  expect(watched.first_alert).toBe('month_07');
  expect(month(watched, 7).drifted).toEqual(['device', 'watch_hours']);
  expect(month(watched, 7).words).toContain('device (phone from 23% to 47%)');
  expect(month(watched, 8).drifted).toContain('monthly_fee');
});

test('the index finds the same drift and stays below its noise floor before it', async () => {
  const {batches} = await monitorChurn(ports, {change: {tests: 'psi'}});
  expect(batches.map(({alert}) => alert).indexOf(true)).toBe(6);
  expect(batches[6]!.drifted).toContain('device');
});

test('of the months that the model learned from only the rows that it has not seen are judged', () => {
  const months = watched.batches.slice(0, 6);
  const judged = months.map(({rows, known_rows}) => rows - known_rows);
  // A quarter was kept for testing; copies of rows that were learned from are not counted either.
  expect(judged.reduce((sum, rows) => sum + rows, 0)).toBeGreaterThan(700);
  expect(judged.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(750);
  expect(watched.batches.slice(6).every(({known_rows}) => known_rows === 0)).toBe(true);
  expect(watched.notes.join(' ')).toContain('only the rows that it has not seen are judged');
});

test('the drop of the metric is known later than the drift, by as many batches as the labels take', async () => {
  expect(watched.first_drop).toEqual({batch: 'month_08', known_at: 'month_09'});
  const late = await monitorChurn(ports, {change: {label_delay: 3}});
  expect(late.first_drop).toEqual({batch: 'month_08', known_at: 'month_11'});
  expect(late.first_alert).toBe('month_07');
});

test('retraining on drift takes over, restores the metric, and moves the reference with the model', async () => {
  const home = await churnHome();
  const result = await monitorChurn(home, {change: {policy: 'drift'}});
  expect(result.batches.map(({action}) => action).slice(6, 10)).toEqual(['none', 'promoted', 'none', 'promoted']);
  expect(month(result, 7).decision).toContain('no labels from this time are known yet');
  expect(month(result, 8).retraining).toMatchObject({batches: ['month_07'], version: 2, rows: 400});
  expect(month(result, 9).model).toBe('churn@2');
  for (const number of [11, 12]) {
    expect(month(result, number).score!).toBeGreaterThan(month(watched, number).score! + 0.08);
    expect(month(result, number).alert).toBe(false);
  }
  expect(findVersion('churn@production', home.models).version).toBe(3);
  expect(result.in_use).toBe('churn@3');
});

test('a rollback returns to the version before', async () => {
  const home = await churnHome();
  await monitorChurn(home, {change: {policy: 'drift'}});
  expect(rollbackModel({ref: 'churn'}, home)).toMatchObject({from: 3, to: 2});
  expect(rollbackModel({ref: 'churn'}, home)).toMatchObject({from: 2, to: 1});
  expect(findVersion('churn', home.models).version).toBe(1);
  expect(historyOf('churn', home).map(({kind}) => kind)).toEqual([
    'rollback',
    'rollback',
    'promote',
    'promote',
    'promote',
  ]);
});

test('the performance policy acts once the labels of the drop are known, and later with a longer delay', async () => {
  const actedWith = async (label_delay: number) => {
    const {batches} = await monitorChurn(ports, {simulate: true, change: {policy: 'performance', label_delay}});
    return batches.find(({action}) => action !== 'none')?.name;
  };
  expect(await actedWith(0)).toBe('month_08');
  expect(await actedWith(1)).toBe('month_09');
  expect(await actedWith(2)).toBe('month_10');
});

test('the schedule trains every few batches, with or without a reason', async () => {
  const {batches} = await monitorChurn(ports, {simulate: true, change: {policy: 'schedule', every_batches: 2}});
  const trained = batches.filter(({action}) => action !== 'none').map(({name}) => name);
  expect(trained).toEqual(['month_08', 'month_10', 'month_12']);
  expect(batches[7]!.words).toContain('because it is time: 2 batches have come in');
});

test('a simulation and watching alone leave the models as they were', async () => {
  const before = JSON.stringify(listModels(ports));
  const result = await monitorChurn(ports, {simulate: true, change: {policy: 'drift'}});
  expect(result).toMatchObject({simulated: true, in_use: 'churn@3', promotions: 2});
  await monitorChurn(ports);
  expect(JSON.stringify(listModels(ports))).toBe(before);
});

test('watching again goes on after the batches that the model learned from, and trains nothing twice', async () => {
  const home = await churnHome();
  await monitorChurn(home, {change: {policy: 'drift'}});
  const again = await monitorChurn(home, {change: {policy: 'drift'}});
  expect(again.batches.map(({past}) => past).lastIndexOf(true)).toBe(8);
  expect(again.retrainings).toBe(0);
  expect(listModels(home)).toHaveLength(3);
});

test('a column that moves on by itself is no drift, also for a model that learned from a single month', async () => {
  const home = await churnHome(['ingestion.drop=[customer_id,refund_issued]']);
  const {batches} = await monitorChurn(home, {change: {policy: 'drift', window: 1}});
  expect(batches.flatMap(({drifted}) => drifted)).not.toContain('month');
  expect(batches.at(-1)!.columns.find(({column}) => column === 'month')?.not_tested).toMatch(/moves on by itself/);
});

test('the run that retraining made is a run like others and can be verified', async () => {
  const home = await churnHome();
  await monitorChurn(home, {change: {policy: 'drift'}});
  const {run} = findVersion('churn@2', home.models);
  expect((await verifyRun({run}, home)).verdict).toBe('identical');
});

test('only the model in production is replaced', async () => {
  const home = await churnHome(['deployment.promote=never']);
  const refused = monitorChurn(home, {ref: 'churn@1', change: {policy: 'drift'}});
  await expect(refused).rejects.toThrow('no version of `churn` is in production');
  await expect(refused).rejects.toBeInstanceOf(KnownError);
  expect((await monitorChurn(home, {ref: 'churn@1', simulate: true, change: {policy: 'drift'}})).promotions).toBe(0);
});

test('it can be given up between two batches', async () => {
  let batches = 0;
  const watch = {cancelled: () => batches++ > 3};
  const {monitor} = await import('../../../src/app/monitor/monitor.ts');
  await expect(monitor({ref: 'churn', folder: '.'}, ports, watch)).rejects.toThrow(
    'Monitoring was stopped before `month_05`.',
  );
});

test('every batch is told as it is done', async () => {
  const {monitor} = await import('../../../src/app/monitor/monitor.ts');
  const told: unknown[] = [];
  await monitor({ref: 'churn', folder: '.'}, ports, {onEvent: event => told.push(event)});
  expect(told).toHaveLength(12);
  expect(told.at(-1)).toMatchObject({type: 'progress', step: 'monitoring.none', done: 12, total: 12});
});
