import {beforeAll, expect, test} from 'vitest';
import {findVersion} from '../../../src/app/models-find.ts';
import {labelGate} from '../../../src/app/monitor/label-gate.ts';
import type {Poison} from '../../../src/app/monitor/poison.ts';
import type {Ports} from '../../../src/app/ports.ts';
import {batchFolder, changeColumn, churnHome, monitorChurn, monthText} from '../../helpers/monitored.ts';

let ports: Ports;
beforeAll(async () => {
  ports = await churnHome();
});

const retrain = (poison: Poison, label_delay = 1) =>
  monitorChurn(ports, {simulate: true, poison, change: {policy: 'drift', label_delay}});

test('swapped labels are refused before anything is learned from them', async () => {
  const {batches, in_use} = await retrain({batches: ['month_07']});
  expect(batches[7]).toMatchObject({action: 'refused', retraining: {version: null, batches: ['month_07']}});
  expect(batches[7]!.retraining!.gates[0]).toMatchObject({gate: 'plausible_labels', passed: false});
  expect(batches[7]!.words).toContain('they look swapped');
  expect(in_use).not.toBe('churn@1');
});

test('while every label is swapped, no version gets through and the model in use stays', async () => {
  const all = ['month_07', 'month_08', 'month_09', 'month_10', 'month_11', 'month_12'];
  const {batches, promotions, in_use} = await retrain({batches: all});
  expect(promotions).toBe(0);
  expect(in_use).toBe('churn@1');
  expect(batches.filter(({action}) => action === 'refused').length).toBeGreaterThan(0);
});

test('labels of which half are wrong give a model that forgot what was true, and the rows of the champion refuse it', async () => {
  const all = ['month_07', 'month_08', 'month_09', 'month_10', 'month_11', 'month_12'];
  const {batches, in_use} = await retrain({batches: all, share: 0.6});
  const refused = batches.filter(({action}) => action === 'refused');
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.flatMap(({retraining}) => retraining!.gates.filter(({passed}) => !passed)).length).toBeGreaterThan(0);
  expect(in_use).toBe('churn@1');
});

test('swapped labels in a file are refused in the real registry too', async () => {
  const swapped = changeColumn(monthText(7), 'churned', value => (value === 'yes' ? 'no' : 'yes'));
  const home = await churnHome();
  const folder = batchFolder({'month_07.csv': swapped, 'month_08.csv': swapped.replaceAll(/^C/gm, 'D')});
  const {batches} = await monitorChurn(home, {batches: folder, change: {policy: 'drift'}});
  expect(batches[1]!.action).toBe('refused');
  expect(findVersion('churn@production', home.models).version).toBe(1);
});

test('labels are plausible unless the model ranks worse than a coin by more than bad luck', () => {
  const batch = (value: number, error: number) => ({name: 'b', ranking: {metric: 'roc_auc', value, error, rows: 100}});
  expect(labelGate([batch(0.45, 0.02)]).passed).toBe(true);
  expect(labelGate([batch(0.43, 0.02)]).passed).toBe(false);
  expect(labelGate([batch(0.9, 0.02), batch(0.2, 0.02)])).toMatchObject({passed: false, value: 0.2});
  expect(labelGate([{name: 'b', ranking: null}]).passed).toBe(true);
});
