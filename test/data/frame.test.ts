import {expect, test} from 'vitest';
import {fromFrame, loadDanfo, toFrame} from '../../src/data/frame.ts';
import {type Column, makeLevels, makeTable} from '../../src/data/table.ts';

const numbers = (name: string, ...values: readonly number[]): Column => ({
  name,
  type: 'number',
  values: Float64Array.from(values),
});

test('a table survives the way into a frame and back', async () => {
  const table = makeTable([
    numbers('n', 1, Number.NaN, -2.5),
    makeLevels('w', [null, 'b', 'a']),
    makeLevels('day', ['2024-01-01', null, '2023-05-05'], 'date'),
  ]);
  expect(fromFrame(await toFrame(table))).toEqual(table);
});

test('a frame keeps its own shape when a column is called so', async () => {
  const names = [
    'shape',
    'values',
    'columns',
    'index',
    'constructor',
    '__proto__',
    '$data',
    'shape_',
    'shape__',
    'plain_',
  ];
  const table = makeTable(names.map((name, index) => numbers(name, index, index + 1)));
  const frame = await toFrame(table);
  expect(frame.shape).toEqual([2, names.length]);
  expect(fromFrame(frame)).toEqual(table);
});

test('danfojs itself loses its shape to such a column', async () => {
  const {DataFrame} = await loadDanfo();
  expect(new DataFrame([[1, 2]], {columns: ['shape', 'b']}).shape).not.toEqual([1, 2]);
});

test('types come from a table that is like the frame', async () => {
  const table = makeTable([
    {name: 'n', type: 'encoded', values: Float64Array.of(0, 1)},
    makeLevels('w', ['x', 'y'], 'text'),
  ]);
  const frame = await toFrame(table);
  expect(fromFrame(frame).columns.map(column => column.type)).toEqual(['number', 'category']);
  expect(fromFrame(frame, table)).toEqual(table);
});

test('types are found from all values, not from the first rows as danfojs does', async () => {
  const {DataFrame} = await loadDanfo();
  const rows = [...Array.from({length: 30}, () => [1]), ['word']];
  expect(new DataFrame(rows, {columns: ['a']}).dtypes).toEqual(['int32']);
  expect(fromFrame(new DataFrame(rows, {columns: ['a']})).columns[0]?.type).toBe('category');
});

test('an empty table makes an empty frame', async () => {
  const table = makeTable([numbers('n'), makeLevels('w', [])]);
  expect(fromFrame(await toFrame(table))).toEqual(table);
});
