import {expect, test} from 'vitest';
import {randomStream} from '../../../src/data/random.ts';
import {makeLevels} from '../../../src/data/table.ts';
import {chainOf, scoreTrial, transformParts, tryChain} from '../../../src/stages/evaluation/chain.ts';
import {foldsOf, partsOf} from '../../../src/stages/evaluation/folds.ts';
import {joinParts, withTrap} from '../../../src/stages/evaluation/traps.ts';
import {takeFlowRows} from '../../../src/stages/rows.ts';
import type {Trap} from '../../../src/stages/spec.ts';
import {datasetRows, numbers, rowsOf, specOf} from '../../helpers/dataset-rows.ts';

/** 100 rows of 500 columns of noise, and classes that have nothing to do with them. */
function noise(seed: number) {
  const random = randomStream(`noise/${seed}`);
  const columns = Array.from({length: 500}, (_, place) =>
    numbers(
      `x${place}`,
      Array.from({length: 100}, () => random.normal()),
    ),
  );
  return rowsOf(
    columns,
    makeLevels(
      'y',
      Array.from({length: 100}, (_, row) => (row % 2 ? 'a' : 'b')),
    ),
    100,
  );
}

function accuracyOnNoise(traps: readonly Trap[]): number {
  const chain = chainOf(
    specOf({features: {select: 'k_best', k: 10}, training: {model: 'logistic_regression'}, traps}),
    'classification',
  );
  const scores = Array.from({length: 8}, (_, seed) => {
    const rows = noise(seed);
    return foldsOf(rows, 5, String(seed), {group: null, time: null}).map(fold => {
      const trial = tryChain(chain, partsOf(rows, fold), {seed: String(seed), keepOn: () => {}});
      return scoreTrial(trial).accuracy as number;
    });
  }).flat();
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

test('choosing the columns before the split finds skill in noise, about .76 where .50 is the truth', () => {
  expect(accuracyOnNoise(['select_before_split'])).toBeCloseTo(0.76, 1);
  expect(accuracyOnNoise([])).toBeCloseTo(0.5, 1);
}, 60_000);

const wine = datasetRows('wine', 'cultivar');
const places = [...wine.index.keys()];
const parts = {
  train: takeFlowRows(wine, Int32Array.from(places.filter(row => row % 3 > 0))),
  test: takeFlowRows(wine, Int32Array.from(places.filter(row => row % 3 === 0))),
};

test('the two parts joined are the rows as they were before the split', () => {
  expect(joinParts(parts)).toEqual(wine);
});

test('levels that only one part knows are kept when the parts are joined', () => {
  const part = (words: readonly string[], index: readonly number[]) => ({
    ...rowsOf([makeLevels('c', words)], null, words.length),
    index: Int32Array.from(index),
  });
  const joined = joinParts({train: part(['b', 'c'], [0, 2]), test: part(['a'], [1])});
  expect(joined.table.columns[0]).toEqual(makeLevels('c', ['b', 'a', 'c']));
});

test('a step fitted before the split gives what fitting it on all rows gives, to the bit', () => {
  const spec = specOf({preprocessing: {scale: 'standard'}, traps: ['fit_before_split']});
  const leaky = transformParts(chainOf(spec, 'classification'), parts);
  const {transforms} = chainOf(spec, 'classification');
  const all = transforms.reduce((rows, one) => one.transform(rows, one.fit(rows)), wine);
  expect(joinParts(leaky)).toEqual(all);
});

test('a trapped step says in its parameters and in its report what is wrong', () => {
  const [impute] = chainOf(specOf({}), 'classification').transforms;
  const trapped = withTrap(impute!, ['fit_before_split']);
  expect(trapped.params).toEqual({...impute!.params, trap: 'fit_before_split'});
  expect(trapped.report(impute!.fit(wine), parts, parts)).toMatchObject({
    learned: expect.arrayContaining(['Wrong on purpose: learned from 178 rows, the 60 test rows among them']),
    warnings: [{code: 'leak.fit_before_split'}],
  });
});

test('select_before_split lets only the steps that choose columns peek', () => {
  const spec = specOf({features: {select: 'k_best', k: 3, pca: 2}, traps: ['select_before_split']});
  const trapped = chainOf(spec, 'classification').transforms.filter(one => 'trap' in withTrap(one, spec.traps).params);
  expect(trapped.map(({id}) => id)).toEqual(['features.select', 'features.pca']);
});
