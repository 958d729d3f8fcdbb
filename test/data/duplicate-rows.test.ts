import fc from 'fast-check';
import {expect, test} from 'vitest';
import {duplicateRows, firstEqualRows} from '../../src/data/duplicate-rows.ts';
import {makeLevels, makeTable, rowAt} from '../../src/data/table.ts';

test('later copies are found, and a gap equals a gap', () => {
  const table = makeTable([
    {name: 'n', type: 'number', values: Float64Array.of(1, Number.NaN, 1, Number.NaN, 2, 1)},
    makeLevels('w', ['a', null, 'a', null, 'a', 'b']),
  ]);
  expect([...duplicateRows(table)]).toEqual([2, 3]);
  expect([...firstEqualRows(table)]).toEqual([0, 1, 0, 1, 4, 5]);
});

test('zero and minus zero are one value', () => {
  const table = makeTable([{name: 'n', type: 'number', values: Float64Array.of(0, -0)}]);
  expect([...duplicateRows(table)]).toEqual([1]);
});

test('an empty table has no copies', () => {
  expect(duplicateRows(makeTable([]))).toHaveLength(0);
});

test('the answer is the same as comparing every pair of rows', () => {
  const cell = fc.constantFrom(0, 1, 0.5, Number.NaN);
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, fc.constantFrom('a', 'b', null)), {minLength: 1}), rows => {
      const table = makeTable([
        {name: 'x', type: 'number', values: Float64Array.from(rows, row => row[0])},
        {name: 'y', type: 'number', values: Float64Array.from(rows, row => row[1])},
        makeLevels(
          'w',
          rows.map(row => row[2]),
        ),
      ]);
      const texts = rows.map((_, row) => JSON.stringify(rowAt(table, row)));
      expect([...firstEqualRows(table)]).toEqual(texts.map(text => texts.indexOf(text)));
    }),
  );
});
