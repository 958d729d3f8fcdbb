import {expect, test} from 'vitest';
import {importLines} from '../../../../src/stages/export/python/imports.ts';
import {
  indentLines,
  joinParts,
  pythonCall,
  pythonComment,
  pythonList,
} from '../../../../src/stages/export/python/layout.ts';

test('a list stays on its line where it fits, else its items fill lines', () => {
  expect(pythonList(['1', '2'], 'A = ')).toBe('[1, 2]');
  const long = pythonList(
    Array.from({length: 40}, (_, index) => String(1000 + index)),
    'A = ',
  );
  expect(long.split('\n').every(line => line.length <= 100)).toBe(true);
  expect(long).toMatch(/^\[\n {4}1000, 1001,[\s\S]*1039,\n\]$/);
});

test('a call that does not fit gets a line per argument', () => {
  expect(pythonCall('f', ['a', 'b=1'])).toBe('f(a, b=1)');
  expect(pythonCall('f', ['a'.repeat(60), 'b'.repeat(60)])).toBe(
    `f(\n    ${'a'.repeat(60)},\n    ${'b'.repeat(60)},\n)`,
  );
});

test('a comment is broken between words, its later lines under the first', () => {
  const lines = pythonComment(`- ${'word '.repeat(30).trim()}`, '', '  ').split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^# - word .{80,}$/);
  expect(lines[1]).toMatch(/^# {3}word /);
});

test('empty lines are not indented, and parts stand two lines apart', () => {
  expect(indentLines('a\n\nb')).toBe('    a\n\n    b');
  expect(joinParts(['a', null, '', 'b'])).toBe('a\n\n\nb\n');
});

test('imports are found by the names in code, not by those in texts and comments', () => {
  const modules = {'sklearn.a': ['Ridge', 'PCA'], 'sklearn.b': ['Lasso']};
  const body = "x = Ridge('Lasso', np.nan)  # PCA\nprint(json)";
  expect(importLines(body, modules)).toBe('import json\n\nimport numpy as np\nfrom sklearn.a import Ridge');
});
