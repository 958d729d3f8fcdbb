import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {sayComparison} from '../../src/app/models-compare.ts';
import {findVersion} from '../../src/app/models-find.ts';
import type {Registry} from '../../src/engine/registry.ts';
import {diskRegistry} from '../../src/files/model-store.ts';
import {datasetText, runCsv, runDataset} from '../helpers/fitted.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';

const named = ['deployment.name=m'];
const weak = 'training.model=dummy';

test('a better model on the same test rows replaces the one in production', async () => {
  const ports = memoryPorts();
  await runDataset('breast_cancer', [...named, 'training.model=decision_tree'], ports);
  const {result} = await runDataset('breast_cancer', named, ports);
  const {promoted, comparison, reason} = result.deployment!;
  expect(promoted).toBe(true);
  expect(comparison).toMatchObject({comparable: true, metric: 'roc_auc', rows: 143});
  if (comparison?.comparable) expect(comparison.challenger).toBe(result.metrics.test.roc_auc);
  expect(reason).toMatch(/^roc_auc 0\.99\d+ against 0\.8\d+ on the same 143 rows for version 1$/);
  expect(findVersion('m@production', ports.models).version).toBe(2);
});

test('a model that is not better is kept but not promoted, and the reason is a sentence', async () => {
  const ports = memoryPorts();
  await runDataset('breast_cancer', named, ports);
  const {result} = await runDataset('breast_cancer', [...named, weak], ports);
  expect(result.deployment).toMatchObject({version: 2, promoted: false});
  expect(result.deployment!.reason).toMatch(
    /^roc_auc 0\.5 against 0\.99\d+ on the same 143 rows for version 1: that is not better, so version 1 stays in production$/,
  );
  expect(findVersion('m', ports.models).version).toBe(1);
});

test('an equal model does not replace the one in production', async () => {
  const ports = memoryPorts();
  await runDataset('iris', named, ports);
  const {result} = await runDataset('iris', named, ports);
  expect(result.deployment).toMatchObject({version: 2, promoted: false, comparison: {gain: 0}});
});

test('the gain must be larger than the margin', async () => {
  const ports = memoryPorts();
  await runDataset('breast_cancer', [...named, 'training.model=decision_tree'], ports);
  const {result} = await runDataset('breast_cancer', [...named, 'deployment.margin=0.5'], ports);
  expect(result.deployment!.reason).toContain('that is not better by more than 0.5');
});

test('of a metric that counts errors, less is better', async () => {
  const ports = memoryPorts();
  await runDataset('diabetes', [...named, weak], ports);
  const {result} = await runDataset('diabetes', [...named, 'tuning.metric=rmse'], ports);
  const {comparison, promoted} = result.deployment!;
  expect(promoted).toBe(true);
  expect(comparison).toMatchObject({metric: 'rmse'});
  if (comparison?.comparable) expect(comparison.challenger).toBeLessThan(comparison.champion);
});

test('with another split, only rows that the version in production never learned from count', async () => {
  const ports = memoryPorts();
  await runDataset('subscriptions', [...named, weak], ports);
  const {result} = await runDataset('subscriptions', [...named, 'split.test_size=0.4'], ports);
  const {comparison, promoted} = result.deployment!;
  expect(promoted).toBe(true);
  expect(comparison?.comparable).toBe(true);
  if (comparison?.comparable) {
    expect(comparison.rows).toBeGreaterThan(500);
    expect(comparison.rows).toBeLessThan(result.split.test - 400);
  }
});

test('a model retrained on newer rows is compared on its own test rows: the old one learned from none of them', async () => {
  const [header, ...rows] = datasetText('subscriptions').trimEnd().split('\n');
  const half = (part: readonly string[]) => [header, ...part].join('\n');
  const first = await runCsv(half(rows.slice(0, 1500)), 'churned', named);
  const {result} = await runCsv(half(rows.slice(1500)), 'churned', named, {
    store: first.ports.store,
    models: first.ports.models,
  });
  expect(result.deployment!.comparison).toMatchObject({comparable: true, rows: result.split.test});
});

test('figures from rows that the other one learned from are not compared, and that is said plainly', async () => {
  const ports = memoryPorts();
  await runDataset('iris', [...named, weak], ports);
  const {result} = await runDataset('iris', [...named, 'split.test_size=0.1'], ports);
  expect(result.deployment).toMatchObject({promoted: false, comparison: {comparable: false}});
  expect(result.deployment!.reason).toMatch(
    /^version 1 stays in production, because the two cannot be compared: only \d+ rows are new to both/,
  );
  expect(result.deployment!.reason).toContain('`models promote m@2`');
});

test('models of different targets are not compared', async () => {
  const ports = memoryPorts();
  await runDataset('iris', named, ports);
  const {result} = await runDataset('wine', named, ports);
  expect(result.deployment!.reason).toContain('one predicts `cultivar` and the other `species`');
});

test('a run with a mistake on purpose is registered, marked, and not promoted', async () => {
  const ports = memoryPorts();
  await runDataset('breast_cancer', [...named, weak], ports);
  const {result} = await runDataset('breast_cancer', [...named, 'traps=score_on_train'], ports);
  expect(result.deployment!.reason).toContain('(score_on_train) and its figures flatter');
  expect(findVersion('m@2', ports.models).honest).toBe(false);
  expect(findVersion('m', ports.models).version).toBe(1);
});

test('`never` leaves production alone, `always` moves it whatever the figures say', async () => {
  const ports = memoryPorts();
  const never = await runDataset('iris', [...named, 'deployment.promote=never'], ports);
  expect(never.result.deployment!.reason).toBe('`deployment.promote` is never, so no version is in production');
  await runDataset('iris', named, ports);
  await runDataset('iris', [...named, weak, 'deployment.promote=always'], ports);
  expect(findVersion('m', ports.models).version).toBe(3);
});

test('where the version in production is damaged, the new one waits for a person to decide', async () => {
  const ports = memoryPorts();
  const {models} = ports;
  const first = await runDataset('iris', named, ports);
  const hash = findVersion('m@1', models).artifact;
  const broken: Registry = {
    ...models,
    readArtifact: wanted => (wanted === hash ? undefined : models.readArtifact(wanted)),
  };
  const {result} = await runDataset('iris', [...named, weak], {...first.ports, models: broken});
  expect(result.deployment!.reason).toContain('The fitted pipeline of `m@1` is gone or was changed.');
});

test('where the rows that the version in production learned from are gone, nothing is compared', async () => {
  const ports = memoryPorts();
  await runDataset('breast_cancer', named, ports);
  const {result} = await runDataset('breast_cancer', [...named, weak, 'split.test_size=0.5'], {
    ...ports,
    store: memoryPorts().store,
  });
  expect(result.deployment!.reason).toContain('the rows they learned from are no longer stored');
});

test('two figures that look alike are shown with the digits that tell them apart', () => {
  const comparison = {
    comparable: true,
    metric: 'f1',
    challenger: 0.89257,
    champion: 0.89258,
    gain: -1e-5,
    rows: 9,
  } as const;
  expect(sayComparison(comparison)).toBe('f1 0.89257 against 0.89258 on the same 9 rows');
});

test('a full disk while a version is registered is said, the run is kept, and the next one registers', async () => {
  const home = mkdtempSync(path.join(tmpdir(), 'mlpt-full-'));
  try {
    let isFull = true;
    const write: typeof writeFileSync = (...file) => {
      if (isFull) throw Object.assign(new Error('no space left'), {code: 'ENOSPC'});
      writeFileSync(...file);
    };
    const ports = memoryPorts({models: diskRegistry(home, {who: 'ada', write})});
    const failure = expect.objectContaining({
      code: 'cannot_write',
      message: expect.stringContaining('the disk is full'),
    });
    await expect(runDataset('iris', named, ports)).rejects.toThrow(failure);
    expect(ports.runs.list()).toHaveLength(1);
    isFull = false;
    const {result} = await runDataset('iris', named, ports);
    expect(result.deployment).toMatchObject({version: 1, promoted: true});
  } finally {
    rmSync(home, {recursive: true});
  }
});
