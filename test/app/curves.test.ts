import {expect, test} from 'vitest';
import {learningCurve, lossCurve, thresholdSweep, validationCurve} from '../../src/app/curves.ts';
import {readRequest} from '../../src/app/read-request.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';
import {runOn} from '../helpers/run-pipeline.ts';

const request = async (dataset: string, ...set: string[]) => ({spec: await readRequest({dataset, set}), folder: '.'});

test('a learning curve has a score on both sides at six sizes, and the gap closes', async () => {
  const curve = await learningCurve(await request('breast_cancer', 'training.model=decision_tree'), memoryPorts());
  expect(curve.metric).toBe('roc_auc');
  expect(curve.sizes).toEqual([34, 68, 119, 170, 255, 340]);
  // A full tree knows its own rows by heart.
  expect(curve.train).toEqual([1, 1, 1, 1, 1, 1]);
  expect(curve.validation.at(-1)!).toBeGreaterThan(curve.validation[0]!);
  expect(curve.validationSd).toHaveLength(6);
});

test('sizes with too few rows to learn from are left out with the reason', async () => {
  const curve = await learningCurve(
    await request('wine', 'training.model=knn', 'training.params.n_neighbors=30'),
    memoryPorts(),
  );
  expect(curve.left_out.map(({at}) => at)).toEqual([11, 21]);
  expect(curve.left_out[0]!.reason).toBe('`n_neighbors` is 30, but there are only 11 training rows.');
  expect(curve.sizes).toEqual([37, 53, 80, 106]);
});

test('a learning curve makes do with fewer folds where there are fewer groups', async () => {
  const asked = await request('subscriptions', 'split.group=country', 'training.model=naive_bayes');
  expect((await learningCurve(asked, memoryPorts())).sizes).toHaveLength(6);
});

test('a run measures the learning curve when it is asked to, once', async () => {
  const ports = memoryPorts();
  const {learning_curve, steps} = await runOn('wine', ['evaluation.learning_curve=true'], {ports});
  expect(steps.map(({id}) => id)).toContain('evaluation.learning_curve');
  expect(await learningCurve(await request('wine'), ports)).toEqual(learning_curve);
  expect((await runOn('wine', [])).learning_curve).toBeNull();
});

test('a validation curve shows under-fitting and over-fitting along one setting', async () => {
  const ports = memoryPorts();
  const base = await request('breast_cancer', 'training.model=decision_tree');
  const curve = await validationCurve({...base, setting: 'max_depth', values: [1, 2, 4, 'none']}, ports);
  expect(curve).toMatchObject({setting: 'max_depth', values: [1, 2, 4, null], metric: 'roc_auc', left_out: []});
  expect(curve.train).toEqual([...curve.train].sort((a, b) => a - b));
  expect(curve.train.at(-1)).toBe(1);
  expect(ports.runs.list()).toEqual([]);
});

test('a validation curve also goes along a setting of a step, and leaves out what fails', async () => {
  const curve = await validationCurve(
    {...(await request('wine', 'training.model=knn')), setting: 'n_neighbors', values: [5, 500]},
    memoryPorts(),
  );
  expect(curve.values).toEqual([5]);
  expect(curve.left_out).toMatchObject([{at: 500}]);
  const scales = await validationCurve(
    {...(await request('wine', 'training.model=knn')), setting: 'preprocessing.scale', values: ['none', 'standard']},
    memoryPorts(),
  );
  expect(scales.validation[1]! - scales.validation[0]!).toBeGreaterThan(0.1);
});

test('a validation curve along an unknown setting is refused with the nearest', async () => {
  const wrong = {...(await request('wine')), setting: 'preprocessing.scal', values: ['none']};
  await expect(validationCurve(wrong, memoryPorts())).rejects.toMatchObject({
    code: 'bad_setting',
    message: 'There is no setting `preprocessing.scal` to search.',
    hint: expect.stringContaining('Did you mean preprocessing.scale?'),
  });
});

test('the loss falls by iteration, and a model without iterations has no such curve', async () => {
  const {curves} = (await lossCurve(await request('breast_cancer'), memoryPorts()))!;
  const {values} = curves[0]!;
  // Before it learned anything a model of two classes is as sure as a coin: ln 2.
  expect(values[0]).toBeCloseTo(Math.LN2, 9);
  expect([...values]).toEqual([...values].sort((a, b) => b - a));
  expect(await lossCurve(await request('breast_cancer', 'training.model=knn'), memoryPorts())).toBeNull();
});

test('a sweep over the thresholds agrees with the run at the threshold it was made with', async () => {
  const ports = memoryPorts();
  const sweep = (await thresholdSweep(await request('breast_cancer'), ports))!;
  const {confusion, metrics} = await runOn('breast_cancer', [], {ports});
  const place = sweep.thresholds.findIndex(threshold => threshold > 0.5);
  const [[tn, fp], [fn, tp]] = confusion!.matrix as [[number, number], [number, number]];
  expect([sweep.tn, sweep.fp, sweep.fn, sweep.tp].map(column => column[place])).toEqual([tn, fp, fn, tp]);
  expect(sweep.f1[place]).toBeCloseTo(metrics.test.f1!, 12);
  expect(await thresholdSweep(await request('wine'), ports)).toBeNull();
});
