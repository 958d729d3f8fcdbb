import fc from 'fast-check';
import {expect, test} from 'vitest';
import {changeSetting, removeSetting} from '../../../src/app/lab/change-settings.ts';
import {changedPaths, changesBetween} from '../../../src/app/lab/changes.ts';
import {describePanel, readEntry} from '../../../src/app/lab/panel.ts';
import {allPaths, settingAt} from '../../../src/app/lab/paths.ts';
import {stepValue} from '../../../src/app/lab/step-value.ts';
import {specOfSettings} from '../../../src/app/lesson-runs.ts';
import type {Json} from '../../../src/tutor/figures/result.ts';
import type {BlockSettings} from '../../../src/tutor/lab/settings.ts';
import {miniLesson} from '../../tutor/mini-course.ts';

const knn: BlockSettings = {ingestion: {dataset: 'wine'}, training: {model: 'knn', params: {n_neighbors: 5}}};
const one = (path: string, settings: BlockSettings = knn) => describePanel([path], settings)[0]!;

test('a panel says of each setting its value, its help, its range and its name in scikit-learn', () => {
  expect(one('preprocessing.scale')).toMatchObject({
    group: 'preprocessing',
    name: 'scale',
    text: 'standard',
    isDefault: true,
    allowed: 'standard, min_max, robust, none',
    sklearn: 'StandardScaler, MinMaxScaler, RobustScaler',
  });
  expect(one('training.params.n_neighbors')).toMatchObject({value: 5, allowed: 'a whole number from 1'});
  expect(one('seed')).toMatchObject({group: 'pipeline', value: 42, allowed: 'a whole number from 0 or none'});
});

test('every setting that the labs of the course show is known', () => {
  for (const path of miniLesson('scaling').lab!.panel) expect(settingAt(path, knn), path).toBeDefined();
});

test('a parameter that the model does not have is left out', () => {
  expect(describePanel(['training.params.C'], knn)).toEqual([]);
  expect(describePanel(['training.params.C'], {training: {model: 'logistic_regression'}})).toHaveLength(1);
});

test('every setting of a pipeline can be shown, and what is typed as it is shown means the same', async () => {
  for (const model of ['knn', 'random_forest', 'ridge']) {
    const settings = {...knn, training: {model}};
    for (const setting of describePanel(allPaths(settings), settings)) {
      const reading = await readEntry(setting, setting.text);
      expect(reading, setting.path).toEqual({value: setting.value});
    }
  }
});

test('values that surroundings know are offered to choose from', () => {
  const [dataset] = describePanel(['ingestion.dataset'], knn, {'ingestion.dataset': ['iris', 'wine']});
  expect(dataset).toMatchObject({
    kind: {type: 'choice', choices: ['iris', 'wine']},
    allowed: 'iris, wine',
    value: 'wine',
  });
});

test('maps and lists are read as a pipeline file reads them', async () => {
  expect(await readEntry(one('tuning.space'), '{n_neighbors: [1, 5]}')).toEqual({value: {n_neighbors: [1, 5]}});
  expect(await readEntry(one('tuning.space'), '')).toEqual({value: {}});
  expect(await readEntry(one('ingestion.missing'), '"", NA')).toEqual({value: ['', 'NA']});
  expect(await readEntry(one('features.create'), 'a = b / c; d = min(b, c)')).toEqual({
    value: ['a = b / c', 'd = min(b, c)'],
  });
});

test('what is not allowed is refused with what is', async () => {
  expect(await readEntry(one('split.test_size'), '2')).toEqual({
    problem: '`test_size` cannot be "2".',
    hint: 'Allowed: a number above 0 below 1.',
  });
  expect(await readEntry(one('tuning.space'), '{C: [')).toHaveProperty('problem', '`space` cannot be read.');
});

test('another model lets go of parameters it does not have, and keeps those it has', () => {
  const tree: BlockSettings = {training: {model: 'decision_tree', params: {max_depth: 3, min_samples_leaf: 2}}};
  const forest = changeSetting(tree, 'training.model', 'random_forest');
  expect(forest).toEqual({training: {model: 'random_forest', params: {max_depth: 3, min_samples_leaf: 2}}});
  expect(changeSetting(tree, 'training.model', 'knn')).toEqual({training: {model: 'knn', params: {}}});
  expect(() => specOfSettings({...knn, ...changeSetting(tree, 'training.model', 'knn')})).not.toThrow();
});

test('another table lets go of settings that name columns of the one before', () => {
  const settings: BlockSettings = {
    ingestion: {source: 'csv', path: 'mine.csv', target: 'left', drop: ['id']},
    split: {group: 'family', test_size: 0.3},
    evaluation: {positive: 'yes'},
  };
  expect(changeSetting(settings, 'ingestion.dataset', 'wine')).toEqual({
    ingestion: {dataset: 'wine'},
    split: {test_size: 0.3},
    evaluation: {},
  });
});

test('a trap is chosen by its name, and none takes it away', () => {
  const trapped = changeSetting(knn, 'traps', 'score_on_train');
  expect(trapped.traps).toEqual(['score_on_train']);
  expect(one('traps', trapped).text).toBe('score_on_train');
  expect(changeSetting(trapped, 'traps', 'none').traps).toEqual([]);
});

test('a setting taken back to its default leaves no trace', () => {
  expect(removeSetting(knn, 'training.params.n_neighbors')).toEqual({...knn, training: {model: 'knn', params: {}}});
  expect(removeSetting(knn, 'seed')).toEqual(knn);
});

test('a default that is written out is no change', () => {
  expect(changesBetween(knn, {...knn, preprocessing: {scale: 'standard'}, seed: 42})).toEqual([]);
  expect(changedPaths(knn, {...knn, preprocessing: {scale: 'none'}})).toEqual(['preprocessing.scale']);
});

test('arrow keys go round choices, and stop at the ends of numbers', () => {
  const scale = one('preprocessing.scale').kind;
  expect(stepValue(scale, 'none', 1)).toBe('standard');
  expect(stepValue(scale, 'standard', -1)).toBe('none');
  const k = one('training.params.n_neighbors').kind;
  expect(stepValue(k, 1, -1)).toBeUndefined();
  expect([5, 49, 50, 100, 90].map(value => stepValue(k, value, 1))).toEqual([6, 50, 55, 110, 95]);
  expect([6, 50, 55, 110].map(value => stepValue(k, value, -1))).toEqual([5, 49, 50, 100]);
});

test('arrow keys take other numbers through round steps, shares through twentieths', () => {
  const c = one('training.params.C', {training: {model: 'logistic_regression'}}).kind;
  expect([0.1, 1, 2, 5, 3].map(value => stepValue(c, value, 1))).toEqual([0.2, 2, 5, 10, 5]);
  expect([0.1, 1, 2, 5, 3].map(value => stepValue(c, value, -1))).toEqual([0.05, 0.5, 1, 2, 2]);
  const share = one('split.test_size').kind;
  expect(stepValue(share, 0.25, 1)).toBe(0.3);
  expect(stepValue(share, 0.05, -1)).toBeUndefined();
});

test('below the least number stands the word that a setting knows', () => {
  const depth = one('training.params.max_depth', {training: {model: 'decision_tree'}}).kind;
  expect(stepValue(depth, 1, -1)).toBeNull();
  expect(stepValue(depth, null, 1)).toBe(1);
});

test('a step never leaves what a setting allows, and a step back undoes a step where both are round', async () => {
  const settings = {...knn, training: {model: 'random_forest'}};
  const numbers = describePanel(allPaths(settings), settings).filter(({kind}) => /number|integer/.test(kind.type));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...numbers),
      fc.array(fc.constantFrom(1 as const, -1 as const), {maxLength: 40}),
      async (setting, steps) => {
        let value: Json = setting.value;
        for (const direction of steps) value = stepValue(setting.kind, value, direction) ?? value;
        expect(await readEntry(setting, String(value ?? 'none'))).toEqual({value});
      },
    ),
  );
});
