import {expect, test} from 'vitest';
import {loadDanfo} from '../../src/data/frame.ts';
import {groupCount, groupMean} from '../../src/data/group.ts';
import {makeLevels, makeTable, rowAt, type Table} from '../../src/data/table.ts';

const rowsOf = (table: Table) => Array.from({length: table.rows}, (_, row) => Object.values(rowAt(table, row)));

const table = makeTable([
  makeLevels('plan', ['b', 'a', 'b', null, 'a']),
  {name: 'fee', type: 'number', values: Float64Array.of(10, 2, Number.NaN, 7, 4)},
]);

test('rows are counted per group, in order of the values, gaps last', async () => {
  expect(rowsOf(await groupCount(table, ['plan']))).toEqual([
    ['a', 2],
    ['b', 2],
    [null, 1],
  ]);
});

test('a mean leaves gaps out and says how many values it is of', async () => {
  expect(rowsOf(await groupMean(table, ['plan'], 'fee'))).toEqual([
    ['a', 2, 3],
    ['b', 1, 10],
    [null, 1, 7],
  ]);
});

test('a group without values has no mean', async () => {
  const gaps = makeTable([
    makeLevels('k', ['x', 'y']),
    {name: 'v', type: 'number', values: Float64Array.of(Number.NaN, 1)},
  ]);
  expect(rowsOf(await groupMean(gaps, ['k'], 'v'))).toEqual([
    ['x', 0, null],
    ['y', 1, 1],
  ]);
});

test('two keys stay apart where danfojs merges them at their dashes', async () => {
  const {DataFrame} = await loadDanfo();
  const rows = [
    ['a-b', 'c', 1],
    ['a', 'b-c', 3],
  ];
  const merged = new DataFrame(rows, {columns: ['x', 'y', 'v']}).groupby(['x', 'y']).col(['v']).count();
  expect(merged.values).toHaveLength(1);
  const apart = makeTable([
    makeLevels('x', ['a-b', 'a']),
    makeLevels('y', ['c', 'b-c']),
    {name: 'v', type: 'number', values: Float64Array.of(1, 3)},
  ]);
  expect(rowsOf(await groupMean(apart, ['x', 'y'], 'v'))).toEqual([
    ['a', 'b-c', 1, 3],
    ['a-b', 'c', 1, 1],
  ]);
});

test('numbers can be keys, in the order of their size', async () => {
  const byNumber = makeTable([{name: 'n', type: 'number', values: Float64Array.of(10, 9, 10)}]);
  expect(rowsOf(await groupCount(byNumber, ['n']))).toEqual([
    [9, 1],
    [10, 2],
  ]);
});

test('a key called `count` keeps its name', async () => {
  const named = makeTable([makeLevels('count', ['x'])]);
  expect((await groupCount(named, ['count'])).columns.map(column => column.name)).toEqual(['count', 'count_2']);
});

test('an empty table has no groups', async () => {
  const empty = makeTable([makeLevels('k', []), {name: 'v', type: 'number', values: new Float64Array()}]);
  expect((await groupCount(empty, ['k'])).rows).toBe(0);
  expect((await groupMean(empty, ['k'], 'v')).rows).toBe(0);
});

test('words have no mean', async () => {
  await expect(groupMean(table, ['fee'], 'plan')).rejects.toMatchObject({code: 'bad_column'});
});
