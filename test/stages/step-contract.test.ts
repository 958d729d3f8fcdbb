import {readFileSync} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {randomStream} from '../../src/data/random.ts';
import {cellsOf, type Table} from '../../src/data/table.ts';
import {decodeValue, encodeValue} from '../../src/engine/encode.ts';
import {sha256} from '../../src/engine/hash.ts';
import {seedFor, stepKey} from '../../src/engine/key.ts';
import type {Part, Step} from '../../src/engine/step.ts';
import type {TransformOutput} from '../../src/engine/transform.ts';
import {canonicalJson, type Json, type Value} from '../../src/engine/value.ts';
import {buildPipeline} from '../../src/stages/build-pipeline.ts';
import {fittedPipeline} from '../../src/stages/deployment/fitted-pipeline.ts';
import {type Rows, takeFlowRows} from '../../src/stages/rows.ts';
import {transformKinds} from '../../src/stages/transform-kinds.ts';
import {validationCurveStep} from '../../src/stages/tuning/validation-curve.ts';
import {specOf} from '../helpers/dataset-rows.ts';
import {runCsv} from '../helpers/fitted.ts';
import {runOnCsv} from '../helpers/run-pipeline.ts';

const root = path.join(import.meta.dirname, '../../datasets');
const lines = readFileSync(path.join(root, 'subscriptions.csv'), 'utf8').trimEnd().split('\n');
const snapshot = {format: 'csv', bytes: new TextEncoder().encode(lines.slice(0, 301).join('\n')), origin: 'x'} as const;

/** A pipeline with every step that there is: columns with gaps and words, made, cut, multiplied, chosen and projected. */
const spec = specOf({
  ingestion: {source: 'csv', path: 'x', target: 'churned', drop: ['customer_id']},
  preprocessing: {missing_indicator: true, outliers: 'clip_iqr', duplicates: 'drop'},
  features: {create: ['a = watch_hours / monthly_fee'], bins: {age: 4}, polynomial: 2, select: 'k_best', k: 8, pca: 3},
  training: {model: 'random_forest', params: {n_estimators: 3, max_depth: 3}},
  evaluation: {cross_validate: 2, repeat: 2, learning_curve: true},
  tuning: {method: 'random', budget: 2, folds: 2, space: {max_depth: {int: [1, 4]}, 'features.k': [5, 8]}},
});

/** The same steps with other choices made. */
const others = [
  specOf({
    ingestion: spec.ingestion,
    preprocessing: {impute_numeric: 'drop_rows', impute_categorical: 'constant', encode: 'ordinal', scale: 'robust'},
    features: {select: 'correlation'},
  }),
  specOf({
    ingestion: spec.ingestion,
    preprocessing: {impute_numeric: 'mean', outliers: 'clip_z', rare_below: 0.1, scale: 'min_max'},
    features: {select: 'k_best', score: 'mutual_information', pca: 2},
    training: {model: 'knn', class_weight: 'none'},
    traps: ['fit_before_split'],
  }),
  specOf({ingestion: spec.ingestion, preprocessing: {scale: 'none'}, features: {select: 'variance'}}),
];

type Met = {readonly step: Step; readonly inputs: readonly Value[]; readonly output: Value};

const bytesOf = (value: Value) => sha256(encodeValue(value));
const run = async (step: Step, inputs: readonly Value[], seed = '42') =>
  (await step.run(inputs, {seed: `${seed}/${step.id}`, progress: () => {}})).output;

/** Run every step by hand, so that its inputs and its output can be looked at. */
async function meetAll(pipelineSpec: typeof spec): Promise<readonly Met[]> {
  const met: Met[] = [];
  const output = (id: string) => met.find(({step}) => step.id === id)?.output;
  const {tuning} = specOf({tuning: {method: 'grid', folds: 2, space: {'preprocessing.scale': ['none', 'standard']}}});
  const pipeline = buildPipeline(pipelineSpec, 42, snapshot, (settled, task) => [
    validationCurveStep({...settled, tuning}, task),
  ]);
  for (let part: Part | undefined = pipeline; part; part = part.next?.(output)) {
    for (const step of part.steps) {
      const inputs = step.needs.map(id => output(id)!);
      met.push({step, inputs, output: await run(step, inputs)});
    }
  }
  return met;
}

const isTransform = ({step}: Met) => transformKinds.some(kind => kind.id === step.id);
const all = await meetAll(spec);
const transforms = all.filter(isTransform);
const otherChoices = (await Promise.all(others.map(meetAll))).flat();

test('the contract is tried on every kind of transform and on every task', () => {
  expect(transforms.map(({step}) => step.id)).toEqual(transformKinds.map(({id}) => id));
  expect(all.filter(one => !transforms.includes(one)).map(({step}) => step.id)).toEqual([
    'ingestion.load',
    'preprocessing.duplicates',
    'split.rows',
    'split.leak_guard',
    'tuning.search',
    'training.baseline',
    'training.fit',
    'evaluation.score',
    'deployment.package',
    'evaluation.learning_curve',
    'tuning.validation_curve',
    'evaluation.cross_validate',
    'evaluation.repeat',
  ]);
});

const named = (met: readonly Met[]) =>
  met.map(one => ({...one, id: `${one.step.id} ${JSON.stringify(one.step.params)}`.slice(0, 90)}));

describe.each(named([...all, ...otherChoices]))('$id', ({step, inputs, output}) => {
  test('gives the same bytes for the same input and seed', async () => {
    expect(bytesOf(await run(step, inputs))).toBe(bytesOf(output));
  });

  test('leaves its input and its parameters as they were', async () => {
    const before = [...inputs.map(bytesOf), canonicalJson(step.params)];
    await run(step, inputs);
    expect([...inputs.map(bytesOf), canonicalJson(step.params)]).toEqual(before);
  });

  test('gives the same from inputs that were stored and read back, and its output survives that, too', async () => {
    const stored = inputs.map(input => decodeValue(encodeValue(input)));
    expect(bytesOf(await run(step, stored))).toBe(bytesOf(output));
    expect(bytesOf(decodeValue(encodeValue(output)))).toBe(bytesOf(output));
  });

  test('draws random numbers only if it says so', async () => {
    const other = bytesOf(await run(step, inputs, '43'));
    if (!step.random) expect(other).toBe(bytesOf(output));
  });

  test('has another key exactly when its input, a parameter, its version or its seed is another', () => {
    const hashes = Object.fromEntries(step.needs.map((id, place) => [id, bytesOf(inputs[place]!)]));
    const seed = seedFor(step, 42);
    const key = stepKey(step, seed, hashes);
    const copy: Step = {...step, params: JSON.parse(JSON.stringify(step.params)) as Step['params']};
    expect(stepKey(copy, seed, {...hashes})).toBe(key);
    expect(stepKey({...step, version: step.version + 1}, seed, hashes)).not.toBe(key);
    for (const id of step.needs) expect(stepKey(step, seed, {...hashes, [id]: 'another'})).not.toBe(key);
    for (const changed of everyChange(step.params)) {
      expect(stepKey({...step, params: changed as Step['params']}, seed, hashes)).not.toBe(key);
    }
    expect(stepKey(step, seedFor(step, 43), hashes) === key).toBe(!step.random);
  });
});

/** The same data with one value changed, once for every value in it. */
function everyChange(value: Json): readonly Json[] {
  if (Array.isArray(value)) {
    const inside = value.flatMap((item, place) => everyChange(item).map(other => value.with(place, other)));
    return [...inside, [...value, 'more']];
  }
  if (value === null || typeof value !== 'object') return [value === 'another' ? 'third' : 'another'];
  const map = value as {readonly [key: string]: Json};
  const inside = Object.entries(map).flatMap(([key, item]) => everyChange(item).map(other => ({...map, [key]: other})));
  return [...inside, {...map, more: 1}];
}

const partsOf = (value: Value) => (value as unknown as TransformOutput<Rows & Value>).parts;
const cells = ({columns}: Table) => columns.map(column => [column.name, ...cellsOf(column)]);

describe.each(named([...transforms, ...otherChoices.filter(isTransform)]))('$id', ({step, inputs, output}) => {
  const kind = transformKinds.find(({id}) => id === step.id)!;
  const {state} = output as unknown as {readonly state: Json};
  const {train, test: held} = partsOf(inputs[0]!);

  test('has a state that survives JSON', () => {
    const read = JSON.parse(JSON.stringify(state)) as Json;
    expect(bytesOf(kind.transform(held, read) as unknown as Value)).toBe(
      bytesOf(partsOf(output).test as unknown as Value),
    );
  });

  test('learns from the training rows alone, unless a trap lets it see the others', () => {
    const isHonest = canonicalJson(kind.fit(train, step.params)) === canonicalJson(state);
    expect(isHonest || step.params.trap === 'fit_before_split').toBe(true);
  });

  test('transforms some of the rows as it transforms all of them', () => {
    const whole = kind.transform(held, state);
    const rows = fc.uniqueArray(fc.nat(held.index.length - 1), {minLength: 1, maxLength: 20});
    fc.assert(
      fc.property(rows, places => {
        const some = Int32Array.from(places);
        const own = kind.transform(takeFlowRows(held, some), state);
        // A step may leave rows out; the ones it keeps are known by their number.
        const kept = places.map(place => whole.index.indexOf(held.index[place]!)).filter(place => place >= 0);
        expect(cells(own.table)).toEqual(cells(takeFlowRows(whole, Int32Array.from(kept)).table));
      }),
      {numRuns: 20},
    );
  });
});

const wine = readFileSync(path.join(root, 'wine.csv'), 'utf8')
  .trimEnd()
  .split(/\r?\n/)
  .map(line => line.split(','));

/** The same table with its columns in another order. */
function reorder(rows: readonly string[][], order: ArrayLike<number>): string {
  return rows.map(row => Array.from(order, place => row[place]).join(',')).join('\n');
}

const orders = fc.nat(1000).map(seed => randomStream(String(seed)).permutation(wine[0]!.length));
const inOrder = Int32Array.from(wine[0]!.keys());

describe('the order of the columns', () => {
  test.each(['logistic_regression', 'knn', 'naive_bayes', 'dummy'])('does not change what %s learns', async model => {
    const set = [`training.model=${model}`, 'split.stratify=false'];
    const {metrics} = await runOnCsv(reorder(wine, inOrder), 'cultivar', set);
    await fc.assert(
      fc.asyncProperty(orders, async order => {
        const other = await runOnCsv(reorder(wine, order), 'cultivar', set);
        for (const [name, value] of Object.entries(metrics.test)) {
          if (value === null) expect(other.metrics.test[name]).toBeNull();
          else expect(other.metrics.test[name]).toBeCloseTo(value, 6);
        }
      }),
      {numRuns: 4},
    );
  });

  // A tree that finds two columns equally good takes the first, so that only predicting is free of their order.
  test.each(['logistic_regression', 'knn', 'naive_bayes', 'decision_tree', 'random_forest'])(
    'does not change what a fitted %s says of a row',
    async model => {
      const {artifact} = await runCsv(reorder(wine, inOrder), 'cultivar', [
        `training.model=${model}`,
        'features.polynomial=2',
        'features.pca=4',
      ]);
      const {predictRow} = fittedPipeline(artifact);
      const [header, ...rows] = wine as [string[], ...string[][]];
      const objectOf = (row: readonly string[], order: ArrayLike<number>) =>
        Object.fromEntries(Array.from(order, place => [header[place]!, Number(row[place])]));
      fc.assert(
        fc.property(orders, fc.nat(rows.length - 1), (order, place) => {
          const row = rows[place]!;
          expect(predictRow(objectOf(row, order))).toEqual(predictRow(objectOf(row, inOrder)));
        }),
        {numRuns: 25},
      );
    },
  );
});
