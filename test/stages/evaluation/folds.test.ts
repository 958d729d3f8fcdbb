import {expect, test} from 'vitest';
import {isNumeric, makeLevels} from '../../../src/data/table.ts';
import {drawRows, foldsOf, mostFolds, partsOf} from '../../../src/stages/evaluation/folds.ts';
import {numbers, rowsOf} from '../../helpers/dataset-rows.ts';

const plain = {group: null, time: null};
const people = makeLevels(
  'person',
  Array.from({length: 60}, (_, row) => `p${row % 12}`),
);
const days = numbers(
  'day',
  Array.from({length: 60}, (_, row) => (row * 7) % 60),
);
const target = makeLevels(
  'y',
  Array.from({length: 60}, (_, row) => (row % 6 === 0 ? 'yes' : 'no')),
);
const rows = rowsOf([people, days], target, 60);

test('folds of classes keep the share of each class', () => {
  const positives = foldsOf(rows, 5, 's', plain).map(
    ({test: held}) => [...held].filter(row => target.codes[row] === 1).length,
  );
  expect(positives).toEqual([2, 2, 2, 2, 2]);
});

test('folds of a number are of equal size, and the seed decides them', () => {
  const numeric = {...rows, target: days};
  const folds = foldsOf(numeric, 4, 's', plain);
  expect(folds.map(fold => fold.test.length)).toEqual([15, 15, 15, 15]);
  expect(foldsOf(numeric, 4, 's', plain)).toEqual(folds);
  expect(foldsOf(numeric, 4, 't', plain)).not.toEqual(folds);
});

test('where the split keeps groups whole, so do the folds', () => {
  const folds = foldsOf(rows, 5, 's', {group: 'person', time: null});
  for (const fold of folds) {
    const inTest = new Set([...fold.test].map(row => people.codes[row]));
    expect([...fold.train].some(row => inTest.has(people.codes[row]))).toBe(false);
  }
  expect(folds.flatMap(fold => [...fold.test]).sort((a, b) => a - b)).toEqual([...Array(60).keys()]);
});

test('fewer groups than folds are refused', () => {
  expect(() => foldsOf(rows, 13, 's', {group: 'person', time: null})).toThrow('12 groups cannot be cut into 13 folds.');
});

test('where the split goes by time, each fold is predicted from what came before it', () => {
  // As TimeSeriesSplit(n_splits=4) of scikit-learn cuts 60 rows.
  const folds = foldsOf(rows, 4, 's', {group: null, time: 'day'});
  const daysOf = (places: Int32Array) =>
    [...places].map(row => (isNumeric(days) ? days.values[row]! : 0)).sort((a, b) => a - b);
  expect(folds.map(fold => daysOf(fold.train).at(-1))).toEqual([11, 23, 35, 47]);
  expect(folds.map(fold => [daysOf(fold.test)[0], daysOf(fold.test).at(-1)])).toEqual([
    [12, 23],
    [24, 35],
    [36, 47],
    [48, 59],
  ]);
});

test('the two parts of a fold carry features, target and row numbers along', () => {
  const {train, test: held} = partsOf(rows, {train: Int32Array.of(0, 2), test: Int32Array.of(1)});
  expect([...train.index, ...held.index]).toEqual([0, 2, 1]);
  expect(held.table.rows).toBe(1);
});

test('drawn rows keep the share of each class, and a larger drawing goes on where a smaller one stopped', () => {
  const some = drawRows(rows, 12, 's');
  const more = drawRows(rows, 30, 's');
  const positives = (drawn: typeof some) => [...drawn.index].filter(row => row % 6 === 0).length;
  expect([positives(some), positives(more)]).toEqual([2, 5]);
  expect([...some.index].every(row => more.index.includes(row))).toBe(true);
  expect(drawRows(rows, 60, 's')).toBe(rows);
});

test('rows drawn for a number are as many as asked for', () => {
  expect(drawRows({...rows, target: days}, 7, 's').index).toHaveLength(7);
});

test('the most folds are the groups, the rows of the largest class, or the rows', () => {
  expect(mostFolds(rows, {group: 'person', time: null})).toBe(12);
  expect(mostFolds(rows, plain)).toBe(50);
  expect(mostFolds({...rows, target: days}, plain)).toBe(60);
  expect(mostFolds(rows, {group: null, time: 'day'})).toBe(59);
});
