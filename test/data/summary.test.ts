import {expect, test} from 'vitest';
import {summariseColumn, summariseTable} from '../../src/data/summary.ts';
import {makeLevels, makeTable, type NumberColumn} from '../../src/data/table.ts';

const numbers = (...values: readonly number[]): NumberColumn => ({
  name: 'n',
  type: 'number',
  values: Float64Array.from(values),
});

test('numbers are described as pandas describes them', () => {
  // pandas.Series([2, 4, 4, 4, 5, 5, 7, 9, None]).describe()
  const summary = summariseColumn(numbers(2, 4, 4, 4, 5, 5, 7, 9, Number.NaN));
  expect(summary).toMatchObject({count: 8, gaps: 1, mean: 5, min: 2, q1: 4, median: 4.5, q3: 5.5, max: 9});
  expect(summary).toHaveProperty('sd', expect.closeTo(2.138089935299395, 14));
});

test('a column of gaps has no figures, and one value has no spread', () => {
  expect(summariseColumn(numbers(Number.NaN))).toMatchObject({count: 0, mean: null, sd: null, min: null, q1: null});
  expect(summariseColumn(numbers(3))).toMatchObject({count: 1, mean: 3, sd: null, median: 3});
});

test('a histogram counts every value once, the largest in the last bin', () => {
  expect(summariseColumn(numbers(0, 1, 2, 3, 4, 10), {bins: 5})).toMatchObject({
    histogram: {edges: [0, 2, 4, 6, 8, 10], counts: [2, 2, 1, 0, 1]},
  });
});

test('a histogram of equal values is one bar, and of none is empty', () => {
  expect(summariseColumn(numbers(4, 4))).toMatchObject({histogram: {edges: [4, 4], counts: [2]}});
  expect(summariseColumn(numbers())).toMatchObject({histogram: {edges: [], counts: []}});
});

test('words are counted, the commonest first, equal ones by code point', () => {
  expect(summariseColumn(makeLevels('w', ['b', 'a', 'c', 'b', null, 'a']), {top: 2})).toEqual({
    kind: 'level',
    name: 'w',
    type: 'category',
    count: 5,
    gaps: 1,
    distinct: 3,
    top: [
      {level: 'a', count: 2},
      {level: 'b', count: 2},
    ],
  });
});

test('a table is described column by column, with its repeated rows', () => {
  const summary = summariseTable(makeTable([numbers(1, 1, 1), makeLevels('w', ['a', 'a', 'b'])]));
  expect(summary).toMatchObject({rows: 3, duplicates: 1});
  expect(summary.columns.map(column => column.name)).toEqual(['n', 'w']);
});
