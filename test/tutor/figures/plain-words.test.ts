import {expect, test} from 'vitest';
import {plainCondition, sayFigure} from '../../../src/tutor/figures/plain-words.ts';

test('a checked condition is said in short figures and plain paths', () => {
  const said = [
    'test.accuracy (0.977778) is more than test.accuracy of the run before + 0.05 (0.738889).',
    'pipeline.preprocessing.scale (standard) differs from none.',
    'honest (true) is true.',
    'honest (false) is false.',
    'metrics.repeated.all.accuracy.mean (0.972308) is more than metrics.repeated.all.accuracy.mean of the run before + 0.01 (0.95).',
    'confusion.matrix.1.1 (52) is at most 60.',
    'honest_metrics.test.accuracy (0.9) is less than 0.95.',
    'steps.split.rows.output (sha256:ccff1eadd6aa) is steps.split.rows.output of the run before (sha256:ccff1eadd6aa).',
    'fingerprint (sha256:1111111111aa) differs from fingerprint of the run before (sha256:2222222222bb).',
    'steps.training.fit.status (ran) is not unchanged.',
    'predict.test.accuracy (0.978) is more than predict.test.accuracy of the run before + 0.3 (0.633).',
    'steps.preprocessing.impute.rows.1 (1734) is less than steps.preprocessing.impute.rows.1 of the run before (2250).',
  ].map(plainCondition);
  expect(said).toEqual([
    'Test accuracy (0.978) is more than test accuracy before + 0.05 (0.739).',
    'preprocessing.scale (standard) differs from none.',
    'No mistake is made on purpose.',
    'A mistake is made on purpose.',
    'Mean accuracy of the repeats (0.972) is more than mean accuracy of the repeats before + 0.01 (0.95).',
    'Confusion matrix, row 2, column 2 (52) is at most 60.',
    'Honest test accuracy (0.9) is less than 0.95.',
    'Output of split.rows is as before (ccff1ead).',
    'Fingerprint is another than before (22222222 → 11111111).',
    'Status of training.fit (ran) is not unchanged.',
    'Predict test accuracy (0.978) is more than predict test accuracy before + 0.3 (0.633).',
    'Rows after preprocessing.impute (1734) is less than rows after preprocessing.impute before (2250).',
  ]);
});

test('a figure is said as people say it', () => {
  expect(sayFigure('metrics.test.roc_auc')).toBe('test roc auc');
  expect(sayFigure('steps.preprocessing.impute.rows.1')).toBe('rows after preprocessing.impute');
  expect(sayFigure('repeated.all.accuracy.sd')).toBe('spread of the accuracy of the repeats');
});
