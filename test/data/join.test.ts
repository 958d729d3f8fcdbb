import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type JoinKind, joinTables} from '../../src/data/join.ts';
import {makeLevels, makeTable, rowAt, type Table} from '../../src/data/table.ts';

const rowsOf = (table: Table) => Array.from({length: table.rows}, (_, row) => Object.values(rowAt(table, row)));

function twoColumns(key: string, words: readonly (string | null)[], value: string, numbers: readonly number[]): Table {
  return makeTable([makeLevels(key, words), {name: value, type: 'number', values: Float64Array.from(numbers)}]);
}

const customers = twoColumns('id', ['c', 'a', 'b', null], 'age', [30, 10, 20, 40]);
const payments = twoColumns('id', ['a', 'c', 'a', 'x', null], 'paid', [1, 3, 2, 9, 8]);

test('an inner join keeps the rows with a partner, in the order of the left', async () => {
  expect(rowsOf(await joinTables(customers, payments, ['id'], 'inner'))).toEqual([
    ['c', 30, 3],
    ['a', 10, 1],
    ['a', 10, 2],
  ]);
});

test('a left join keeps every row of the left, with gaps where it has no partner', async () => {
  expect(rowsOf(await joinTables(customers, payments, ['id'], 'left'))).toEqual([
    ['c', 30, 3],
    ['a', 10, 1],
    ['a', 10, 2],
    ['b', 20, null],
    [null, 40, null],
  ]);
});

test('a right join keeps every row of the right, in its order', async () => {
  expect(rowsOf(await joinTables(customers, payments, ['id'], 'right'))).toEqual([
    ['a', 10, 1],
    ['c', 30, 3],
    ['a', 10, 2],
    ['x', null, 9],
    [null, null, 8],
  ]);
});

test('an outer join keeps everything, and a gap is never a partner', async () => {
  const joined = rowsOf(await joinTables(customers, payments, ['id'], 'outer'));
  expect(joined).toHaveLength(7);
  expect(joined.slice(-2)).toEqual([
    ['x', null, 9],
    [null, null, 8],
  ]);
});

test('two keys stay apart where danfojs merges them at their underscores', async () => {
  const left = makeTable([makeLevels('x', ['a_b']), makeLevels('y', ['c'])]);
  const right = makeTable([makeLevels('x', ['a']), makeLevels('y', ['b_c'])]);
  expect((await joinTables(left, right, ['x', 'y'], 'inner')).rows).toBe(0);
});

test('a name that both tables have gets a number on the right', async () => {
  const joined = await joinTables(customers, customers, ['id'], 'inner');
  expect(joined.columns.map(column => column.name)).toEqual(['id', 'age', 'age_2']);
});

test('numbers join numbers, and never words', async () => {
  const left = makeTable([{name: 'k', type: 'number', values: Float64Array.of(1, 2)}]);
  const right = makeTable([{name: 'k', type: 'number', values: Float64Array.of(2, 3)}]);
  expect(rowsOf(await joinTables(left, right, ['k'], 'outer'))).toEqual([[1], [2], [3]]);
  const words = makeTable([makeLevels('k', ['1'])]);
  await expect(joinTables(left, words, ['k'], 'inner')).rejects.toMatchObject({code: 'bad_column'});
});

test('an unknown key is named', async () => {
  await expect(joinTables(customers, payments, ['idd'], 'inner')).rejects.toMatchObject({code: 'unknown_column'});
});

test('every kind of join agrees with comparing all pairs of rows', async () => {
  const keys = fc.array(fc.constantFrom('a', 'b', '1', '-1', 'constructor', null), {maxLength: 6});
  await fc.assert(
    fc.asyncProperty(keys, keys, fc.constantFrom<JoinKind>('inner', 'left', 'right', 'outer'), async (a, b, how) => {
      const left = twoColumns('k', a, 'l', [...a.keys()]);
      const right = twoColumns('k', b, 'r', [...b.keys()]);
      const joined = rowsOf(await joinTables(left, right, ['k'], how)).map(([, l, r]) => `${l} ${r}`);
      expect(joined.sort()).toEqual(allPairs(a, b, how).sort());
    }),
  );
});

function allPairs(a: readonly (string | null)[], b: readonly (string | null)[], how: JoinKind): string[] {
  const isMatch = (l: number, r: number) => a[l] !== null && a[l] === b[r];
  const matched = a.flatMap((_, l) => b.flatMap((_, r) => (isMatch(l, r) ? [`${l} ${r}`] : [])));
  const loneLeft = [...a.keys()].filter(l => !b.some((_, r) => isMatch(l, r))).map(l => `${l} null`);
  const loneRight = [...b.keys()].filter(r => !a.some((_, l) => isMatch(l, r))).map(r => `null ${r}`);
  return [
    ...matched,
    ...(how === 'left' || how === 'outer' ? loneLeft : []),
    ...(how === 'right' || how === 'outer' ? loneRight : []),
  ];
}
