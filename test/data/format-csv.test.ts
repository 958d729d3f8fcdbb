import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseCsv} from '../../src/data/csv.ts';
import {formatCsv} from '../../src/data/format-csv.ts';
import {inferTable} from '../../src/data/infer.ts';
import {type Column, cellsOf, makeLevels, makeTable, type Table} from '../../src/data/table.ts';

test('a table is written with quotes only where they are needed', () => {
  const table = makeTable([
    {name: 'size, m', type: 'number', values: Float64Array.of(1.5, Number.NaN, -0)},
    makeLevels('word', ['plain', 'say "hi"', null]),
  ]);
  expect(formatCsv(table)).toBe('"size, m",word\n1.5,plain\n,"say ""hi"""\n0,\n');
});

test('a gap in a table of one column is still a row', () => {
  const table = makeTable([{name: 'a', type: 'number', values: Float64Array.of(1, Number.NaN)}]);
  expect(inferTable(parseCsv(formatCsv(table))).table).toEqual(table);
});

const isWord = (word: string) => word.trim() !== '';
const word = fc
  .oneof(fc.string({unit: fc.constantFrom(...'ab01.-,;|\t"\r\n \0é😀')}), fc.string({unit: 'binary'}))
  .filter(isWord);
const columnOf = (rows: number, index: number): fc.Arbitrary<Column> => {
  const name = word.map(text => `${text.trim()}${index}`);
  const numbers = fc.array(fc.double({noDefaultInfinity: true, max: 1e308, min: -1e308}), {
    minLength: rows,
    maxLength: rows,
  });
  const words = fc.array(fc.option(word), {minLength: rows, maxLength: rows});
  return fc.oneof(
    fc
      .tuple(name, numbers)
      .map(([name, values]): Column => ({name, type: 'number', values: Float64Array.from(values, value => value + 0)})),
    fc.tuple(name, words).map(([name, values]) => makeLevels(name, values)),
  );
};
const anyTable = fc
  .tuple(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 4}))
  .chain(([rows, columns]) => fc.tuple(...Array.from({length: columns}, (_, index) => columnOf(rows, index))))
  .map(columns => makeTable(columns));

function typesOf(table: Table): Record<string, string> {
  return Object.fromEntries(table.columns.map(column => [column.name, column.type]));
}

test('any table comes back as it was, or its broken rows are named by line', () => {
  fc.assert(
    fc.property(anyTable, table => {
      const hasNul = table.columns
        .map(column => cellsOf(column).some(cell => String(cell).includes('\0')))
        .includes(true);
      fc.pre(!table.columns.some(column => column.name.includes('\0')));
      const raw = parseCsv(formatCsv(table));
      if (hasNul) expect(raw.rejected).toBeGreaterThan(0);
      else expect(inferTable(raw, {missing: [''], types: typesOf(table)}).table).toEqual(table);
    }),
    {numRuns: 500},
  );
});
