import {expect, test} from 'vitest';
import {runOn} from '../../helpers/run-pipeline.ts';

test('balanced class weights find more of the rare class', async () => {
  const [plain, balanced] = await Promise.all([
    runOn('card_fraud', []),
    runOn('card_fraud', ['training.class_weight=balanced']),
  ]);
  expect(balanced.metrics.test.recall!).toBeGreaterThan(plain.metrics.test.recall ?? 0);
  expect(balanced.metrics.test.balanced_accuracy!).toBeGreaterThan(plain.metrics.test.balanced_accuracy!);
});

test('class weights mean nothing to knn, and it says so', async () => {
  await expect(runOn('wine', ['training.model=knn', 'training.class_weight=balanced'])).rejects.toMatchObject({
    code: 'bad_setting',
    message: 'Step `training.fit` failed: `class_weight: balanced` means nothing to `knn`.',
    hint: expect.stringContaining('Leave it at none, or choose logistic_regression, decision_tree or random_forest.'),
  });
});

test.each(['knn', 'logistic_regression'])(
  'the mljs implementation of %s does the same work behind the same contract',
  async model => {
    const [own, other] = await Promise.all([
      runOn('iris', [`training.model=${model}`]),
      runOn('iris', [`training.model=${model}`, 'training.implementation=mljs']),
    ]);
    expect(other.metrics.test.accuracy!).toBeGreaterThan(0.85);
    const fittedBy = (result: typeof own) => result.steps.find(({id}) => id === 'training.fit')!;
    expect(fittedBy(other).key).not.toBe(fittedBy(own).key);
  },
);

test('mljs for a model it does not have is refused', async () => {
  await expect(runOn('wine', ['training.model=decision_tree', 'training.implementation=mljs'])).rejects.toMatchObject({
    code: 'bad_pipeline',
    message: '`mljs` has no model `decision_tree`.',
    hint: 'Use knn or logistic_regression with it, or `implementation: builtin`.',
  });
});

test('mljs for numbers is refused', async () => {
  await expect(runOn('diabetes', ['training.model=knn', 'training.implementation=mljs'])).rejects.toMatchObject({
    code: 'bad_setting',
    message: 'The mljs implementation of `knn` is for classes only.',
  });
});

test.each([
  ['diabetes', 'naive_bayes', '`naive_bayes` predicts classes, and the target is a number.'],
  ['wine', 'ridge', '`ridge` predicts numbers, and the target is a class.'],
])('on %s the model %s is refused with those that can do it', async (dataset, model, message) => {
  await expect(runOn(dataset, [`training.model=${model}`])).rejects.toMatchObject({
    code: 'bad_setting',
    message,
    hint: expect.stringContaining('Set `training.model` to one of'),
  });
});
