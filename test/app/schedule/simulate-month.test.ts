import {expect, test} from 'vitest';
import {specOfSettings} from '../../../src/app/lesson-runs.ts';
import {plantedFaults} from '../../../src/app/schedule/month/faults.ts';
import {actionsOn} from '../../../src/app/schedule/month/human-actions.ts';
import {cutMonth, fileAt} from '../../../src/app/schedule/month/month-rows.ts';
import {simulateMonth} from '../../../src/app/schedule/month/simulate-month.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';

const spec = specOfSettings({
  seed: 42,
  ingestion: {dataset: 'subscriptions', drop: ['customer_id', 'refund_issued', 'signup_date']},
  preprocessing: {duplicates: 'drop'},
  deployment: {promote: 'if_better', gates: {min: {roc_auc: 0.7}, max_rejected: 0.01, no_leaks: true}},
});
const quiet = {late: [], broken_rows: [], corrupt: [], bad_model: [], off: []};

test('a week in which everything goes wrong once, day by day', async () => {
  const faults = {late: [2], corrupt: [3], bad_model: [4], leak: [5], off: [6]};
  const ports = memoryPorts();
  const month = await simulateMonth({spec, days: 7, faults}, ports);
  expect(month.days.map(({fate}) => fate)).toEqual([
    'promoted',
    'late',
    'failed',
    'refused',
    'refused',
    'off',
    expect.stringMatching(/promoted|kept/),
  ]);
  expect(month).toMatchObject({metric: 'roc_auc', runs: 5, failed: 1, refused: 2, missed: 1});
  expect(month.days[2]).toMatchObject({date: '2026-06-03', metric: null, gates: [], in_use: 'churn@1'});
  expect(month.days[3]!.gates.find(({passed}) => !passed)).toMatchObject({gate: 'min.roc_auc', limit: 0.7});
  expect(month.days[4]!.gates.find(({passed}) => !passed)).toMatchObject({gate: 'no_leaks'});
  expect(JSON.parse(JSON.stringify(month))).toEqual(month);
  expect([ports.runs.list(), ports.models.names()]).toEqual([[], []]);
});

test('a schedule for Mondays leaves the other days idle, and nobody works on them', async () => {
  const mondays = {...spec, monitoring: {...spec.monitoring, every: '0 6 * * 1'}};
  const {days, runs} = await simulateMonth({spec: mondays, days: 8, faults: quiet}, memoryPorts());
  expect(days.map(({fate}) => fate === 'idle')).toEqual([false, true, true, true, true, true, true, false]);
  expect([runs, days[1]!.by_hand]).toEqual([2, []]);
});

test('without gates a model that cheats goes into production and stays there', async () => {
  const faults = {...quiet, leak: [2]};
  const {days} = await simulateMonth({spec, days: 3, faults, gates: {}}, memoryPorts());
  expect(days[1]).toMatchObject({fate: 'promoted', in_use: 'churn@2'});
  expect(days[1]!.metric).toBeGreaterThan(0.98);
  expect(days[2]).toMatchObject({fate: 'kept', in_use: 'churn@2'});
});

test('the same month comes out the same', async () => {
  const once = () => simulateMonth({spec, days: 3, faults: quiet}, memoryPorts());
  expect(await once()).toEqual(await once());
});

test('the days that went by are told day by day', async () => {
  const told: unknown[] = [];
  const watch = {onEvent: (event: unknown) => told.push(event), cancelled: () => false};
  await simulateMonth({spec, days: 2, faults: quiet}, memoryPorts(), watch);
  expect(told[0]).toEqual({type: 'progress', step: 'schedule.month', done: 0, total: 2, unit: 'day'});
  expect(told.at(-1)).toMatchObject({done: 2, total: 2});
});

test('people do more by hand on a good day, and nothing at all with a pipeline', () => {
  expect(actionsOn('promoted').by_hand).toHaveLength(11);
  expect(actionsOn('promoted').by_pipeline).toEqual([]);
  expect(actionsOn('failed').by_pipeline).toHaveLength(2);
});

test('a dataset without months, a month without rows and an impossible start are told', async () => {
  const wine = specOfSettings({ingestion: {dataset: 'wine'}});
  const ports = memoryPorts();
  await expect(simulateMonth({spec: wine}, ports)).rejects.toMatchObject({code: 'bad_setting'});
  await expect(simulateMonth({spec, month: 40}, ports)).rejects.toMatchObject({code: 'bad_setting'});
  await expect(simulateMonth({spec, days: 0}, ports)).rejects.toMatchObject({code: 'bad_setting'});
  await expect(simulateMonth({spec, gates: {min: {nonsense: 1}}}, ports)).rejects.toMatchObject({code: 'bad_setting'});
});

test('the rows of a month arrive day by day, late ones at ten, and an error page gives way at ten', () => {
  const csv = `month,x\n1,a\n${['b', 'c', 'd', 'e'].map(x => `2,${x}`).join('\n')}\n`;
  const rows = cutMonth(csv, 2, 2);
  const faults = {...plantedFaults, late: [2], broken_rows: [], corrupt: [1]};
  expect(rows.deliveries).toEqual([
    ['2,b', '2,c'],
    ['2,d', '2,e'],
  ]);
  expect(fileAt(rows, faults, 1, 6)).toMatch(/^<html>/);
  expect(fileAt(rows, faults, 1, 10)).toBe('month,x\n1,a\n2,b\n2,c\n');
  expect(fileAt(rows, faults, 2, 6)).toBe('month,x\n1,a\n2,b\n2,c\n');
  expect(fileAt(rows, faults, 2, 10)).toBe('month,x\n1,a\n2,b\n2,c\n2,d\n2,e\n');
});
