import {expect, test} from 'vitest';
import {findJsonFault, lineAndColumn} from '../../src/data/json-fault.ts';

const whole = '{"a": [1, -2.5e-3, true, null, "x\\u00e9\\n\\"y"], "b": {"c": {}, "d": []}}';

test('every beginning of a JSON text ends too early', () => {
  for (let length = 0; length < whole.length; length++) {
    expect(findJsonFault(whole.slice(0, length))).toEqual({message: 'it ends too early', position: length});
  }
});

test.each([
  ['{"a": }', '}', 6],
  ['[1, 2,]', ']', 6],
  ['{a: 1}', 'a', 1],
  ["{'a': 1}", "'", 1],
  ['[1] x', 'x', 4],
  ['nulx', 'x', 3],
  ['[1 2]', '2', 3],
])('in %s the fault is %s at %i', (text, character, position) => {
  expect(findJsonFault(text)).toEqual({message: `\`${character}\` is not expected there`, position});
});

test('in a very long text the place is not looked for', () => {
  expect(findJsonFault(`[${'1,'.repeat(3_000_000)}]`)).toEqual({message: 'it is damaged', position: undefined});
});

test('a position is a line and a column', () => {
  expect(lineAndColumn('ab\ncd', 0)).toEqual({line: 1, column: 1});
  expect(lineAndColumn('ab\ncd', 4)).toEqual({line: 2, column: 2});
});
