import {expect, test} from 'vitest';
import {sayValue, writeFlow} from '../../../src/app/lab/words.ts';

test('values are said as people read them', () => {
  expect(sayValue(0.123456)).toBe('0.123');
  expect(sayValue(`sha256:${'ab'.repeat(32)}`)).toBe('abababab');
  expect(sayValue(null)).toBe('none');
});

test('a value is written as YAML on one line, as it may be typed in again', () => {
  expect(writeFlow({C: [0.1, 1], 'preprocessing.scale': ['none', 'a: b'], max_depth: [null, true]})).toBe(
    '{C: [0.1, 1], preprocessing.scale: [none, "a: b"], max_depth: [none, true]}',
  );
});
