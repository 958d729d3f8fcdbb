import {beforeAll, expect, test} from 'vitest';
import type {Json} from '../../../src/engine/value.ts';
import type {Artifact} from '../../../src/stages/deployment/artifact.ts';
import {formatArtifact, loadArtifact, parseArtifact} from '../../../src/stages/deployment/read-artifact.ts';
import {runCsv, runDataset} from '../../helpers/fitted.ts';

let line: Artifact;
let tree: Artifact;
beforeAll(async () => {
  line = (await runDataset('subscriptions')).artifact;
  tree = (await runDataset('iris', ['training.model=decision_tree'])).artifact;
});

/** A copy of an artifact with one value changed, at a path such as `model.state.intercepts`. */
function changed(artifact: Artifact, path: string, value: Json | undefined): unknown {
  const copy = JSON.parse(formatArtifact(artifact)) as Record<string, unknown>;
  const names = path.split('.');
  const holder = names.slice(0, -1).reduce((at, name) => at[name] as Record<string, unknown>, copy);
  if (value === undefined) delete holder[names.at(-1)!];
  else holder[names.at(-1)!] = value;
  return copy;
}

test('an artifact has the data fingerprint, the metrics and the positive class of its run', async () => {
  const {result, artifact} = await runDataset('breast_cancer');
  expect(artifact.data).toEqual({fingerprint: result.data.fingerprint, rows: 569});
  expect(artifact.metrics.test).toEqual(result.metrics.test);
  expect(artifact).toMatchObject({name: 'breast_cancer', target: 'diagnosis', positive: 'malignant', seed: 42});
});

test('the fingerprint of a run does not depend on the name that its model gets', async () => {
  const plain = await runDataset('iris');
  const named = await runDataset('iris', ['deployment.name=flowers']);
  expect(named.result.fingerprint).toBe(plain.result.fingerprint);
  expect(named.artifact.name).toBe('flowers');
});

test('the target and the split column are not expected at prediction', async () => {
  const rows = Array.from({length: 40}, (_, row) => `${row},${row % 2 ? 'a' : 'b'},${row % 4 ? 'train' : 'test'}`);
  const {artifact} = await runCsv(['x,y,fold', ...rows].join('\n'), 'y', ['split.column=fold']);
  expect(artifact.signature.map(({name}) => name)).toEqual(['x']);
});

test('equal artifacts are the same text, and numbers keep all of their digits', () => {
  const text = formatArtifact(line);
  expect(formatArtifact(parseArtifact(text).artifact)).toBe(text);
});

const damage: ReadonlyArray<readonly [path: string, value: Json | undefined, says: string]> = [
  ['signature', undefined, '`signature` must be a list'],
  ['signature.0.type', 'colour', '`signature[0].type` must be number or category or date or text'],
  ['model.features', 'age', '`model.features` must be a list'],
  ['model.state', undefined, '`model.state` must be an object'],
  ['threshold', null, '`threshold` must be a number'],
  ['positive', 'maybe', '`positive` must be one of `classes`'],
  ['classes', ['yes', 'no'], '`model.classes` must be the same as `classes`'],
  ['model.state.intercepts', [null], 'has a hole'],
  ['model.state.intercepts', ['0'], 'its model answers with something that is not a number'],
  ['model.state.coefficients', 7, 'it cannot predict'],
  ['transforms.0.state', {}, 'it cannot predict'],
  ['transforms.0.id', 'preprocessing.magic', 'It needs step `preprocessing.magic`'],
  ['transforms.0.version', 99, 'It needs step `preprocessing.impute` in version 99'],
  ['model.version', 99, 'It needs `logistic_regression` in version 99'],
  ['format', 2, 'This fitted pipeline has format 2; this program reads format 1.'],
  ['format', undefined, 'This is not a fitted pipeline'],
];
for (const [path, value, says] of damage) {
  test(`an artifact whose \`${path}\` is ${JSON.stringify(value) ?? 'gone'} is refused in words`, () => {
    const document = changed(line, path, value);
    expect(() => loadArtifact(document)).toThrow(expect.objectContaining({code: 'bad_json'}));
    expect(() => loadArtifact(document)).toThrow(says);
  });
}

test('an unknown model is refused with the known ones', () => {
  const document = changed(line, 'model.model', 'oracle');
  expect(() => loadArtifact(document)).toThrow('`oracle`');
});

test('a tree that leads back to itself is refused instead of being walked for ever', () => {
  const right = (tree.model.state as {tree: {right: number[]}}).tree.right.map(() => 0);
  expect(() => loadArtifact(changed(tree, 'model.state.tree.right', right))).toThrow('leads back to itself');
});

test('half an artifact and something that is no JSON are refused in words', () => {
  expect(() => parseArtifact(formatArtifact(line).slice(0, 2000))).toThrow('it is not JSON');
  expect(() => parseArtifact('[]')).toThrow('This is not a fitted pipeline');
  expect(() => parseArtifact('null')).toThrow('This is not a fitted pipeline');
});

test('a pipeline that leaves rows with gaps out says so for such a row, and predicts the others', async () => {
  const csv = [
    'a,b,y',
    ...Array.from({length: 40}, (_, row) => `${row % 9 === 0 ? '' : row},${row % 3},${row % 2}`),
  ].join('\n');
  const {artifact} = await runCsv(csv, 'y', ['preprocessing.impute_numeric=drop_rows']);
  const pipeline = loadArtifact(artifact);
  const whole = pipeline.predictRow({a: 4, b: 1});
  expect(whole).toHaveProperty('label');
  expect(pipeline.predictRow({a: null, b: 1})).toEqual({
    error:
      'There is no prediction: `a` is empty, and this pipeline leaves such rows out (`impute_numeric: drop_rows`).',
    warnings: [],
  });
});

test('the threshold of the pipeline decides the label', async () => {
  const {artifact} = await runDataset('subscriptions', ['evaluation.threshold=0.05']);
  const row = Object.fromEntries(
    artifact.signature.map(({name, range, levels}) => [name, range?.[0] ?? levels?.[0] ?? null]),
  );
  const sure = loadArtifact({...artifact, threshold: 0}).predictRow(row);
  const never = loadArtifact({...artifact, threshold: 1}).predictRow(row);
  expect([sure, never]).toMatchObject([{label: 'yes'}, {label: 'no'}]);
});
