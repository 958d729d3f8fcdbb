import {expect, test} from 'vitest';
import {journeyOf, type RowJourney} from '../../src/app/journey.ts';
import {openModel} from '../../src/app/predict.ts';
import type {Evidence} from '../../src/stages/journey-evidence.ts';
import {runDataset} from '../helpers/fitted.ts';
import {memoryPorts} from '../helpers/memory-ports.ts';

async function journey(dataset: string, set: readonly string[], row = 10): Promise<RowJourney> {
  const {result, ports} = await runDataset(dataset, set);
  return journeyOf({run: result.run, row}, ports);
}
function sum(evidence: Evidence) {
  if (evidence.kind !== 'sum') throw new Error(`A sum was expected, not ${evidence.kind}.`);
  return evidence;
}
function chances({outcome}: RowJourney): Readonly<Record<string, number>> {
  if (!outcome || !('probabilities' in outcome)) throw new Error('Classes were expected.');
  return outcome.probabilities;
}
function changeOf({steps}: RowJourney, step: string, column: string) {
  return steps.find(one => one.step === step)!.changes.find(change => change.column === column);
}

test('a row of the table comes with its part and the truth, and the outcome is the prediction of the artifact', async () => {
  const {result, ports, artifact} = await runDataset('subscriptions', ['deployment.name=churn']);
  const found = await journeyOf({run: result.run, row: 10}, ports);
  expect(found).toMatchObject({row: 10, part: expect.stringMatching(/train|test/), truth: 'no', target: 'churned'});
  const {pipeline} = openModel('churn', ports, '.');
  const said = pipeline.predictRow(found.input);
  expect(found.outcome).toEqual({
    label: 'no',
    probabilities: 'probabilities' in said ? said.probabilities : {},
    positive: 'yes',
    threshold: 0.5,
  });
  const byModel = await journeyOf({ref: 'churn', folder: '.', row: 10}, ports);
  expect(byModel).toEqual(found);
  expect(Object.keys(found.input)).toEqual(artifact.signature.map(({name}) => name));
});

test('each step shows what it changed, from what, and the arithmetic', async () => {
  const {result, ports} = await runDataset('subscriptions', ['features.create=per_euro = watch_hours / monthly_fee']);
  const first = await journeyOf({run: result.run, row: 1}, ports);
  const row: Record<string, unknown> = {...first.input, satisfaction: null, watch_hours: 20, monthly_fee: 10};
  const found = await journeyOf({run: result.run, row}, ports);
  expect(changeOf(found, 'preprocessing.impute', 'satisfaction')).toMatchObject({
    before: {satisfaction: null},
    after: expect.any(Number),
    arithmetic: expect.stringContaining('a gap, filled with'),
  });
  expect(changeOf(found, 'preprocessing.impute', 'age')).toBeUndefined();
  expect(changeOf(found, 'features.create', 'per_euro')).toEqual({
    column: 'per_euro',
    before: {watch_hours: 20, monthly_fee: 10},
    after: 2,
    arithmetic: 'per_euro = watch_hours / monthly_fee with watch_hours 20, monthly_fee 10 gives 2',
  });
  const scaled = changeOf(found, 'preprocessing.scale', 'per_euro')!;
  expect(scaled.arithmetic).toMatch(/^\(2 − [\d.]+\) \/ [\d.]+ = −?[\d.]+$/);
  expect(changeOf(found, 'preprocessing.encode', `plan=${row.plan}`)).toMatchObject({
    before: {plan: row.plan},
    after: 1,
  });
  expect(found.steps.find(({step}) => step === 'preprocessing.encode')!.gone).toContain('signup_date');
  expect(found).toMatchObject({row: null, part: null, truth: null});
});

test('a typed row may bring its truth along, and what is odd about it is said', async () => {
  const {result, ports} = await runDataset('iris');
  const row = {sepal_length_cm: 99, sepal_width_cm: 3, petal_length_cm: 1.4, petal_width_cm: 0.2, species: 'setosa'};
  const found = await journeyOf({run: result.run, row}, ports);
  expect(found.truth).toBe('setosa');
  expect(found.warnings.map(({code}) => code)).toEqual(['data.out_of_range']);
});

for (const model of ['logistic_regression', 'naive_bayes']) {
  test(`${model}: what the features add up to is the log of the odds, largest first`, async () => {
    for (const dataset of ['subscriptions', 'wine']) {
      const found = await journey(dataset, [`training.model=${model}`], 100);
      const {for: wins, against, start, parts, total} = sum(found.evidence);
      const probabilities = chances(found);
      expect(total).toBeCloseTo(Math.log(probabilities[wins]! / probabilities[against!]!), 6);
      expect(parts.reduce((all, {amount}) => all + amount, start)).toBeCloseTo(total, 9);
      const sizes = parts.map(({amount}) => Math.abs(amount));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
  });
}

test('with two classes the positive one is explained, with more the likeliest against the next', async () => {
  const two = sum((await journey('breast_cancer', [])).evidence);
  expect([two.for, two.against]).toEqual(['malignant', 'benign']);
  const found = await journey('wine', [], 100);
  const order = Object.entries(chances(found)).sort(([, a], [, b]) => b - a);
  const three = sum(found.evidence);
  expect([three.for, three.against]).toEqual([order[0]![0], order[1]![0]]);
});

for (const model of ['linear_regression', 'ridge']) {
  test(`${model}: what the features add up to is the number itself`, async () => {
    const found = await journey('diabetes', [`training.model=${model}`]);
    expect(found.outcome).toEqual({value: expect.closeTo(sum(found.evidence).total, 9)});
    expect(sum(found.evidence)).toMatchObject({for: 'progression', against: null});
  });
}

test('k-NN names its neighbours by their rows in the table, the nearest first', async () => {
  const {result, ports} = await runDataset('iris', ['training.model=knn']);
  const found = await journeyOf({run: result.run, row: 60}, ports);
  if (found.evidence.kind !== 'neighbours') throw new Error('neighbours were expected');
  const {neighbours} = found.evidence;
  expect(neighbours).toHaveLength(5);
  for (const {row, answer} of neighbours) {
    const other = await journeyOf({run: result.run, row: row!}, ports);
    expect(other).toMatchObject({part: 'train', truth: answer});
  }
  const share = neighbours.filter(({answer}) => answer === 'versicolor').length / 5;
  expect(chances(found).versicolor).toBe(share);
  expect(neighbours.map(({distance}) => distance)).toEqual(
    neighbours.map(({distance}) => distance).sort((a, b) => a - b),
  );
});

test('a row that was learned from is its own nearest neighbour, at distance 0', async () => {
  const {result, ports} = await runDataset('iris', ['training.model=knn']);
  const rows = await Promise.all([1, 2, 3, 4, 5].map(row => journeyOf({run: result.run, row}, ports)));
  const learned = rows.find(({part}) => part === 'train')!;
  if (learned.evidence.kind !== 'neighbours') throw new Error('neighbours were expected');
  expect(learned.evidence.neighbours[0]).toMatchObject({distance: 0, row: learned.row});
});

test('a tree shows its questions down to the leaf, whose shares are the probabilities', async () => {
  const found = await journey('subscriptions', ['training.model=decision_tree', 'training.params={max_depth: 3}']);
  if (found.evidence.kind !== 'path') throw new Error('a path was expected');
  const {questions, leaf} = found.evidence;
  expect(questions).toHaveLength(3);
  for (const {value, threshold, answer} of questions)
    expect(answer).toBe(Math.fround(value) <= threshold ? 'yes' : 'no');
  expect(leaf.shares).toEqual(chances(found));
});

test('a forest shows how many trees favour each class, and the mean of what they say', async () => {
  const found = await journey('wine', ['training.model=random_forest', 'training.params={n_estimators: 15}']);
  if (found.evidence.kind !== 'votes') throw new Error('votes were expected');
  const {votes, trees} = found.evidence;
  expect(trees).toBe(15);
  expect(votes.reduce((all, vote) => all + vote.trees, 0)).toBe(15);
  for (const {label, probability} of votes) expect(probability).toBeCloseTo(chances(found)[label]!, 12);
});

test('trees of numbers answer with a mean, forests with the mean of their trees', async () => {
  const tree = await journey('diabetes', ['training.model=decision_tree', 'training.params={max_depth: 2}']);
  expect(tree.evidence).toMatchObject({
    kind: 'path',
    leaf: {shares: null, mean: (tree.outcome as {value: number}).value},
  });
  const forest = await journey('diabetes', ['training.model=random_forest', 'training.params={n_estimators: 9}']);
  if (forest.evidence.kind !== 'answers') throw new Error('answers were expected');
  const {low, mean, high} = forest.evidence;
  expect(forest.outcome).toEqual({value: expect.closeTo(mean, 9)});
  expect(low).toBeLessThan(mean);
  expect(mean).toBeLessThan(high);
});

test('a model that cannot explain itself says why', async () => {
  expect((await journey('iris', ['training.model=dummy'])).evidence).toMatchObject({kind: 'none'});
  const mljs = ['training.implementation=mljs', 'training.params={max_iter: 20}'];
  expect((await journey('iris', mljs)).evidence).toMatchObject({kind: 'none', why: expect.stringContaining('package')});
  expect((await journey('iris', ['training.implementation=mljs', 'training.model=knn'])).evidence.kind).toBe(
    'neighbours',
  );
});

test('a row that a step leaves out ends there', async () => {
  const {result, ports} = await runDataset('subscriptions', ['preprocessing.impute_numeric=drop_rows']);
  const {input} = await journeyOf({run: result.run, row: 1}, ports);
  const found = await journeyOf({run: result.run, row: {...input, age: null}}, ports);
  expect(found.outcome).toBeNull();
  expect(found.steps.map(({step}) => step)).toEqual(['preprocessing.impute']);
  expect(found.evidence).toEqual({kind: 'none', why: 'A step left the row out, so the model was never asked.'});
});

test('a row that is not there is refused with how many there are', async () => {
  const {result, ports} = await runDataset('iris');
  for (const row of [0, 151, 1.5]) {
    await expect(journeyOf({run: result.run, row}, ports)).rejects.toThrow('the table has 150 rows');
  }
});

test('the journey of a run whose outputs are gone says so', async () => {
  const {result, ports} = await runDataset('iris');
  const empty = memoryPorts();
  await expect(journeyOf({run: result.run, row: 1}, {...ports, store: empty.store})).rejects.toThrow(
    expect.objectContaining({code: 'corrupt_store'}),
  );
});
