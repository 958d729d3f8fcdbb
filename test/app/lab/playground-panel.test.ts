import {expect, test} from 'vitest';
import {describeAll, knownTask, readingFile} from '../../../src/app/lab/playground-panel.ts';
import {newBench} from '../../../src/app/lab/workbench.ts';
import type {BlockSettings} from '../../../src/tutor/lab/settings.ts';
import {memoryPorts} from '../../helpers/memory-ports.ts';

const datasets = memoryPorts().datasets.list();
const taskOf = (settings: BlockSettings) => knownTask(newBench(settings), datasets);

test('what is predicted is known from the dataset, from what was set, and from the last run of the same source', () => {
  expect(taskOf({ingestion: {dataset: 'diabetes'}})).toBe('regression');
  expect(taskOf({ingestion: {dataset: 'wine'}})).toBe('classification');
  expect(taskOf({ingestion: {dataset: 'wine', task: 'regression'}})).toBe('regression');
  const own = {ingestion: {source: 'csv', path: 'rents.csv', target: 'rent'}};
  const run = {action: 'run', settings: own, json: {task: 'regression'}};
  expect(knownTask({...newBench(own), runs: [run]}, datasets)).toBe('regression');
  const other = {ingestion: {...own.ingestion, target: 'district'}};
  expect(knownTask({...newBench(other), runs: [run]}, datasets)).toBe('classification');
});

test('the panel shows the model that a run takes when none is named, with its parameters', () => {
  const settings = {ingestion: {dataset: 'diabetes'}};
  const named = (task: 'classification' | 'regression') =>
    new Map(describeAll(settings, task).map(setting => [setting.path, setting]));
  expect(named('regression').get('training.model')).toMatchObject({
    value: 'linear_regression',
    fallback: 'linear_regression',
    isDefault: true,
  });
  expect(named('regression').has('training.params.C')).toBe(false);
  expect(named('classification').get('training.model')?.value).toBe('logistic_regression');
  const chosen = describeAll({...settings, training: {model: 'ridge'}}, 'regression');
  expect(chosen.find(({path}) => path === 'training.model')).toMatchObject({value: 'ridge', isDefault: false});
});

test('a file of one’s own takes the place of the dataset and of all that named its columns', () => {
  const before = {ingestion: {dataset: 'iris', target: 'species', drop: ['petal_width_cm']}, seed: 1};
  expect(readingFile(before, 'rents.csv', 'rent')).toEqual({
    ingestion: {source: 'csv', path: 'rents.csv', target: 'rent'},
    seed: 1,
  });
});
