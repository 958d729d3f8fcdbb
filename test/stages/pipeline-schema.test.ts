import {Ajv2020} from 'ajv/dist/2020.js';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {blocks} from '../../src/stages/blocks.ts';
import {pipelineSchema} from '../../src/stages/pipeline-schema.ts';

const validate = new Ajv2020({strict: false, allErrors: true}).compile(pipelineSchema());
const problemsIn = (text: string) =>
  validate(parse(text)) ? [] : (validate.errors ?? []).map(error => error.instancePath);

test('the schema takes the pipeline file of the design', () => {
  expect(
    problemsIn(`
format: 1
name: churn-baseline
seed: 42
ingestion:     {source: csv, path: customers.csv, target: churned, drop: [customer_id]}
split:         {test_size: 0.25, stratify: true}
preprocessing: {impute_numeric: median, encode: one_hot, scale: standard}
features:      {create: ["hours_per_euro = watch_hours / monthly_fee"], polynomial: 2, select: none}
training:      {model: logistic_regression, params: {C: 1}}
evaluation:    {positive: "yes", threshold: 0.5, cross_validate: 5}
tuning:        {method: none}
deployment:    {name: churn}
monitoring:    {policy: drift}
`),
  ).toEqual([]);
});

test.each([
  ['an unknown block', 'trainig: {model: knn}', ''],
  ['an unknown setting', 'training: {modle: knn}', '/training'],
  ['a value that is not offered', 'training: {model: svm}', '/training/model'],
  ['a number out of its bounds', 'split: {test_size: 2}', '/split/test_size'],
  ['a parameter of the wrong sort', 'training: {params: {n_neighbors: many}}', '/training/params/n_neighbors'],
])('the schema refuses %s', (_, text, place) => {
  expect(problemsIn(text)).toContain(place);
});

test('every setting of every block is in the schema, with its default', () => {
  const {properties} = pipelineSchema() as {
    properties: {[block: string]: {properties: {[name: string]: {default: unknown}}}};
  };
  for (const [block, settings] of Object.entries(blocks))
    for (const [name, setting] of Object.entries(settings))
      expect(properties[block]!.properties[name]!.default, `${block}.${name}`).toEqual(setting.default);
});
