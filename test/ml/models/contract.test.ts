import {describe, expect, test} from 'vitest';
import {KnownError} from '../../../src/errors.ts';
import {type Matrix, matrixOf, rowOf, takeMatrixRows} from '../../../src/ml/matrix.ts';
import type {Classifier, Regressor} from '../../../src/ml/model.ts';
import {classifiers, mljs, regressors} from '../../../src/ml/models/index.ts';
import type {Json} from '../../../src/ml/setting.ts';
import {farthest, paramsOf, rowsFor} from './reference.ts';

/** Any model as one function: rows and targets in, a state out, and from the state one list of numbers per row. */
type Subject = {
  readonly title: string;
  readonly model: Classifier | Regressor;
  learn(x: Matrix, y: readonly number[], more?: {weights?: readonly number[]; params?: Json; seed?: string}): Json;
  predict(state: Json, x: Matrix): readonly (readonly number[])[];
  /** Targets for the rows of the table `tied`. */
  readonly y: readonly number[];
};

const rows = rowsFor({table: 'tied'});
const x = rows.train;

function classifierSubject(model: Classifier, title: string): Subject {
  return {
    title,
    model,
    y: [...rows.codes],
    learn: (given, y, {weights, params = paramsOf(model), seed = '1'} = {}) => {
      const training = {x: given, y: Int32Array.from(y), classes: 3};
      return model.fit(weights ? {...training, weights: Float64Array.from(weights)} : training, params, {seed});
    },
    predict: (state, given) => {
      const answer = model.load(state).probabilities(given);
      expect([answer.rows, answer.columns, answer.data.length]).toEqual([given.rows, 3, given.rows * 3]);
      return Array.from({length: given.rows}, (_, row) => [...rowOf(answer, row)]);
    },
  };
}

function regressorSubject(model: Regressor): Subject {
  return {
    title: `${model.name} for numbers`,
    model,
    y: [...rows.numbers],
    learn: (given, y, {params = paramsOf(model), seed = '1'} = {}) =>
      model.fit({x: given, y: Float64Array.from(y)}, params, {seed}),
    predict: (state, given) => {
      const answer = model.load(state).predict(given);
      expect(answer.length).toBe(given.rows);
      return Array.from(answer, value => [value]);
    },
  };
}

const subjects = [
  ...Object.values(classifiers).map(model => classifierSubject(model, `${model.name} for classes`)),
  ...Object.values(regressors).map(regressorSubject),
  ...Object.values(mljs).map(model => classifierSubject(model, `${model.name} of mljs`)),
];

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof KnownError && error.hint.length > 0) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

function withValue(matrix: Matrix, row: number, column: number, value: number): Matrix {
  const data = matrix.data.slice();
  data[row * matrix.columns + column] = value;
  return {...matrix, data};
}

describe.each(subjects)('$title', ({model, learn, predict, y}) => {
  const state = learn(x, y);

  test('gives the same state for the same rows, settings and seed', () => {
    expect(JSON.stringify(learn(x, y))).toBe(JSON.stringify(state));
  });

  test('says truly whether it draws random numbers', () => {
    const params = {...(paramsOf(model) as object), ...('max_features' in model.params && {max_features: 'sqrt'})};
    const same = JSON.stringify(learn(x, y, {params, seed: '1'})) === JSON.stringify(learn(x, y, {params, seed: '2'}));
    expect(same).toBe(!model.random);
  });

  test('has a state that survives JSON', () => {
    const copy = JSON.parse(JSON.stringify(state)) as Json;
    expect(copy).toEqual(state);
    expect(predict(copy, rows.test)).toEqual(predict(state, rows.test));
  });

  test('predicts a part of the rows, and no rows, like all of them', () => {
    const all = predict(state, rows.test);
    expect(predict(state, takeMatrixRows(rows.test, [7, 3]))).toEqual([all[7], all[3]]);
    expect(predict(state, matrixOf([], x.columns))).toEqual([]);
  });

  test('answers finite numbers, and probabilities that sum to 1', () => {
    for (const answer of predict(state, rows.test)) {
      expect(answer.every(Number.isFinite)).toBe(true);
      if (model.task !== 'classification') continue;
      expect(Math.min(...answer)).toBeGreaterThanOrEqual(0);
      expect(answer.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  test('leaves its inputs and its state untouched', () => {
    const [given, asked] = [takeMatrixRows(x, [...Array(x.rows).keys()]), takeMatrixRows(rows.test, [0, 1, 2])];
    const targets = [...y];
    const before = JSON.stringify([...given.data, ...targets, ...asked.data]);
    const fresh = learn(given, targets);
    const written = JSON.stringify(fresh);
    predict(fresh, asked);
    expect(JSON.stringify([...given.data, ...targets, ...asked.data])).toBe(before);
    expect(JSON.stringify(fresh)).toBe(written);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %s, in training and after',
    value => {
      expect(codeOf(() => learn(withValue(x, 5, 2, value), y))).toBe('missing_value');
      expect(codeOf(() => predict(state, withValue(rows.test, 0, 5, value)))).toBe('missing_value');
    },
  );

  test('names the row and the feature that it refuses', () => {
    expect(() => learn(withValue(x, 5, 2, Number.NaN), y)).toThrow('Feature 3 of row 6');
  });

  test('refuses no rows, no features and another number of features', () => {
    expect(codeOf(() => learn(matrixOf([], 3), []))).toBe('empty_table');
    expect(codeOf(() => learn({rows: 2, columns: 0, data: new Float64Array(0)}, [0, 1]))).toBe('cannot_fit');
    expect(codeOf(() => predict(state, matrixOf([[1, 2]])))).toBe('bad_row');
  });

  test('learns from a single feature, and from constant ones', () => {
    const first = takeMatrixRows(
      {rows: x.rows, columns: 1, data: x.data.filter((_, index) => index % 6 === 0)},
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
    const constant = matrixOf(Array.from({length: 8}, () => [4, 4]));
    for (const few of [first, constant]) {
      const [answer] = predict(learn(few, y.slice(0, 8)), few);
      expect(answer!.every(Number.isFinite)).toBe(true);
    }
  });

  test('describes itself and every setting for a learner', () => {
    expect(model.help).toMatch(/^[A-Z].*\.$/);
    for (const setting of Object.values(model.params)) expect(setting.help).toMatch(/^[A-Z].*\.$/);
  });
});

describe.each(subjects.filter(({model}) => model.task === 'classification'))('$title', ({model, learn, predict}) => {
  test('gives a class that no training row has the probability 0', () => {
    const y = Array.from(rows.codes, code => (code === 1 ? 2 : code));
    for (const [, middle] of predict(learn(x, y), rows.test)) expect(middle).toBe(0);
  });

  test('refuses one class, or is then certain of it', () => {
    const y = Array.from(rows.codes, () => 1);
    if (model.name === 'logistic_regression') expect(codeOf(() => learn(x, y))).toBe('bad_target');
    else for (const answer of predict(learn(x, y), rows.test)) expect(answer).toEqual([0, 1, 0]);
  });
});

describe.each(subjects.filter(({model}) => model.task === 'classification' && model.weighted))('$title', subject => {
  const {model, learn, predict, y} = subject;

  test('takes a row of weight 2 for the row twice', () => {
    const params = {
      ...(paramsOf(model) as object),
      ...('bootstrap' in model.params && {bootstrap: false, n_estimators: 5}),
    };
    const weights = y.map((_, row) => 1 + (row % 2));
    const odd = weights.flatMap((weight, row) => (weight === 2 ? [row] : []));
    const twice = [...y.keys(), ...odd];
    const weighted = predict(learn(x, y, {weights, params}), rows.test);
    const repeated = predict(
      learn(
        takeMatrixRows(x, twice),
        twice.map(row => y[row]!),
        {params},
      ),
      rows.test,
    );
    expect(farthest(weighted.flat(), repeated.flat())).toBeLessThan(1e-6);
  });

  test('is moved by weights at all', () => {
    const weights = y.map(code => (code === 0 ? 9 : 1));
    expect(predict(learn(x, y, {weights}), rows.test)).not.toEqual(predict(learn(x, y), rows.test));
  });
});

describe.each(subjects.filter(({model}) => model.task === 'regression'))('$title', ({learn}) => {
  test('refuses a target with a gap', () => {
    expect(codeOf(() => learn(x, [Number.NaN, ...rows.numbers.slice(1)]))).toBe('bad_target');
  });
});

test.each(['random_forest', 'logistic_regression'])('%s reports its progress and stops when it is cancelled', name => {
  const model = classifiers[name]!;
  const training = {x, y: rows.codes, classes: 3};
  const seen: number[] = [];
  const progress = (done: number, total: number) => {
    expect(done).toBeLessThanOrEqual(total);
    return seen.push(done) < 3;
  };
  expect(codeOf(() => model.fit(training, paramsOf(model), {seed: '1', progress}))).toBe('interrupted');
  expect(seen).toEqual([1, 2, 3]);
});

test('every model is listed under its own name, and the mljs ones under names that exist', () => {
  for (const list of [classifiers, regressors, mljs]) {
    for (const [name, model] of Object.entries(list)) expect(model.name).toBe(name);
  }
  expect(Object.keys(mljs).every(name => name in classifiers)).toBe(true);
});
