import {expect, test} from 'vitest';
import {listExecutables} from '../../../src/tutor/check/executables.ts';
import {miniCourse} from '../mini-course.ts';

const executables = listExecutables(miniCourse());

test('every named run is listed with its data set and settings', () => {
  expect(executables.runs.map(({lesson, name, run}) => [lesson, name, run.dataset, run.set])).toContainEqual([
    'neighbours',
    'fifty',
    'wine',
    {'training.model': 'knn', 'training.params.n_neighbors': 50},
  ]);
  expect(executables.runs).toHaveLength(5);
});

test('every number and picture of texts, questions, cards and labs is listed with its place', () => {
  const files = new Set(executables.figures.map(({at}) => at.file));
  expect(files).toEqual(
    new Set([
      '01-scaling/lesson.md',
      '01-scaling/quiz.yaml',
      '01-scaling/cards.yaml',
      '01-scaling/lab.yaml',
      '02-neighbours/lesson.md',
    ]),
  );
  expect(executables.blocks.map(({figure}) => figure.kind)).toEqual([
    'confusion',
    'bars',
    'histogram',
    'table',
    'confusion',
    'bars',
    'roc',
    'confusion',
  ]);
});

test('every task is listed with the pipeline it starts from and the one that solves it', () => {
  expect(executables.tasks).toHaveLength(6);
  const leak = executables.tasks.find(({task}) => task.id === 'leak-on-purpose')!;
  expect(leak.start).toMatchObject({preprocessing: {scale: 'standard'}, traps: ['fit_before_split']});
  expect(leak.solution).toMatchObject({preprocessing: {scale: 'none'}});
});

test('every question that the engine must answer is listed', () => {
  const ids = (list: readonly {readonly question: {readonly id: string}}[]) => list.map(({question}) => question.id);
  expect(ids(executables.predictions)).toEqual(['predict-scaling', 'predict-number', 'predict-one']);
  expect(ids(executables.numbers)).toEqual(['gain']);
  expect(ids(executables.pipelines)).toEqual(['find-the-leak']);
});
