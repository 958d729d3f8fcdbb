import {beforeAll, expect, test} from 'vitest';
import {policiesOf, policyTable} from '../../../src/app/figures-drift.ts';
import {listModels} from '../../../src/app/models.ts';
import {comparePolicies, type PolicyComparison} from '../../../src/app/monitor/compare-policies.ts';
import {readRequest} from '../../../src/app/read-request.ts';
import {formatChart} from '../../../src/charts/index.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';
import {churnHome, churnPipeline} from '../../helpers/monitored.ts';

const ports = memoryPorts();
let compared: PolicyComparison;
beforeAll(async () => {
  const spec = await readRequest({dataset: 'subscriptions', set: churnPipeline});
  compared = await comparePolicies({spec, folder: '.'}, ports);
});

const outcome = (policy: string) => compared.policies.find(one => one.policy === policy)!;

test('a pipeline is trained on the first months, and every policy meets the same months after them', () => {
  expect(compared.batches).toEqual(
    ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map(month => `month_${month}`),
  );
  expect(compared.policies.map(({policy}) => policy)).toEqual(['none', 'schedule', 'drift', 'performance']);
  for (const {series} of compared.policies) expect(series.map(({name}) => name)).toEqual(compared.batches);
});

test('a policy that does nothing costs nothing and ends worst', () => {
  expect(outcome('none')).toMatchObject({
    retrainings: 0,
    promotions: 0,
    rows_labelled: 0,
    first_action: null,
    in_use: 'churn@1',
  });
  for (const policy of ['schedule', 'drift', 'performance']) {
    expect(outcome(policy).mean_metric!).toBeGreaterThan(outcome('none').mean_metric! + 0.01);
    expect(outcome(policy).months_below_floor).toBeLessThan(outcome('none').months_below_floor);
  }
});

test('drift acts before the metric can, and the metric needs the labels of every month', () => {
  expect(outcome('drift')).toMatchObject({first_alert: 'month_07', first_action: 'month_08'});
  expect(outcome('performance')).toMatchObject({first_action: 'month_09'});
  expect(outcome('performance').rows_labelled).toBe(1500 + 6 * 400);
  expect(outcome('drift').rows_labelled).toBeLessThan(outcome('schedule').rows_labelled);
});

test('the schedule also trains where nothing happened, and the gate refuses what is not better', () => {
  expect(outcome('schedule')).toMatchObject({first_action: 'month_06', refusals: 1});
  expect(outcome('schedule').words).toMatch(
    /^Trained again 3 times, for the first time with month_06, promoted twice, refused once\./,
  );
});

test('the months are counted against the floor that is given', async () => {
  const spec = await readRequest({dataset: 'subscriptions', set: churnPipeline});
  const strict = await comparePolicies({spec, folder: '.', policies: ['none'], floor: 0.99}, ports);
  expect(strict).toMatchObject({floor: 0.99, policies: [{policy: 'none', months_below_floor: 9}]});
  const gated = await readRequest({
    dataset: 'subscriptions',
    set: [...churnPipeline, 'deployment.gates={min: {roc_auc: 0.7}}'],
  });
  expect((await comparePolicies({spec: gated, folder: '.', policies: ['none']}, ports)).floor).toBe(0.7);
});

test('a registered model is compared without being touched', async () => {
  const home = await churnHome();
  const result = await comparePolicies({ref: 'churn', folder: '.', policies: ['drift']}, home);
  expect(result).toMatchObject({model: 'churn@1', policies: [{in_use: 'churn@3', promotions: 2}]});
  expect(result.batches[0]).toBe('month_07');
  expect(listModels(home)).toHaveLength(1);
});

test('nothing is kept of a comparison, and it comes out the same twice', async () => {
  expect(listModels(ports)).toEqual([]);
  expect(ports.runs.list()).toEqual([]);
  const spec = await readRequest({dataset: 'subscriptions', set: churnPipeline});
  expect(await comparePolicies({spec, folder: '.'}, ports)).toEqual(compared);
});

test('a comparison is plain JSON, a table and a figure', () => {
  expect(JSON.parse(JSON.stringify(compared))).toEqual(compared);
  const {header, rows} = policyTable(compared);
  expect(header.slice(0, 5)).toEqual(['policy', 'trained', 'promoted', 'refused', 'rows labelled']);
  expect(rows.map(([policy]) => policy)).toEqual(['none', 'schedule', 'drift', 'performance']);
  const chart = policiesOf(compared, {width: 70, height: 12, glyphs: 'ascii'});
  expect(formatChart(chart)).toContain('roc_auc by policy');
  expect(chart.sentence).toMatch(/^roc_auc on average: none 0\.7\d+, schedule/);
});

test('a model with a mistake on purpose is not watched', async () => {
  const spec = await readRequest({dataset: 'subscriptions', set: churnPipeline});
  const request = {spec: {...spec, traps: ['score_on_train' as const]}, folder: '.'};
  await expect(comparePolicies(request, ports)).rejects.toThrow('score_on_train');
});
