import {expect, test} from 'vitest';
import {labelsOf} from '../../../src/ml/model.ts';
import {classifiers, regressors} from '../../../src/ml/models/index.ts';
import {type ForestCase, farthest, paramsOf, readReference, rowsFor} from './reference.ts';

const seeds = Array.from({length: 10}, (_, seed) => String(seed));
const cases = readReference<readonly ForestCase[]>('forest');

for (const wanted of cases) {
  test(`ten forests on ${wanted.table} answer and score like ten of scikit-learn's`, () => {
    const forests = seeds.map(seed => (wanted.table === 'diabetes' ? numbersOf(seed) : classesOf(wanted.table, seed)));
    const answers = meanOf(forests.map(forest => forest.answers));
    const score = forests.reduce((sum, forest) => sum + forest.score, 0) / forests.length;
    const scale = wanted.table === 'diabetes' ? 100 : 1;

    expect(score).toBeGreaterThanOrEqual(Math.min(...wanted.scores) - 1e-9);
    expect(score).toBeLessThanOrEqual(Math.max(...wanted.scores) + 1e-9);
    // Of the test rows the file holds the first ones.
    const first = answers.slice(0, wanted.answers.flat().length);
    expect(farthest(first, wanted.answers.flat()) / scale).toBeLessThan(0.06);
    expect(farthest(meanOf(forests.map(forest => forest.importances)), wanted.importances)).toBeLessThan(0.03);
  });
}

type Forest = {readonly score: number; readonly answers: readonly number[]; readonly importances: readonly number[]};

function classesOf(table: string, seed: string): Forest {
  const model = classifiers.random_forest!;
  const rows = rowsFor({table});
  const state = model.fit({x: rows.train, y: rows.codes, classes: rows.classes}, paramsOf(model), {seed});
  const probabilities = model.load(state).probabilities(rows.test);
  const right = labelsOf(probabilities).filter((label, row) => label === rows.testTarget[row]).length;
  return {
    score: right / rows.test.rows,
    answers: [...probabilities.data],
    importances: model.explain!(state).importances!,
  };
}

function numbersOf(seed: string): Forest {
  const model = regressors.random_forest!;
  const rows = rowsFor({table: 'diabetes'});
  const state = model.fit({x: rows.train, y: rows.numbers}, paramsOf(model), {seed});
  const answers = [...model.load(state).predict(rows.test)];
  const truth = rows.testTarget;
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length;
  const squares = (others: (row: number) => number) =>
    truth.reduce((sum, value, row) => sum + (value - others(row)) ** 2, 0);
  return {
    score: 1 - squares(row => answers[row]!) / squares(() => mean),
    answers,
    importances: model.explain!(state).importances!,
  };
}

function meanOf(lists: ReadonlyArray<readonly number[]>): readonly number[] {
  return lists[0]!.map((_, index) => lists.reduce((sum, list) => sum + list[index]!, 0) / lists.length);
}
