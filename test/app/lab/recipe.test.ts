import fc from 'fast-check';
import {expect, test} from 'vitest';
import {readRecipe, writeRecipe} from '../../../src/app/lab/recipe.ts';
import {specOfSettings} from '../../../src/app/lesson-runs.ts';
import {KnownError} from '../../../src/errors.ts';
import type {BlockSettings} from '../../../src/tutor/lab/settings.ts';
import {directEngine} from '../../helpers/direct-engine.ts';

const wine: BlockSettings = {
  ingestion: {dataset: 'wine'},
  preprocessing: {scale: 'min_max'},
  training: {model: 'knn', params: {n_neighbors: 7}},
  seed: 3,
};

function problemOf(text: string): KnownError {
  try {
    readRecipe(text);
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error('It was read.');
}

test('a recipe written today is read for ever', () => {
  expect(readRecipe('mlpt1-I9_RsHxYC4s-YzI8YF5bWwsAn6I')).toEqual(wine);
});

test('a recipe is short, and safe in a link', () => {
  const recipe = writeRecipe(wine);
  expect(recipe).toMatch(/^[\w-]+$/);
  expect(recipe.length).toBeLessThan(60);
});

test('a recipe leads to a run with the same fingerprint', async () => {
  const engine = directEngine();
  const run = (settings: BlockSettings) =>
    engine.call('run', {spec: specOfSettings(settings), folder: '.', fresh: true}).result;
  const first = await run(wine);
  const again = await run(readRecipe(writeRecipe(wine)));
  expect(again.fingerprint).toBe(first.fingerprint);
});

test('whatever settings hold comes back as it was', () => {
  const json = fc.jsonValue({maxDepth: 3});
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), path => {
      const settings = {ingestion: {types: JSON.parse(JSON.stringify(path))}} as BlockSettings;
      expect(readRecipe(writeRecipe(settings))).toEqual(settings);
    }),
  );
});

test('spaces and line breaks from a paste do no harm', () => {
  const recipe = writeRecipe(wine);
  expect(readRecipe(`  ${recipe.slice(0, 20)}\n ${recipe.slice(20)} `)).toEqual(wine);
});

test('a slip of the pen is noticed, whichever character it is', () => {
  const recipe = writeRecipe(wine);
  const slips = [...recipe].map((character, place) => {
    const text = recipe.slice(0, place) + (character === 'A' ? 'B' : 'A') + recipe.slice(place + 1);
    // The last character may hold bits that mean nothing.
    return place === recipe.length - 1 ? 'bad_usage' : problemOf(text).code;
  });
  expect(new Set(slips)).toEqual(new Set(['bad_usage']));
});

test('what is no recipe says so, and what to do', () => {
  expect(problemOf('hello')).toMatchObject({message: 'This is no recipe.', hint: 'A recipe begins with mlpt1-'});
  expect(problemOf('mlpt9-abc').message).toBe('This recipe is of form 9.');
  expect(problemOf('mlpt1-').message).toBe('This recipe is damaged or not whole.');
  expect(problemOf(writeRecipe(wine).slice(0, -3)).message).toBe('This recipe is damaged or not whole.');
  expect(problemOf(`mlpt1-${'A'.repeat(5000)}`).message).toBe('This recipe is too long.');
});

test('a recipe with a setting that does not exist names it', () => {
  const recipe = writeRecipe({training: {model: 'oracle'}});
  expect(problemOf(recipe)).toMatchObject({code: 'bad_pipeline'});
  expect(problemOf(recipe).message).toContain('`model` cannot be "oracle"');
});
