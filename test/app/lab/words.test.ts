import {expect, test} from 'vitest';
import {plainCondition, sayFigure, sayValue, writeFlow} from '../../../src/app/lab/words.ts';

test('a checked condition is said in short figures and plain paths', () => {
  const said = [
    'test.accuracy (0.977778) is more than test.accuracy of the run before + 0.05 (0.738889).',
    'pipeline.preprocessing.scale (standard) differs from none.',
    'honest (true) is true.',
    'steps.split.rows.output (sha256:ccff1eadd6aa) is steps.split.rows.output of the run before (sha256:ccff1eadd6aa).',
    'fingerprint (sha256:1111111111aa) differs from fingerprint of the run before (sha256:2222222222bb).',
    'steps.training.fit.status (ran) is not unchanged.',
    'predict.test.accuracy (0.978) is more than predict.test.accuracy of the run before + 0.3 (0.633).',
    'steps.preprocessing.impute.rows.1 (1734) is less than steps.preprocessing.impute.rows.1 of the run before (2250).',
  ].map(plainCondition);
  expect(said).toEqual([
    'Test accuracy (0.978) is more than test accuracy before + 0.05 (0.739).',
    'preprocessing.scale (standard) differs from none.',
    'Honest is true.',
    'Output of split.rows is as before (ccff1eadd6).',
    'Fingerprint is another than before (2222222222 → 1111111111).',
    'Status of training.fit (ran) is not unchanged.',
    'Predict test accuracy (0.978) is more than predict test accuracy before + 0.3 (0.633).',
    'Rows after preprocessing.impute (1734) is less than rows after preprocessing.impute before (2250).',
  ]);
});

test('figures and values are said as people read them', () => {
  expect(sayFigure('metrics.test.roc_auc')).toBe('test roc auc');
  expect(sayFigure('steps.preprocessing.impute.rows.1')).toBe('rows after preprocessing.impute');
  expect(sayValue(0.123456)).toBe('0.123');
  expect(sayValue(`sha256:${'ab'.repeat(32)}`)).toBe('ababababab');
  expect(sayValue(null)).toBe('none');
});

test('a value is written as YAML on one line, as it may be typed in again', () => {
  expect(writeFlow({C: [0.1, 1], 'preprocessing.scale': ['none', 'a: b'], max_depth: [null, true]})).toBe(
    '{C: [0.1, 1], preprocessing.scale: [none, "a: b"], max_depth: [none, true]}',
  );
});
