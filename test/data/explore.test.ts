import {expect, test} from 'vitest';
import {describe, preview, sortTable} from '../../src/data/explore.ts';
import {loadDanfo, toFrame} from '../../src/data/frame.ts';
import {cellsOf, makeLevels, makeTable, type Table} from '../../src/data/table.ts';
import {KnownError} from '../../src/errors.ts';

const table = makeTable([
  {name: 'n', type: 'number', values: Float64Array.of(3, Number.NaN, 1, 3)},
  makeLevels('w', ['b', 'c', null, 'a']),
]);

const column = (of: Table, index: number) => cellsOf(of.columns[index]!);

test('a preview is the first rows, or all where there are fewer', async () => {
  expect(column(await preview(table, 2), 0)).toEqual([3, null]);
  expect(await preview(table, 99)).toEqual(table);
  expect((await preview(table, 0)).rows).toBe(0);
});

test('describe leaves gaps out, where danfojs says NaN', async () => {
  const frame = await toFrame(table);
  expect(frame.describe().values.map(row => row[0])).toEqual([3, NaN, NaN, 1, NaN, 3, NaN]);
  expect(await describe(table)).toEqual([
    {name: 'n', count: 3, gaps: 1, mean: 7 / 3, std: expect.closeTo(1.1547005383792515, 14), min: 1, median: 3, max: 3},
  ]);
});

test('describe says null where there are too few values', async () => {
  const few = makeTable([
    {name: 'none', type: 'number', values: Float64Array.of(Number.NaN)},
    {name: 'one', type: 'number', values: Float64Array.of(4)},
  ]);
  expect(await describe(few)).toMatchObject([
    {count: 0, mean: null, std: null, max: null},
    {count: 1, mean: 4, std: null, max: 4},
  ]);
});

test('numbers are sorted with gaps last, where danfojs loses its way', async () => {
  const {Series} = await loadDanfo();
  expect(new Series([3, Number.NaN, 1]).sortValues().values).not.toEqual([1, 3, Number.NaN]);
  expect(column(await sortTable(table, 'n'), 0)).toEqual([1, 3, 3, null]);
  expect(column(await sortTable(table, 'n', {descending: true}), 0)).toEqual([3, 3, 1, null]);
});

test('words are sorted forwards, where danfojs sorts them backwards', async () => {
  const {Series} = await loadDanfo();
  expect(new Series(['b', 'a', 'c']).sortValues().values).toEqual(['c', 'b', 'a']);
  expect(column(await sortTable(table, 'w'), 1)).toEqual(['a', 'b', 'c', null]);
  expect(column(await sortTable(table, 'w', {descending: true}), 1)).toEqual(['c', 'b', 'a', null]);
});

test('equal rows stay in their order, in both directions', async () => {
  expect(column(await sortTable(table, 'n'), 1)).toEqual([null, 'b', 'a', 'c']);
  expect(column(await sortTable(table, 'n', {descending: true}), 1)).toEqual(['b', 'a', null, 'c']);
});

test('an unknown column suggests the nearest', async () => {
  await expect(sortTable(table, 'N')).rejects.toThrow(KnownError);
  await expect(sortTable(table, 'N')).rejects.toMatchObject({code: 'unknown_column', hint: 'Did you mean `n`?'});
});
