import {expect, test} from 'vitest';
import {runOn, runOnCsv} from '../../helpers/run-pipeline.ts';

test('cross-validation has the spread of the model and, on the same folds, of the baseline', async () => {
  const {metrics} = await runOn('breast_cancer', ['evaluation.cross_validate=5']);
  const folds = metrics.cross_validation!;
  expect(folds).toMatchObject({metric: 'roc_auc', trials: 5, mean: folds.all.roc_auc!.mean, sd: folds.all.roc_auc!.sd});
  expect(folds.scores).toHaveLength(5);
  expect(folds.mean).toBeGreaterThan(0.98);
  // The dummy gives every row the same probability: its ranking is a coin.
  expect(folds.baseline).toMatchObject({mean: 0.5, sd: 0, scores: [0.5, 0.5, 0.5, 0.5, 0.5]});
  expect(folds.baseline!.all.accuracy!.mean).toBeCloseTo(0.627, 2);
});

test('what is undefined in every fold is missing with its reason, never 0', async () => {
  const {metrics, undefined_metrics} = await runOn('breast_cancer', [
    'training.model=dummy',
    'evaluation.cross_validate=5',
  ]);
  const folds = metrics.cross_validation!;
  expect(folds.all).not.toHaveProperty('precision');
  expect(folds.undefined.precision).toMatchObject({trials: 5});
  expect(undefined_metrics['cross_validation.precision']).toContain('No row was predicted to be `malignant`');
});

test('a repeated evaluation divides the rows anew each time, and the luck of the split shows', async () => {
  const {metrics, steps} = await runOn('breast_cancer', ['evaluation.repeat=20']);
  const repeated = metrics.repeated!;
  expect(repeated).toMatchObject({metric: 'roc_auc', trials: 20});
  expect(new Set(repeated.all.log_loss!.scores).size).toBe(20);
  // Over 200 seeds scikit-learn's accuracy is .976 ± .011 (engine notes, c 11).
  expect(repeated.all.accuracy!.mean).toBeCloseTo(0.976, 2);
  expect(repeated.all.accuracy!.sd).toBeGreaterThan(0.004);
  expect(repeated.all.accuracy!.sd).toBeLessThan(0.02);
  expect(repeated.baseline!.all.accuracy!.scores).toHaveLength(20);
  expect(steps.find(({id}) => id === 'evaluation.repeat')!.status).toBe('ran');
});

test('twenty repeats begin with the same ten that ten repeats have', async () => {
  const [few, many] = await Promise.all([
    runOn('wine', ['evaluation.repeat=3']),
    runOn('wine', ['evaluation.repeat=6']),
  ]);
  expect(many.metrics.repeated!.scores.slice(0, 3)).toEqual(few.metrics.repeated!.scores);
});

test.each([
  ['split.column=x', 'split.column'],
  ['split.time=x', 'split.time'],
])('a split that can be made in one way only (%s) is not repeated', async (setting, name) => {
  await expect(runOn('wine', [setting, 'evaluation.repeat=5'])).rejects.toMatchObject({
    code: 'bad_setting',
    message: `\`evaluation.repeat\` tries other splits, and \`${name}\` allows one only.`,
    hint: 'Set `evaluation.repeat: 1`, and `evaluation.cross_validate: 5` to see the spread.',
  });
});

test('a single fold is refused', async () => {
  await expect(runOn('wine', ['evaluation.cross_validate=1'])).rejects.toMatchObject({
    code: 'bad_setting',
    message: '`evaluation.cross_validate: 1` leaves no rows to learn from.',
  });
});

test('more folds than rows of the largest class are refused with the number that is possible', async () => {
  const csv = ['x,y', ...Array.from({length: 24}, (_, row) => `${row},${row % 3}`)].join('\n');
  await expect(runOnCsv(csv, 'y', ['evaluation.cross_validate=10'])).rejects.toMatchObject({
    code: 'bad_setting',
    message: 'Step `evaluation.cross_validate` failed: 6 rows of the largest class cannot be cut into 10 folds.',
  });
});

test('regression has its spread, too', async () => {
  const {metrics} = await runOn('diabetes', ['evaluation.cross_validate=5', 'evaluation.repeat=5']);
  expect(metrics.cross_validation).toMatchObject({metric: 'r2'});
  expect(metrics.repeated!.mean).toBeGreaterThan(0.35);
  expect(metrics.repeated!.baseline!.mean).toBeLessThan(0.05);
});
