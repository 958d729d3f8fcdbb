import {expect, test} from 'vitest';
import {randomStream} from '../../../src/data/random.ts';
import {type Column, makeLevels, makeTable, type Table} from '../../../src/data/table.ts';
import {countLevels} from '../../../src/ml/drift/levels.ts';
import {compareBatch} from '../../../src/stages/monitoring/batch-drift.ts';
import type {Reference} from '../../../src/stages/monitoring/reference.ts';

const ks = {tests: 'ks_chi2', alpha: 0.05} as const;
const psi = {tests: 'psi', alpha: 0.05} as const;

/** Five columns of numbers and five of words, the world that nothing happens to. */
function draw(rows: number, seed: string, shift = 0): Table {
  const random = randomStream(seed);
  const numbers = Array.from(
    {length: 5},
    (_, place): Column => ({
      ...{name: `n${place}`, type: 'number'},
      values: Float64Array.from({length: rows}, () => random.normal() + (place === 0 ? shift : 0)),
    }),
  );
  const words = Array.from({length: 5}, (_, place) =>
    makeLevels(
      `w${place}`,
      Array.from({length: rows}, () => ['a', 'b', 'c'][Math.floor(random.next() * 3)]!),
    ),
  );
  return makeTable([...numbers, ...words], rows);
}

function referenceOf(table: Table): Reference {
  const columns = table.columns.map(column =>
    'values' in column
      ? {
          kind: 'numbers' as const,
          name: column.name,
          gaps: 0,
          values: [...column.values].sort((a, b) => a - b),
          ordered: false,
        }
      : {kind: 'levels' as const, name: column.name, gaps: 0, ...countLevels(column)},
  );
  return {rows: table.rows, columns, answers: {kind: 'numbers', values: []}, score: null};
}

const reference = referenceOf(draw(600, 'reference'));
const batchOf = (table: Table, refused = 0) => ({table, answers: null, refused, withLabels: false});

test('a batch of a world in which nothing changed raises an alert about as often as alpha says', () => {
  const trials = 150;
  const alerts = (settings: typeof ks | typeof psi) =>
    Array.from({length: trials}, (_, place) => {
      const own = referenceOf(draw(400, `before ${place}`));
      return compareBatch(own, batchOf(draw(200, `after ${place}`)), settings).alert;
    }).filter(Boolean).length / trials;
  // Bonferroni is a bound from above; two standard errors of so many trials are 0.036.
  expect(alerts(ks)).toBeLessThan(0.086);
  expect(alerts(ks)).toBeGreaterThan(0.005);
  expect(alerts(psi)).toBeLessThan(0.086);
});

test('alpha is shared among the tests that are made', () => {
  const {tests, limit} = compareBatch(reference, batchOf(draw(200, 'x')), ks);
  expect([tests, limit]).toEqual([10, 0.005]);
  const more = compareBatch(reference, {...batchOf(draw(200, 'x'), 1), withLabels: true}, ks);
  expect([more.tests, more.limit]).toEqual([12, 0.05 / 12]);
});

test('the column that moved is the one that is named, by either test', () => {
  for (const settings of [ks, psi]) {
    const {columns, alert} = compareBatch(reference, batchOf(draw(200, 'moved', 0.6)), settings);
    expect(alert).toBe(true);
    expect(columns.filter(({drifted}) => drifted).map(({column}) => column)).toEqual(['n0']);
  }
});

test('fewer than twenty rows are not judged', () => {
  for (const rows of [0, 1, 19]) {
    expect(compareBatch(reference, batchOf(draw(rows, 'few', 9)), ks)).toMatchObject({
      tests: 0,
      alert: false,
      columns: [],
    });
  }
  expect(compareBatch(reference, batchOf(draw(20, 'enough', 9)), ks).alert).toBe(true);
});

test('rows that do not fit are an alert once they are more than chance', () => {
  expect(compareBatch(reference, batchOf(draw(200, 'y'), 1), ks).alert).toBe(false);
  const {alert, refused} = compareBatch(reference, batchOf(draw(200, 'y'), 40), ks);
  expect([alert, refused?.drifted]).toEqual([true, true]);
});

test('gaps where there were none are drift of that column', () => {
  const {columns, rows} = draw(200, 'gaps');
  const [first, ...others] = columns as readonly [Extract<Column, {values: Float64Array}>, ...Column[]];
  const values = first.values.map((value, row) => (row % 4 === 0 ? Number.NaN : value));
  const report = compareBatch(reference, batchOf(makeTable([{...first, values}, ...others], rows)), ks);
  expect(report.columns[0]).toMatchObject({column: 'n0', drifted: true, gaps: {reference: 0, current: 0.25}});
});

test('a column of another type, or one that moves on by itself, is told and not tested', () => {
  const table = draw(200, 'type');
  const words = makeLevels(
    'n1',
    Array.from({length: 200}, () => 'x'),
  );
  const changed = makeTable(
    table.columns.map(column => (column.name === 'n1' ? words : column)),
    200,
  );
  const found = compareBatch(reference, batchOf(changed), ks).columns.find(({column}) => column === 'n1')!;
  expect(found).toMatchObject({difference: null, why: 'it is of another type than in training', drifted: false});
  const clock = {kind: 'numbers', name: 'n0', gaps: 0, values: [1, 2, 3], ordered: true} as const;
  const later = makeTable([{name: 'n0', type: 'number', values: new Float64Array(50).fill(4)}], 50);
  const report = compareBatch({...reference, columns: [clock]}, batchOf(later), ks);
  expect(report.columns[0]!.why).toMatch(/moves on by itself/);
  expect(report.alert).toBe(false);
});
