import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lineText, lineWidth} from '../../../src/ui/components/rich-text.ts';
import {fitColumns, tableLines} from '../../../src/ui/components/table-lines.ts';
import {glyphSets} from '../../../src/ui/theme/glyphs.ts';

const textOf = (table: ReturnType<typeof tableLines>) => [...table.head, ...table.body].map(lineText);

test('numbers stand at the right, words at the left', () => {
  const columns = [{title: 'model'}, {title: 'accuracy'}, {title: 'rows'}];
  const rows = [
    ['knn', '0.91', '1200'],
    ['logistic_regression', '0.9', '-'],
  ];
  expect(textOf(tableLines(columns, rows, 60, glyphSets.block))).toEqual([
    'model                accuracy  rows',
    '───────────────────────────────────',
    'knn                      0.91  1200',
    'logistic_regression       0.9     -',
  ]);
});

test('wide columns give way first, then columns are left out and counted', () => {
  const columns = [{title: 'name'}, {title: 'a'}, {title: 'b'}, {title: 'c'}];
  const rows = [['a very long name indeed', '1', '2', '3']];
  expect(textOf(tableLines(columns, rows, 20, glyphSets.block))[2]).toBe('a very lon…  1  2  3');
  expect(textOf(tableLines(columns, rows, 11, glyphSets.block))[0]).toBe('name   a +2');
});

test('a table never exceeds its width', () => {
  const cell = fc.oneof(fc.string({unit: 'grapheme', maxLength: 20}), fc.integer().map(String));
  const table = fc.integer({min: 1, max: 8}).chain(columns =>
    fc.record({
      titles: fc.array(cell, {minLength: columns, maxLength: columns}),
      rows: fc.array(fc.array(cell, {minLength: columns, maxLength: columns}), {maxLength: 6}),
    }),
  );
  fc.assert(
    fc.property(table, fc.integer({min: 4, max: 100}), ({titles, rows}, width) => {
      const columns = titles.map(title => ({title}));
      const {head, body} = tableLines(columns, rows, width, glyphSets.block);
      for (const line of [...head, ...body]) expect(lineWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});

test('columns get their wish where there is room', () => {
  expect(fitColumns([5, 8], [4, 4], 15)).toEqual([5, 8]);
  expect(fitColumns([5, 20], [4, 4], 15)).toEqual([5, 8]);
  expect(fitColumns([20, 20], [4, 4], 12)).toEqual([5, 5]);
});
