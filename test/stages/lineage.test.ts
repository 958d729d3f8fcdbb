import {expect, test} from 'vitest';
import {fittedPipeline} from '../../src/stages/deployment/fitted-pipeline.ts';
import {lineageOf} from '../../src/stages/lineage.ts';
import {runDataset} from '../helpers/fitted.ts';

async function lineage(set: readonly string[] = []) {
  const {artifact} = await runDataset('subscriptions', ['ingestion.limit=800', ...set]);
  const found = lineageOf(fittedPipeline(artifact));
  expect(found.features.map(({name}) => name)).toEqual(artifact.model.features);
  const feature = (name: string) => found.features.find(one => one.name === name)!;
  const source = (name: string) => found.sources.find(one => one.name === name)!;
  return {...found, feature, source};
}

test('a number keeps its name, and every step that may change it is on its way', async () => {
  const {feature} = await lineage(['preprocessing.outliers=clip_iqr']);
  expect(feature('age')).toEqual({
    name: 'age',
    sources: ['age'],
    steps: [
      {step: 'preprocessing.impute', columns: ['age']},
      {step: 'preprocessing.outliers', columns: ['age']},
      {step: 'preprocessing.scale', columns: ['age']},
    ],
  });
});

test('the columns made of a category lead back to it, and it leads to them', async () => {
  const {feature, source} = await lineage();
  expect(feature('plan=basic').sources).toEqual(['plan']);
  expect(feature('plan=basic').steps.map(({step}) => step)).toEqual(['preprocessing.impute', 'preprocessing.encode']);
  expect(source('plan').features).toContain('plan=basic');
  expect(source('plan').features.every(name => name.startsWith('plan='))).toBe(true);
  expect(source('plan').lost_at).toBeNull();
});

test('a created feature leads back to every column in its expression', async () => {
  const {feature, source} = await lineage(['features.create=per_euro = watch_hours / monthly_fee']);
  expect(feature('per_euro').sources).toEqual(['monthly_fee', 'watch_hours']);
  expect(feature('per_euro').steps).toEqual([
    {step: 'preprocessing.impute', columns: ['watch_hours', 'monthly_fee']},
    {step: 'features.create', columns: ['per_euro']},
    {step: 'preprocessing.scale', columns: ['per_euro']},
  ]);
  expect(source('watch_hours').features).toEqual(['watch_hours', 'per_euro']);
});

test('a column that no feature is made of names the step that left it out', async () => {
  const {source} = await lineage(['features.select=k_best', 'features.k=2']);
  expect(source('signup_date')).toEqual({name: 'signup_date', features: [], lost_at: 'preprocessing.encode'});
  expect(source('country').lost_at).toBe('features.select');
});

test('a date that only feeds a created feature is not lost', async () => {
  const {source} = await lineage(['features.create=since = year(signup_date)']);
  expect(source('signup_date')).toEqual({name: 'signup_date', features: ['since'], lost_at: null});
});

test('squares, products and directions lead back through what they are made of', async () => {
  const squared = await lineage(['features.polynomial=2']);
  expect(squared.feature('age watch_hours').sources).toEqual(['age', 'watch_hours']);
  const turned = await lineage(['features.pca=3']);
  const {sources} = turned.feature('component 1');
  expect(sources).toContain('plan');
  expect(sources).not.toContain('signup_date');
});

test('a column of ranges leads through the step that cut it', async () => {
  const {features} = await lineage(['features.bins={age: 3}', 'preprocessing.missing_indicator=true']);
  const ranges = features.filter(({name}) => name.startsWith('age='));
  expect(ranges.map(({sources}) => sources)).toEqual([['age'], ['age'], ['age']]);
  for (const {steps} of ranges) expect(steps.map(({step}) => step)).toContain('features.bins');
  expect(features.find(({name}) => name === 'satisfaction was missing')?.sources).toEqual(['satisfaction']);
});
