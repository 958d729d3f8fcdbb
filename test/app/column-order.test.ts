import fc from 'fast-check';
import {expect, test} from 'vitest';
import {predictWith} from '../../src/app/predict.ts';
import {datasetText, runCsv, runDataset} from '../helpers/fitted.ts';

const header = datasetText('wine').split(/\r?\n/)[0]!.split(',');
const lines = datasetText('wine')
  .trimEnd()
  .split(/\r?\n/)
  .map(line => line.split(','));
const target = header.at(-1)!;
const anyOrder = fc.shuffledSubarray([...header.keys()], {minLength: header.length, maxLength: header.length});
const inOrder = (order: readonly number[]) =>
  `${lines.map(cells => order.map(at => cells[at]).join(',')).join('\n')}\n`;

test.each(['logistic_regression', 'knn', 'naive_bayes'])(
  '%s learns the same from columns in any order',
  {timeout: 60_000},
  async model => {
    const set = [`training.model=${model}`];
    const {result: first} = await runCsv(inOrder([...header.keys()]), target, set);
    const check = fc.asyncProperty(anyOrder, async order => {
      const {result} = await runCsv(inOrder(order), target, set);
      for (const [metric, value] of Object.entries(first.metrics.test))
        expect(result.metrics.test[metric], metric).toBeCloseTo(value!, 9);
    });
    await fc.assert(check, {numRuns: 6, seed: 3});
  },
);

test('a fitted pipeline of any model predicts the same from columns in any order', {timeout: 60_000}, async () => {
  for (const model of ['logistic_regression', 'knn', 'naive_bayes', 'decision_tree', 'random_forest']) {
    const set = ['deployment.name=wine', `training.model=${model}`, 'training.params={}'];
    const {ports} = await runDataset('wine', set);
    const ask = (order: readonly number[]) =>
      predictWith({ref: 'wine', folder: '.', from: {rows: [rowIn(order)]}}, ports);
    const expected = await ask([...header.keys()]);
    const check = fc.asyncProperty(anyOrder, async order => {
      expect(await ask(order)).toEqual(expected);
    });
    await fc.assert(check, {numRuns: 20, seed: 5});
  }
});

function rowIn(order: readonly number[]) {
  return Object.fromEntries(
    order.map(at => [header[at]!, at === header.length - 1 ? lines[60]![at]! : Number(lines[60]![at])]),
  );
}
