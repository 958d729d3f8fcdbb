import {expect, test} from 'vitest';
import {runOn} from '../../helpers/run-pipeline.ts';

const cancer = (...set: string[]) => runOn('breast_cancer', set);

test('a lower threshold finds more of the positive class and raises more false alarms', async () => {
  const [usual, low] = await Promise.all([cancer(), cancer('evaluation.threshold=0.05')]);
  expect(low.metrics.test.recall!).toBeGreaterThan(usual.metrics.test.recall!);
  expect(low.metrics.test.precision!).toBeLessThan(usual.metrics.test.precision!);
  // The ranking and the probabilities are the same.
  expect(low.metrics.test.roc_auc).toBe(usual.metrics.test.roc_auc);
  expect(low.metrics.test.log_loss).toBe(usual.metrics.test.log_loss);
});

test('a threshold that nothing reaches leaves precision undefined with the reason', async () => {
  const {metrics, undefined_metrics} = await cancer('evaluation.threshold=1');
  expect(metrics.test.precision).toBeNull();
  expect(undefined_metrics['test.precision']).toContain('No row was predicted to be `malignant`');
});

test('the metrics are about the class that is named positive', async () => {
  const [second, first] = await Promise.all([cancer(), cancer('evaluation.positive=benign')]);
  expect([second.data.positive, first.data.positive]).toEqual(['malignant', 'benign']);
  const [[tn, fp], [fn, tp]] = second.confusion!.matrix as [[number, number], [number, number]];
  expect(second.metrics.test.recall).toBeCloseTo(tp / (tp + fn), 12);
  expect(first.metrics.test.recall).toBeCloseTo(tn / (tn + fp), 12);
});

test('a positive class that is none is refused with the nearest', async () => {
  await expect(cancer('evaluation.positive=malign')).rejects.toMatchObject({
    code: 'bad_setting',
    message: expect.stringContaining('`evaluation.positive` names `malign`, which is no class of the target.'),
    hint: expect.stringContaining('The classes are benign, malignant.'),
  });
});

test('the average decides how the scores of many classes become one', async () => {
  const set = ['training.model=decision_tree', 'training.params.max_depth=2', 'preprocessing.scale=none'];
  const [macro, weighted, micro] = await Promise.all(
    ['macro', 'weighted', 'micro'].map(average => runOn('wine', [...set, `evaluation.average=${average}`])),
  );
  const scores = [macro, weighted, micro].map(result => result!.metrics.test.precision!);
  expect(new Set(scores).size).toBe(3);
  // Counted together, every wrong row is one false alarm and one miss.
  expect(micro!.metrics.test.precision).toBeCloseTo(micro!.metrics.test.accuracy!, 12);
});

test.each([
  ['wine', 'evaluation.threshold=0.3', '`evaluation.threshold` changes nothing with 3 classes.'],
  ['wine', 'evaluation.positive=cultivar_1', '`evaluation.positive` changes nothing with 3 classes.'],
  ['breast_cancer', 'evaluation.average=micro', '`evaluation.average` changes nothing with 2 classes.'],
  ['diabetes', 'evaluation.threshold=0.3', '`evaluation.threshold` changes nothing with a number as the target.'],
])('on %s the run warns that %s has no effect', async (dataset, setting, message) => {
  const known =
    dataset === 'wine' && setting.includes('positive')
      ? `evaluation.positive=${(await runOn('wine', [])).data.classes[0]}`
      : setting;
  const {warnings} = await runOn(dataset, [known]);
  expect(warnings).toContainEqual({code: 'setting.idle', message, at: known.split('=')[0]});
});

test.each([
  ['evaluation.threshold=2', '`threshold` cannot be 2.', 'Allowed: a number from 0 up to 1.'],
  ['evaluation.average=mean', '`average` cannot be "mean".', 'Allowed: macro, weighted, micro.'],
  ['evaluation.cross_validate=2.5', '`cross_validate` cannot be 2.5.', 'Allowed: a whole number from 0 up to 50.'],
  ['evaluation.repeat=0', '`repeat` cannot be 0.', 'Allowed: a whole number from 1 up to 1000.'],
])('%s is refused with what is allowed', async (setting, message, hint) => {
  await expect(cancer(setting)).rejects.toMatchObject({code: 'bad_pipeline', message, hint});
});
