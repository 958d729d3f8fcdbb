import {expect, test} from 'vitest';
import {readRequest} from '../../src/app/read-request.ts';
import {planSpec} from '../../src/app/run-spec.ts';
import {KnownError} from '../../src/errors.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runOn, runOnCsv} from '../helpers/run-pipeline.ts';

const grid = 'tuning={method: grid, space: {n_neighbors: [1, 5, 15], preprocessing.scale: [none, min_max]}}';
const knn = ['training.model=knn', grid];

test('the steps behind the search are built with the best settings, and their records name them', async () => {
  const ports = memoryPorts();
  const result = await runOn('wine', knn, {ports});
  const {tuning, pipeline, steps} = result;
  expect(tuning!.tried).toHaveLength(6);
  expect(tuning!.best).toEqual({n_neighbors: 15, 'preprocessing.scale': 'min_max'});
  expect(pipeline.training.params.n_neighbors).toBe(15);
  expect(pipeline.preprocessing.scale).toBe('min_max');
  const ids = steps.map(({id}) => id);
  expect(ids.indexOf('tuning.search')).toBeLessThan(ids.indexOf('preprocessing.impute'));
  const record = ports.runs.read(result.run)!;
  expect(record.steps.find(({id}) => id === 'training.fit')!.params.n_neighbors).toBe(15);
  expect(record.steps.find(({id}) => id === 'preprocessing.scale')!.params.scale).toBe('min_max');
});

test('the tuned pipeline is the one that these settings give when written by hand', async () => {
  const tuned = await runOn('wine', knn);
  const byHand = await runOn('wine', [
    'training.model=knn',
    'training.params.n_neighbors=15',
    'preprocessing.scale=min_max',
  ]);
  expect(tuned.metrics.test).toEqual(byHand.metrics.test);
  const fittedBy = (result: typeof tuned) => result.steps.find(({id}) => id === 'training.fit')!;
  expect(fittedBy(tuned).output).toBe(fittedBy(byHand).output);
});

test('a new best setting is named in the reason of the step that has it', async () => {
  const ports = memoryPorts();
  await runOn('wine', ['training.model=knn', 'training.params.n_neighbors=5'], {ports});
  const {steps} = await runOn('wine', ['training.model=knn', 'tuning={method: grid, space: {n_neighbors: [15]}}'], {
    ports,
  });
  expect(steps.find(({id}) => id === 'training.fit')!.reason).toContain('n_neighbors: 5 → 15');
});

test('a plan does not name settings that the search has yet to choose', async () => {
  const ports = memoryPorts();
  await runOn('wine', ['training.model=knn', 'training.params.n_neighbors=5'], {ports});
  const spec = await readRequest({dataset: 'wine', set: knn});
  const plan = await planSpec({spec, folder: '.'}, ports);
  const fit = plan.find(({id}) => id === 'training.fit')!;
  expect(fit).toMatchObject({status: 'run'});
  expect(fit.reason).toContain('n_neighbors: 5 → what the search prefers');
  await runOn('wine', knn, {ports});
  expect((await planSpec({spec, folder: '.'}, ports)).map(({status}) => status)).not.toContain('run');
});

test('the best mean stands beside the test score of the same metric and, where asked for, beside nested folds', async () => {
  const {tuning, metrics} = await runOn('wine', [...knn, 'evaluation.cross_validate=3']);
  const {search, test: held, nested} = tuning!.estimates;
  expect(search.mean).toBe(tuning!.tried[tuning!.best_index]!.mean);
  expect(held).toBe(metrics.test.accuracy);
  expect(nested).toEqual({mean: metrics.cross_validation!.mean, sd: metrics.cross_validation!.sd});
  expect(nested!.mean).not.toBe(search.mean);
});

test('on noise the best of many candidates looks skilled, and the nested estimate does not', async () => {
  // 60 rows of noise: with 40 candidates the luckiest is well above a coin.
  const set = [
    'training.model=knn',
    'evaluation.cross_validate=5',
    'evaluation.repeat=1',
    `tuning={method: grid, metric: accuracy, space: {n_neighbors: [${[...Array(20).keys()].map(k => k + 1)}], weights: [uniform, distance]}}`,
  ];
  const estimates = await Promise.all(
    [1, 2, 3, 4].map(async seed => (await runOnCsv(noiseCsv(seed), 'y', set)).tuning!.estimates),
  );
  const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value / values.length, 0);
  expect(average(estimates.map(({search}) => search.mean))).toBeGreaterThan(0.58);
  expect(average(estimates.map(({nested}) => nested!.mean))).toBeLessThan(0.56);
}, 60_000);

function noiseCsv(seed: number): string {
  let state = seed * 7919;
  const next = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const lines = Array.from({length: 80}, (_, row) =>
    [next(), next(), next(), row % 2 ? 'a' : 'b'].map(String).join(','),
  );
  return ['u,v,w,y', ...lines].join('\n');
}

test('the test rows are counted as used by every evaluated run that looked at them', async () => {
  const ports = memoryPorts();
  expect((await runOn('wine', [], {ports})).test_uses).toBe(1);
  expect((await runOn('wine', ['training.model=knn'], {ports})).test_uses).toBe(2);
  expect((await runOn('wine', ['split.test_size=0.5'], {ports})).test_uses).toBe(1);
  await runOn('wine', ['training.model=knn', 'training.params.n_neighbors=900'], {ports}).catch(() => {});
  expect((await runOn('wine', knn, {ports})).test_uses).toBe(3);
});

test('a search tells after every fold what it knows, for a table that fills itself', async () => {
  const details: unknown[] = [];
  await runOn('wine', knn, {
    onEvent: event => {
      if (event.type === 'progress' && event.step === 'tuning.search' && event.detail) details.push(event);
    },
  });
  expect(details).toHaveLength(30);
  expect(details[0]).toMatchObject({
    done: 1,
    total: 30,
    detail: {metric: 'accuracy', tried: [{params: {n_neighbors: 1}}]},
  });
  expect((details.at(-1) as {detail: {tried: unknown[]}}).detail.tried).toHaveLength(6);
});

test.each([
  ['tuning.search', knn],
  ['evaluation.cross_validate', ['evaluation.cross_validate=10']],
  ['evaluation.repeat', ['evaluation.repeat=50']],
  ['evaluation.learning_curve', ['evaluation.learning_curve=true']],
])('%s stops in the middle when the person cancels', async (step, set) => {
  let isCancelled = false;
  let heard = 0;
  const onEvent = (event: {type: string; step?: string}) => {
    if (event.type === 'progress' && event.step === step && ++heard === 5) isCancelled = true;
  };
  const error = await runOn('wine', set, {onEvent, cancelled: () => isCancelled}).catch(caught => caught as KnownError);
  expect(error).toBeInstanceOf(KnownError);
  expect((error as KnownError).code).toBe('interrupted');
  expect(heard).toBe(5);
});

test('a search that fails leaves the steps behind it unreached', async () => {
  const ports = memoryPorts();
  const set = ['training.model=knn', 'tuning={method: grid, space: {n_neighbors: [900]}}'];
  await expect(runOn('wine', set, {ports})).rejects.toThrow(
    /Step `tuning.search` failed: No candidate could be scored/,
  );
  const {steps} = ports.runs.list()[0]!;
  expect(steps.filter(({status}) => status === 'ran').map(({stage}) => stage)).toEqual(['ingestion', 'split', 'split']);
  expect(steps.find(({id}) => id === 'training.fit')!.status).toBe('skipped');
});

test('the same search with the same seed finds the same, and another order of names is the same search', async () => {
  const ports = memoryPorts();
  const first = await runOn(
    'wine',
    [
      'training.model=knn',
      'tuning={method: random, budget: 4, space: {n_neighbors: {int: [1, 20]}, weights: [uniform, distance]}}',
    ],
    {ports},
  );
  const second = await runOn('wine', [
    'training.model=knn',
    'tuning={method: random, budget: 4, space: {weights: [uniform, distance], n_neighbors: {int: [1, 20]}}}',
  ]);
  expect(second.tuning).toEqual(first.tuning);
  expect(second.fingerprint).toBe(first.fingerprint);
});

test('a wrong space is reported with the other problems of the pipeline, before anything runs', async () => {
  await expect(
    readRequest({dataset: 'wine', set: ['tuning={method: grid, space: {D: [1]}}', 'training.model=kn']}),
  ).rejects.toMatchObject({
    code: 'bad_pipeline',
    problems: [{message: '`model` cannot be "kn".'}, {message: 'There is no setting `D` to search.'}],
  });
});

test('models of different kinds compete in one search', async () => {
  const set = [
    'tuning={method: grid, space: {training.model: [dummy, naive_bayes, decision_tree], max_depth: [2, 4]}}',
  ];
  const {tuning, pipeline} = await runOn('iris', set);
  expect(tuning!.tried.map(({params}) => params['training.model'])).toEqual([
    'dummy',
    'naive_bayes',
    'decision_tree',
    'decision_tree',
  ]);
  expect(pipeline.training.model).toBe(tuning!.best['training.model']);
});

test('without a search there is no tuning in the result', async () => {
  expect((await runOn('wine', [])).tuning).toBeNull();
});
