import {expect, test} from 'vitest';
import {compareRecords, diffRuns} from '../../src/app/diff.ts';
import {areaError, errorOfMean, shareError} from '../../src/app/diff-luck.ts';
import type {RunRecord} from '../../src/engine/run-record.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runRecord, stepRecord} from '../helpers/records.ts';
import {recordRun} from './recorded-run.ts';

/** A run of two classes with 50 test rows of each, of which these shares were found. */
function twoClasses(run: string, hits: number, change: Partial<RunRecord> = {}): RunRecord {
  const accuracy = (hits + 45) / 100;
  return runRecord(run, {
    data: {positive: 'yes'},
    confusion: {
      labels: ['no', 'yes'],
      matrix: [
        [45, 5],
        [50 - hits, hits],
      ],
    },
    metrics: {test: {accuracy, recall: hits / 50, f1: 0.9, roc_auc: 0.9}, cross_validation: null},
    ...change,
  });
}

const metricOf = (a: RunRecord, b: RunRecord, metric: string) =>
  compareRecords(a, b).metrics.find(found => found.metric === metric && found.part === 'test')!;

function withFolds(run: string, accuracy: number, scores: readonly number[], sd: number): RunRecord {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const folds = {metric: 'accuracy', mean, sd, scores, all: {accuracy: {mean, sd, scores}}};
  return runRecord(run, {metrics: {test: {accuracy}, cross_validation: folds as never}});
}

test('the standard error of a share counts two more rows of either kind', () => {
  expect(shareError(95, 100)).toBeCloseTo(0.0245689, 7);
  expect(shareError(10, 10)).toBeGreaterThan(0);
});

test('the standard error of an area under the curve is the one in Hanley and McNeil: 0.893 on 51 and 58 cases, 0.0325', () => {
  expect(areaError(0.893, 51, 58)).toBeCloseTo(0.0325116, 7);
});

test('the standard error of a mean over five folds allows for the rows they share', () => {
  expect(errorOfMean({mean: 0.9, sd: 0.02, scores: [1, 2, 3, 4, 5]}, 1 / 4)).toBeCloseTo(0.0134164, 7);
});

test('without folds the test rows tell how large luck is: two standard errors of the difference', () => {
  const found = metricOf(twoClasses('a', 45), twoClasses('b', 47), 'accuracy');
  const size = 2 * Math.hypot(shareError(90, 100), shareError(92, 100));
  expect(found).toMatchObject({a: 0.9, b: 0.92, better: 'b', verdict: 'smaller', luck: {from: 'test_rows'}});
  expect(found.difference).toBeCloseTo(0.02);
  expect(found.luck?.size).toBeCloseTo(size);
  expect(found.words).toBe('smaller than the luck of the split (±0.085, from 100 test rows)');
});

test('a difference beyond luck is called larger', () => {
  const found = metricOf(twoClasses('a', 20), twoClasses('b', 47), 'recall');
  expect(found).toMatchObject({verdict: 'larger', better: 'b'});
});

test('a metric without a formula for its luck says what to do instead of guessing', () => {
  const [a, b] = [twoClasses('a', 45), twoClasses('b', 45)];
  const other = {...b, metrics: {test: {f1: 0.7}}};
  expect(metricOf(a, other, 'f1')).toMatchObject({
    verdict: 'unknown',
    words: 'not judged: how much of it is luck is not known',
  });
});

test('where luck is not known a note says how to know it, once', () => {
  const of = (run: string, f1: number) => runRecord(run, {metrics: {test: {f1, log_loss: f1}}});
  expect(compareRecords(of('a', 0.5), of('b', 0.6)).notes).toEqual([
    'How far figures move by luck shows in folds: set evaluation.cross_validate to 5 in both runs and compare again.',
  ]);
});

test('where both runs have folds those tell the luck, on the test rows and for the mean', () => {
  const a = withFolds('a', 0.9, [0.88, 0.92], 0.02);
  const b = withFolds('b', 0.95, [0.93, 0.97], 0.02);
  const [onTest, onFolds] = compareRecords(a, b).metrics;
  expect(onTest).toMatchObject({part: 'test', verdict: 'smaller', luck: {from: 'cross_validation'}});
  expect(onTest?.luck?.size).toBeCloseTo(2 * Math.hypot(0.02, 0.02));
  expect(onFolds).toMatchObject({part: 'cross_validation', a: 0.9, b: 0.95, luck: {from: 'cross_validation'}});
  expect(onFolds?.luck?.size).toBeCloseTo(2 * Math.SQRT2 * 0.02 * Math.sqrt(1 / 2 + 1));
});

test('folds of one run alone say nothing of the other', () => {
  const found = compareRecords(
    withFolds('a', 0.9, [0.88, 0.92], 0.02),
    runRecord('b', {metrics: {test: {accuracy: 1}}}),
  );
  expect(found.metrics).toEqual([expect.objectContaining({verdict: 'unknown', luck: null})]);
});

test('of two errors the smaller is better', () => {
  const of = (run: string, rmse: number) => runRecord(run, {metrics: {test: {rmse}}});
  expect(metricOf(of('a', 50), of('b', 60), 'rmse').better).toBe('a');
});

test('a metric that one run does not have is undefined there, not zero', () => {
  const found = metricOf(
    runRecord('a', {metrics: {test: {f1: 0.5}}}),
    runRecord('b', {metrics: {test: {f1: null}}}),
    'f1',
  );
  expect(found).toMatchObject({a: 0.5, b: null, difference: null, verdict: 'unknown', words: 'undefined in B'});
});

test('steps are told apart by their outputs, and by which run has them', () => {
  const steps = [stepRecord('ingestion.load'), stepRecord('preprocessing.scale'), stepRecord('training.fit')];
  const others = [steps[0]!, {...steps[2]!, output: 'e'.repeat(64)}, stepRecord('features.pca')];
  const found = compareRecords(runRecord('a', {steps}), runRecord('b', {steps: others}));
  expect(found.steps.map(({id, verdict}) => `${id} ${verdict}`)).toEqual([
    'ingestion.load same',
    'preprocessing.scale only_a',
    'training.fit differs',
    'features.pca only_b',
  ]);
});

test('what makes figures hard to compare is said', () => {
  const b = runRecord('b', {
    steps: [
      stepRecord('ingestion.load', {output: 'e'.repeat(64)}),
      stepRecord('training.fit', {status: 'failed', output: null}),
    ],
    pipeline: {traps: ['score_on_train']},
    product: '0.2.0',
    node: 'v22.0.0',
  });
  expect(compareRecords(runRecord('a'), b).notes).toEqual([
    'They read different data, so their figures do not compare.',
    'B failed at `training.fit`.',
    'B is not honest: it was run with a mistake on purpose, and its figures flatter.',
    'A was made by version test, B by 0.2.0.',
    'A was made with Node test, B with v22.0.0.',
  ]);
});

test('two equal runs are identical, setting by setting and step by step', async () => {
  const ports = memoryPorts();
  await recordRun(ports, 'wine');
  await recordRun(ports, 'wine');
  const found = diffRuns('latest~1', 'latest', ports);
  expect(found).toMatchObject({identical: true, settings: [], notes: [], data: {same: true}, same_test_rows: true});
  expect(found.steps.every(step => step.verdict === 'same')).toBe(true);
  expect(found.metrics.filter(({a}) => a !== null).every(({verdict}) => verdict === 'equal')).toBe(true);
});

test('real runs differ in the settings that were changed, and in nothing else', async () => {
  const ports = memoryPorts();
  const a = await recordRun(ports, 'breast_cancer');
  const b = await recordRun(
    ports,
    'breast_cancer',
    'training.params.C=0.01',
    'preprocessing.scale=min_max',
    'name=mine',
  );
  const found = diffRuns(a.run, b.run, ports);
  expect(found.settings).toEqual([
    {setting: 'preprocessing.scale', a: 'standard', b: 'min_max'},
    {setting: 'training.params.C', a: 1, b: 0.01},
  ]);
  expect(found.metrics.find(({metric}) => metric === 'roc_auc')?.luck?.from).toBe('test_rows');
  expect(found).toMatchObject({data: {same: true}, same_test_rows: true});
});

test('another model is one setting, not all the parameters that came with it', async () => {
  const ports = memoryPorts();
  const a = await recordRun(ports, 'iris');
  const b = await recordRun(ports, 'iris', 'training.model=knn', 'training.params.n_neighbors=3');
  expect(diffRuns(a.run, b.run, ports).settings).toEqual([
    {setting: 'training.model', a: 'logistic_regression', b: 'knn'},
    {setting: 'training.params.n_neighbors', a: null, b: 3},
  ]);
});

test('another seed is another split of the same data', async () => {
  const ports = memoryPorts();
  const a = await recordRun(ports, 'iris');
  const b = await recordRun(ports, 'iris', 'seed=7');
  const found = diffRuns(a.run, b.run, ports);
  expect(found.settings).toEqual([{setting: 'seed', a: 42, b: 7}]);
  expect(found.notes[0]).toBe('They were tested on different rows of the same data.');
});
