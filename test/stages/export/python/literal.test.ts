import fc from 'fast-check';
import {expect, test} from 'vitest';
import {commentText, pythonNumber, pythonString, pythonValue} from '../../../../src/stages/export/python/literal.ts';
import {runScripts} from '../../../helpers/python.ts';

test('a string literal escapes what ends it, what breaks the line and what cannot be seen', () => {
  expect(pythonString('plan')).toBe("'plan'");
  expect(pythonString("it's")).toBe('"it\'s"');
  expect(pythonString('\'"\\')).toBe("'\\'\"\\\\'");
  expect(pythonString('a\nb\tc\0\u007f')).toBe("'a\\nb\\tc\\x00\\x7f'");
  expect(pythonString('\u202e\u2028\ufeff\u00a0\ud800')).toBe("'\\u202e\\u2028\\ufeff\\xa0\\ud800'");
  expect(pythonString('größe 🦆')).toBe("'größe 🦆'");
  expect(pythonString('\u{e0001}')).toBe("'\\U000e0001'");
});

test('numbers and other plain data are written as Python writes them', () => {
  expect([0.1, -2, 1e21, 5e-324, -0].map(pythonNumber)).toEqual(['0.1', '-2', '1e+21', '5e-324', '-0.0']);
  expect([Number.NaN, Infinity, -Infinity].map(pythonNumber)).toEqual(['np.nan', 'np.inf', '-np.inf']);
  expect(pythonValue({a: [null, true, false, 'x']})).toBe("{'a': [None, True, False, 'x']}");
});

test('a text in a comment stays on its line', () => {
  expect(commentText('a\nimport os\r\nb\u2028c\f')).toBe('a import os b\\u2028c\\x0c');
});

test('Python reads every string literal and every comment as what it was, whatever is in it', () => {
  const anything = fc.sample(
    fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string({unit: fc.constantFrom("'", '"', '\\', '\n', '\r', '#', 'x', '\u2028', '\x00')}),
    ),
    {numRuns: 500, seed: 4},
  );
  const text = [
    'import json',
    ...anything.map(value => `# ${commentText(value)}`),
    `print(json.dumps([${anything.map(pythonString).join(', ')}]))`,
  ].join('\n');
  const [outcome] = runScripts([{name: 'literals.py', text}]);
  expect(outcome).toHaveProperty('printed');
  expect(JSON.parse((outcome as {printed: string}).printed)).toEqual(anything);
});
