import {expect, test} from 'vitest';
import {falseAlarms} from '../../../src/app/monitor/false-alarms.ts';
import {falseAlarmsAt} from '../../../src/stages/monitoring/false-alarms.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';

test('the usual limits of PSI cry wolf on small batches and sleep on large ones', () => {
  expect(falseAlarmsAt(50).psi_above_01).toBeGreaterThan(0.3);
  expect(falseAlarmsAt(50).psi_above_02).toBeGreaterThan(0.05);
  expect(falseAlarmsAt(2000, {reference: 2000}).psi_above_01).toBe(0);
});

test('the index beside its own noise floor, and a test, cry wolf as rarely at every size', () => {
  for (const size of [50, 200, 1000]) {
    const {psi_above_floor, ks} = falseAlarmsAt(size);
    expect(psi_above_floor).toBeLessThan(0.04);
    expect(ks).toBeGreaterThan(0.015);
    expect(ks).toBeLessThan(0.085);
  }
});

test('thirty columns at 0.05 each cry wolf in most batches, and Bonferroni holds them together', () => {
  const {ks, ks_bonferroni} = falseAlarmsAt(300, {columns: 30});
  expect(ks).toBeGreaterThan(0.6);
  expect(ks_bonferroni).toBeLessThan(0.08);
  const one = falseAlarmsAt(300);
  expect(ks).toBeCloseTo(1 - (1 - one.ks) ** 30, 10);
});

test('the same size gives the same answer, remembered', () => {
  expect(falseAlarmsAt(80)).toBe(falseAlarmsAt(80));
});

test('the action answers for several sizes and refuses sizes that cannot be', async () => {
  const ports = memoryPorts();
  const found = await falseAlarms({sizes: [50, 100]}, ports);
  expect(found.map(({batch_size}) => batch_size)).toEqual([50, 100]);
  for (const size of [1, 2.5, Number.NaN, 1e9]) {
    await expect(falseAlarms({sizes: [size]}, ports)).rejects.toMatchObject({code: 'bad_setting'});
  }
});
