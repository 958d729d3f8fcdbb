import {expect, test} from 'vitest';
import {outputOfRun} from '../../../src/app/models-artifact.ts';
import {parseCsv} from '../../../src/data/csv.ts';
import type {TransformOutput} from '../../../src/engine/transform.ts';
import type {Value} from '../../../src/engine/value.ts';
import {rowsOfFile} from '../../../src/stages/deployment/input-rows.ts';
import {formatArtifact, parseArtifact} from '../../../src/stages/deployment/read-artifact.ts';
import type {Rows} from '../../../src/stages/rows.ts';
import {predictRows, type TrainedModel} from '../../../src/stages/training/train-model.ts';
import {datasetText, type Finished, runDataset} from '../../helpers/fitted.ts';

const models = ['logistic_regression', 'knn', 'decision_tree', 'random_forest', 'naive_bayes', 'dummy'];
const numberModels = ['linear_regression', 'ridge', 'knn', 'decision_tree', 'random_forest', 'dummy'];
const few = 'training.params={n_estimators: 20}';

/** What the run itself predicted for its test rows, and what the artifact says of the same rows of the file. */
function bothWays(dataset: string, {result, artifact, ports}: Finished) {
  const last = result.steps.filter(step => step.stage === 'preprocessing' || step.stage === 'features').at(-1)!;
  const {parts} = outputOfRun(result, last.id, ports.store) as unknown as TransformOutput<Rows & Value>;
  const rows: Rows = parts.test;
  const inside = predictRows(outputOfRun(result, 'training.fit', ports.store) as unknown as TrainedModel, rows);
  const {predictions} = parseArtifact(formatArtifact(artifact)).predict(rowsOfFile(parseCsv(datasetText(dataset))));
  const outside = Array.from(rows.index, row => predictions[row]!);
  return {inside, outside, rows};
}

for (const model of models) {
  test(`subscriptions, ${model}: an artifact read back predicts what the run predicted, bit for bit`, async () => {
    const set = [`training.model=${model}`, ...(model === 'random_forest' ? [few] : [])];
    const finished = await runDataset('subscriptions', set);
    const {inside, outside, rows} = bothWays('subscriptions', finished);
    if (inside.task !== 'classification') throw new Error('classes were expected');
    expect(rows.index.length).toBe(750);
    const probabilities = outside.flatMap(answer =>
      'probabilities' in answer ? Object.values(answer.probabilities) : [],
    );
    expect(probabilities).toEqual(Array.from(inside.probabilities.data));
  });
}

for (const model of numberModels) {
  test(`diabetes, ${model}: an artifact read back predicts what the run predicted, bit for bit`, async () => {
    const finished = await runDataset('diabetes', [
      `training.model=${model}`,
      ...(model === 'random_forest' ? [few] : []),
    ]);
    const {inside, outside} = bothWays('diabetes', finished);
    if (inside.task !== 'regression') throw new Error('numbers were expected');
    expect(outside.map(answer => ('value' in answer ? answer.value : null))).toEqual(Array.from(inside.values));
  });
}

for (const model of ['knn', 'logistic_regression']) {
  test(`breast_cancer, ${model} of mljs: an artifact read back predicts what the run predicted`, async () => {
    const set = [`training.model=${model}`, 'training.implementation=mljs'];
    const {inside, outside} = bothWays('breast_cancer', await runDataset('breast_cancer', set));
    if (inside.task !== 'classification') throw new Error('classes were expected');
    const probabilities = outside.flatMap(answer =>
      'probabilities' in answer ? Object.values(answer.probabilities) : [],
    );
    expect(probabilities).toEqual(Array.from(inside.probabilities.data));
  });
}

test('every step on the way comes through the artifact bit for bit: created, binned, squared, selected, turned', async () => {
  const set = [
    'preprocessing.missing_indicator=true',
    'preprocessing.outliers=clip_iqr',
    'preprocessing.rare_below=0.05',
    'features.create=per_title = watch_hours / titles_started; since = year(signup_date)',
    'features.bins={age: 4}',
    'features.polynomial=2',
    'features.select=k_best',
    'features.k=25',
    'features.pca=6',
  ];
  const {inside, outside} = bothWays('subscriptions', await runDataset('subscriptions', set));
  if (inside.task !== 'classification') throw new Error('classes were expected');
  const probabilities = outside.flatMap(answer =>
    'probabilities' in answer ? Object.values(answer.probabilities) : [],
  );
  expect(probabilities).toEqual(Array.from(inside.probabilities.data));
});

test('an artifact is of a sane size: small for a line, and about a row of numbers per training row for k-NN', async () => {
  const line = formatArtifact((await runDataset('breast_cancer')).artifact);
  expect(line.length).toBeLessThan(20_000);
  const {artifact} = await runDataset('breast_cancer', ['training.model=knn']);
  expect(formatArtifact(artifact).length).toBeLessThan(426 * 30 * 25);
});
