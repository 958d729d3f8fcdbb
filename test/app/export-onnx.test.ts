import {describe, expect, test} from 'vitest';
import {outputOfRun} from '../../src/app/models-artifact.ts';
import {randomStream} from '../../src/data/random.ts';
import {isNumeric, rowAt, type Table} from '../../src/data/table.ts';
import type {Artifact} from '../../src/stages/deployment/artifact.ts';
import {fittedPipeline} from '../../src/stages/deployment/fitted-pipeline.ts';
import {type RowObject, rowsOfObjects} from '../../src/stages/deployment/input-rows.ts';
import {artifactToOnnx} from '../../src/stages/export/onnx/artifact-to-onnx.ts';
import {type Finished, runCsv, runDataset} from '../helpers/fitted.ts';
import {runOnnx} from '../helpers/onnx.ts';
import {smallCsv} from './export-cases.ts';

type Difference = {readonly labels: number; readonly largest: number};

/** How far the ONNX model is from the pipeline it was made of: rows with another label, and the largest difference. */
async function compare(artifact: Artifact, rows: readonly RowObject[]): Promise<Difference> {
  const {predictions} = fittedPipeline(artifact).predict(rowsOfObjects(rows));
  const answers = await runOnnx(artifactToOnnx(artifact), artifact, rows);
  let labels = 0;
  let largest = 0;
  predictions.forEach((ours, place) => {
    const theirs = answers[place]!;
    if ('value' in ours)
      largest = Math.max(largest, Math.abs(ours.value - theirs.value!) / Math.max(1, Math.abs(ours.value)));
    if (!('label' in ours)) return;
    if (ours.label !== theirs.label) labels++;
    artifact.classes.forEach((name, code) => {
      largest = Math.max(largest, Math.abs(ours.probabilities[name]! - theirs.probabilities![code]!));
    });
  });
  return {labels, largest};
}

function tableOf({result, ports}: Finished): Table {
  return outputOfRun(result, 'ingestion.load', ports.store) as unknown as Table;
}

function rowsOf(finished: Finished): readonly RowObject[] {
  const table = tableOf(finished);
  // Every third row of a large table tells as much.
  const step = table.rows > 1000 ? 3 : 1;
  return Array.from({length: Math.ceil(table.rows / step)}, (_, place) => rowAt(table, place * step));
}

const known = 'ingestion.drop=[customer_id, refund_issued]';
const models = ['logistic_regression', 'decision_tree', 'random_forest', 'naive_bayes', 'knn', 'dummy'];
const created = JSON.stringify([
  'hours_per_euro = watch_hours / monthly_fee',
  'is_family = plan == "family" and not age > 30 or age == 21',
  'x = if(titles_started % 2 == 0, log(watch_hours), -sqrt(age - 30))',
  "abroad = (country != 'ES') ** 2 - (plan == 'gold')",
  'longest = max(age, 3 ** 2) - min(2, hours_per_euro, round(age / 7)) + abs(log1p(discount)) * (age <= 40) / (age >= 3)',
  'of_infinity = 1 / (1 / (support_tickets - 1)) + (1 < age) + (age != 7)',
]);

const fewTrees = (model: string) => (model === 'random_forest' ? ['training.params.n_estimators=20'] : []);

const cases: ReadonlyArray<readonly [dataset: string, set: readonly string[]]> = [
  ...['breast_cancer', 'wine', 'iris'].flatMap(name =>
    models.map(model => [name, [`training.model=${model}`]] as const),
  ),
  ...models
    .slice(0, 5)
    .map(model => ['subscriptions', [known, `training.model=${model}`, ...fewTrees(model)]] as const),
  ...['linear_regression', 'ridge', 'knn', 'decision_tree', 'random_forest', 'dummy'].map(
    model => ['diabetes', [`training.model=${model}`]] as const,
  ),
  ['breast_cancer', ['evaluation.threshold=0.2', 'evaluation.positive=benign']],
  ['breast_cancer', ['evaluation.threshold=0.7', 'features.pca=5', 'training.model=decision_tree']],
  ['wine', ['features.polynomial=2', 'preprocessing.scale=robust']],
  ['wine', ['training.model=knn', 'training.params.weights=distance', 'training.params.metric=manhattan']],
  ['wine', ['features.select=k_best', 'features.k=4', 'training.model=random_forest', 'preprocessing.scale=min_max']],
  ['iris', ['training.model=decision_tree', 'preprocessing.scale=none']],
  [
    'subscriptions',
    [known, 'preprocessing.encode=ordinal', 'preprocessing.missing_indicator=true', 'preprocessing.outliers=clip_iqr'],
  ],
  [
    'subscriptions',
    [known, 'preprocessing.rare_below=0.1', 'features.bins={age: 5, watch_hours: 3}', 'training.model=decision_tree'],
  ],
  ['subscriptions', [known, 'preprocessing.rare_below=300', 'preprocessing.encode=ordinal', 'features.bins={age: 12}']],
  ['subscriptions', [known, `features.create=${created}`, 'preprocessing.impute_categorical=constant']],
];

describe('an ONNX file answers as the pipeline it was made of', () => {
  test.each(cases)('%s, %j', {timeout: 60_000}, async (dataset, set) => {
    const finished = await runDataset(dataset, set);
    const {labels, largest} = await compare(finished.artifact, rowsOf(finished));
    expect(labels).toBe(0);
    expect(largest).toBeLessThan(1e-5);
  });

  test('gaps in any spelling, unknown words and numbers beyond all known ones', {timeout: 60_000}, async () => {
    const finished = await runDataset('subscriptions', [known, 'preprocessing.rare_below=0.1']);
    const [row] = rowsOf(finished);
    const rows = [
      {...row, age: null, country: null},
      {...row, country: 'NA', plan: '?', device: ''},
      {...row, country: 'Atlantis', plan: 'FAMILY', device: 'tv '},
      {...row, age: -1e9, watch_hours: 1e9},
      Object.fromEntries(Object.keys(row!).map(name => [name, null])),
    ];
    const {labels, largest} = await compare(finished.artifact, rows);
    expect(labels).toBe(0);
    expect(largest).toBeLessThan(1e-5);
  });

  test.each([
    [['it\'s "x"\\\n', 'label', 'probabilities', 'constant'], 'logistic_regression'],
    [['constructor', '2020', 'toString', 'None'], 'decision_tree'],
  ] as const)('columns named %j', {timeout: 60_000}, async (names, model) => {
    const finished = await runCsv(smallCsv(names), names[3], [`training.model=${model}`]);
    const {labels, largest} = await compare(finished.artifact, rowsOf(finished));
    expect(labels).toBe(0);
    expect(largest).toBeLessThan(1e-5);
  });

  test('a class that no training row has gets the probability 0', {timeout: 60_000}, async () => {
    const lines = smallCsv(['a', 'b', 'c', 'd']).trimEnd().split('\n');
    const csv = lines.map((line, place) =>
      place === 0
        ? `${line},fold`
        : place === 4
          ? line.replace(/\w+$/, 'new,test')
          : `${line},${place % 4 === 0 ? 'test' : 'train'}`,
    );
    for (const model of ['logistic_regression', 'naive_bayes']) {
      const finished = await runCsv(csv.join('\n'), 'd', ['split.column=fold', `training.model=${model}`]);
      expect(finished.artifact.classes).toEqual(['new', 'no', 'yes']);
      const {labels, largest} = await compare(finished.artifact, rowsOf(finished));
      expect(labels).toBe(0);
      expect(largest).toBeLessThan(1e-5);
    }
  });
});

describe('trees ask the same questions in single precision', () => {
  /** Rows whose numbers lie exactly half-way between two values of the table, where thresholds are. */
  function halfway(table: Table, rows: number): readonly RowObject[] {
    const random = randomStream('half-way');
    const columns = table.columns.filter(isNumeric).map(({name, values}) => {
      const sorted = [...new Set(values)].sort((a, b) => a - b);
      return {
        name,
        middles: sorted.slice(1).map((value, place) => Number(((value + sorted[place]!) / 2).toPrecision(6))),
      };
    });
    return Array.from({length: rows}, () =>
      Object.fromEntries(columns.map(({name, middles}) => [name, middles[random.below(middles.length)]!])),
    );
  }

  test.each([
    ['breast_cancer', ['training.model=decision_tree']],
    ['iris', ['training.model=decision_tree', 'preprocessing.scale=none']],
    ['iris', ['training.model=random_forest', 'preprocessing.scale=min_max']],
    ['wine', ['training.model=random_forest', 'training.params.n_estimators=30']],
  ] as const)('%s, %j: no row half-way between two values changes sides', {timeout: 60_000}, async (dataset, set) => {
    const finished = await runDataset(dataset, [...set]);
    const {labels, largest} = await compare(finished.artifact, halfway(tableOf(finished), 1000));
    expect(labels).toBe(0);
    expect(largest).toBeLessThan(1e-5);
  });
});

describe('what has no ONNX form is refused by name', () => {
  test.each([
    ['preprocessing.impute_numeric', ['preprocessing.impute_numeric=drop_rows']],
    ['training.implementation: mljs', ['training.implementation=mljs', 'training.model=knn', 'ingestion.limit=200']],
    ['year(…) in features.create', ['features.create=["y = year(signup_date)"]']],
    ['length(…) in features.create', ['features.create=["y = length(country)"]']],
    ['features.create: y = 5', ['features.create=["y = 5"]']],
  ] as const)('%s', {timeout: 60_000}, async (setting, set) => {
    const {artifact} = await runDataset('subscriptions', [known, ...set]);
    expect(() => artifactToOnnx(artifact)).toThrowError(
      expect.objectContaining({code: 'bad_setting', message: expect.stringContaining(setting)}),
    );
  });
});
