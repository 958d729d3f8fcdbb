import {beforeAll, expect, test} from 'vitest';
import type {Ports} from '../../src/app/ports.ts';
import {modelsCommand} from '../../src/commands/models.ts';
import {monitorCommand} from '../../src/commands/monitor.ts';
import {batchFolder, churnHome, monthText} from '../helpers/monitored.ts';
import {runCommandOf} from '../helpers/run-command.ts';

let ports: Ports;
beforeAll(async () => {
  ports = await churnHome();
});

const told = (options: {readonly [name: string]: unknown}, json = false) =>
  runCommandOf(monitorCommand, {options: {model: 'churn', ...options}, json, ports});

test('monitor prints a line for each month, the drift as a figure, and what to do', async () => {
  const {printed, code} = await told({});
  expect(code).toBe(0);
  expect(printed).toMatch(
    /^churn@1 over 12 batches, policy none\nOn its 750 test rows roc_auc was 0\.8\d+ ± 0\.0\d+\./,
  );
  expect(printed).toMatch(/month_06 +500 +no +0\.\d+ +churn@1 +– /);
  expect(printed).toMatch(/month_07 +400 +ALERT +0\.\d+ +churn@1 +– +Drift in 2 columns: device \(phone/);
  expect(printed).toContain('Alert in 6 of 12 months: month_07, month_08, month_09 and 3 more');
  expect(printed).toContain('→ Look at month_07, the first alert. The labels of month_08 say that the model is worse.');
});

test('monitor --json is one document with the fields of the contract', async () => {
  const {printed} = await told({batches: batchFolder({'a.csv': monthText(7)})}, true);
  const {batches} = JSON.parse(printed) as {readonly batches: readonly object[]};
  expect(batches).toHaveLength(1);
  expect(batches[0]).toMatchObject({
    ...{name: 'a', rows: 400, drifted: ['device', 'watch_hours'], alert: true, action: 'none'},
    metric: {roc_auc: expect.any(Number), accuracy: expect.any(Number)},
  });
});

test('a simulation says what would happen and keeps nothing', async () => {
  const {printed} = await told({policy: 'drift', simulate: true});
  expect(printed).toMatch(/^churn@1 over 12 batches, policy drift, simulated: nothing is kept\n/);
  expect(printed.replaceAll(/\s+/g, ' ')).toContain('Trained again on 400 rows of month_07');
  expect(printed).toContain('Leave --simulate out to do it with your own model.');
  const list = await runCommandOf(modelsCommand, {words: ['list'], json: true, ports});
  expect(JSON.parse(list.printed)).toHaveLength(1);
});

test('--compare puts the policies side by side', async () => {
  const {printed} = await told({compare: true});
  expect(printed).toMatch(/policy +trained +promoted +refused +rows labelled +mean roc_auc/);
  expect(printed.match(/^(none|schedule|drift|performance) .*churn@\d/gm)).toHaveLength(4);
});

test('models rollback goes back after retraining', async () => {
  const home = await churnHome();
  const options = {model: 'churn', policy: 'performance'};
  const {printed} = await runCommandOf(monitorCommand, {options, ports: home});
  expect(printed).toContain('`models rollback churn` goes back one version.');
  const back = await runCommandOf(modelsCommand, {words: ['rollback', 'churn'], ports: home});
  expect(back.printed).toMatch(/^churn@production is version \d now; it was version \d\.$/);
});

test('options that make no sense are told with what to write', async () => {
  for (const [options, words] of [
    [{model: undefined}, 'Which model is to be watched?'],
    [{model: 'chrun'}, 'There is no model `chrun`.'],
    [{policy: 'drft'}, '`policy` cannot be "drft".'],
    [{labelDelay: '-1'}, '`label_delay` cannot be -1.'],
    [{labelDelay: 'soon'}, '`label_delay` cannot be "soon".'],
    [{set: ['training.model=knn']}, '--set training.model=knn is not about monitoring.'],
    [{batches: 'nowhere'}, 'There is no folder nowhere.'],
  ] as const) {
    await expect(told(options)).rejects.toThrow(words);
  }
});
