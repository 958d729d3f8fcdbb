import {expect, test} from 'vitest';
import {makeLevels} from '../../src/data/table.ts';
import {fitLevelMap, oneHot, oneHotLevels, ordinal, rareLevel} from '../../src/ml/encode.ts';
import {readReference} from './reference.ts';

const reference = readReference('preprocessing');
const words = makeLevels('word', reference.words);
const fresh = makeLevels('word', reference.new);

function byRow(columns: readonly Float64Array[], rows: number): number[][] {
  return Array.from({length: rows}, (_, row) => columns.map(values => values[row]!));
}

test('one-hot columns agree with scikit-learn for every rare_below, on training rows and on new ones', () => {
  for (const {rare_below, rare, train, new: later} of reference.one_hot) {
    const map = fitLevelMap(words, rare_below);
    expect(map.rare, `rare_below ${rare_below}`).toEqual(rare);
    expect(byRow(oneHot(words, map).values, 10), `rare_below ${rare_below}`).toEqual(train);
    expect(byRow(oneHot(fresh, map).values, 5), `rare_below ${rare_below}`).toEqual(later);
  }
});

test('levels come in code-point order with the rare ones last', () => {
  expect(oneHotLevels(fitLevelMap(words))).toEqual(['Z', 'a', 'b', 'c', 'é']);
  expect(oneHotLevels(fitLevelMap(words, 3))).toEqual(['a', 'b', rareLevel]);
});

test('unknown levels are counted, and a gap is zero everywhere and is not unknown', () => {
  const {values, unknown} = oneHot(makeLevels('word', ['q', null, 'q', 'a']), fitLevelMap(words));
  expect(unknown).toBe(2);
  expect(byRow(values, 2)).toEqual([
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
  ]);
});

test('levels that no training row has are not learned', () => {
  expect(fitLevelMap({levels: ['a', 'b'], codes: Int32Array.of(1, 1)}).levels).toEqual(['b']);
});

test('ordinal ranks agree with scikit-learn, an unknown level being -1', () => {
  const map = fitLevelMap(words);
  expect([...ordinal(words, map).values]).toEqual(reference.ordinal.train);
  expect([...ordinal(fresh, map).values]).toEqual(reference.ordinal.new);
  expect(ordinal(fresh, map).unknown).toBe(1);
});

test('rare levels share the last rank and a gap stays a gap', () => {
  const map = fitLevelMap(words, 3);
  expect([...ordinal(makeLevels('word', ['a', 'c', 'é', null]), map).values]).toEqual([0, 2, 2, Number.NaN]);
});
