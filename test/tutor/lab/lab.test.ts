import {expect, test} from 'vitest';
import {solutionSettings, startSettings, withSettings} from '../../../src/tutor/lab/settings.ts';
import {checkGoal, checkPrediction, explainTask, hintsUpTo} from '../../../src/tutor/lab/task.ts';
import {miniLesson, runResult} from '../mini-course.ts';

const lab = miniLesson('scaling').lab!;
const task = lab.tasks[0]!;
const before = runResult(0.72);
const result = runResult(0.96);

test('settings are put in by block, deeper ones too, and the base stays as it is', () => {
  const base = {training: {model: 'knn', params: {p: 2}}};
  expect(withSettings(base, {'training.params.n_neighbors': 3, 'preprocessing.scale': 'none', traps: ['x']})).toEqual({
    training: {model: 'knn', params: {p: 2, n_neighbors: 3}},
    preprocessing: {scale: 'none'},
    traps: ['x'],
  });
  expect(base).toEqual({training: {model: 'knn', params: {p: 2}}});
  expect(withSettings({training: 'odd'}, {'training.model': 'knn'})).toEqual({training: {model: 'knn'}});
});

test('a task begins with the base and its own settings, and its solution comes on top', () => {
  expect(startSettings(lab, lab.tasks[1]!)).toEqual({
    ingestion: {dataset: 'wine'},
    training: {model: 'knn', params: {n_neighbors: 5}},
    preprocessing: {scale: 'standard'},
  });
  expect(solutionSettings(lab, lab.tasks[1]!)).toMatchObject({preprocessing: {scale: 'min_max'}});
});

test('a prediction is compared with the run, and every option says whether it came true', () => {
  expect(checkPrediction(task, 'up', {result, before})).toMatchObject({
    held: true,
    options: [
      {id: 'up', chosen: true, holds: true},
      {id: 'same', chosen: false, holds: false},
    ],
  });
  expect(checkPrediction(task, 'same', {result, before}).held).toBe(false);
});

test('a goal is reached when all its conditions hold, and each is told in words', () => {
  expect(checkGoal(task, {result, before}).passed).toBe(true);
  const lazy = {...result, pipeline: {preprocessing: {scale: 'none'}}};
  const outcome = checkGoal(task, {result: lazy, before});
  expect(outcome.passed).toBe(false);
  expect(outcome.conditions[1]).toMatchObject({
    source: 'pipeline.preprocessing.scale != none',
    holds: false,
    words: 'pipeline.preprocessing.scale (none) does not differ from none.',
  });
  expect(checkGoal(task, {result}).passed).toBe(false);
});

test('the explanation and the hints quote the learner’s own runs', () => {
  expect(explainTask(task, {result, before})).toBe('It went from 72.0% to 96.0%.');
  expect(hintsUpTo(task, 0, {result})).toEqual([
    'Look at the block that prepares the columns. Your last run reached 96.0%.',
  ]);
  expect(hintsUpTo(task, 2, {result})).toHaveLength(3);
});
