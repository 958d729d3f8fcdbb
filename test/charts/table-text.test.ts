import {expect, test} from 'vitest';
import {tableTexts} from '../../src/charts/index.ts';

test('every cell is said after its heading', () => {
  const {lines, leftOut} = tableTexts({header: ['metric', 'test'], rows: [['accuracy', '0.9']]});
  expect(lines).toEqual(['metric accuracy, test 0.9']);
  expect(leftOut).toBe('');
});

test('a heading is not said twice, nor where it tells nothing, and an empty cell is not said at all', () => {
  const header = ['month', 'name', 'drifted', 'alert'];
  expect(tableTexts({header, rows: [['month 01', 'a', '', 'alert']]}).lines).toEqual(['month 01, a, alert']);
});

test('of a long table rows at even distances are said, with both ends, and how many were left out', () => {
  const rows = Array.from({length: 46}, (_, index) => [String(index)]);
  const {lines, leftOut} = tableTexts({header: ['row'], rows});
  expect(lines).toHaveLength(16);
  expect([lines[0], lines.at(-1)]).toEqual(['row 0', 'row 45']);
  expect(leftOut).toBe('(30 rows between these are left out.)');
});
