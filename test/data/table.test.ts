import {expect, test} from 'vitest';
import {
  byCodePoint,
  cellsOf,
  countGaps,
  dropColumns,
  makeLevels,
  makeTable,
  pruneLevels,
  rowAt,
  takeRows,
} from '../../src/data/table.ts';

const table = makeTable([
  {name: 'n', type: 'number', values: Float64Array.of(1, Number.NaN, 3)},
  makeLevels('w', ['b', null, 'a']),
]);

test('a gap is null for people, and is counted', () => {
  expect(table.columns.map(cellsOf)).toEqual([
    [1, null, 3],
    ['b', null, 'a'],
  ]);
  expect(table.columns.map(countGaps)).toEqual([1, 1]);
  expect(rowAt(table, 2)).toEqual({n: 3, w: 'a'});
});

test('rows may be taken in any order and more than once', () => {
  expect(takeRows(table, Int32Array.of(2, 2, 0)).columns.map(cellsOf)).toEqual([
    [3, 3, 1],
    ['a', 'a', 'b'],
  ]);
});

test('columns are dropped by name, and a name that is not there is no error', () => {
  expect(dropColumns(table, ['n', 'zzz']).columns.map(column => column.name)).toEqual(['w']);
});

test('columns of different lengths are a bug', () => {
  expect(() => makeTable([...table.columns, makeLevels('short', ['x'])])).toThrow('Column short has 1 rows');
});

test('pruning keeps the cells and drops the levels that do not occur', () => {
  const column = pruneLevels({name: 'w', type: 'category', levels: ['a', 'b', 'c'], codes: Int32Array.of(2, -1, 0)});
  expect(column).toMatchObject({levels: ['a', 'c'], codes: Int32Array.of(1, -1, 0)});
});

test('words are ordered by code point, also beyond U+FFFF', () => {
  expect(['ä', '😀', 'b', 'B', '\uFF5E', 'ab', 'a', ''].sort(byCodePoint)).toEqual([
    '',
    'B',
    'a',
    'ab',
    'b',
    'ä',
    '\uFF5E',
    '😀',
  ]);
});
