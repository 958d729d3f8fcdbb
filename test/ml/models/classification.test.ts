import {expect, test} from 'vitest';
import {takeMatrixRows} from '../../../src/ml/matrix.ts';
import {labelsOf} from '../../../src/ml/model.ts';
import {classifiers} from '../../../src/ml/models/index.ts';
import {type Case, farthest, paramsOf, readReference, rowsFor} from './reference.ts';

for (const wanted of readReference<readonly Case[]>('classification')) {
  const {table, params, weights} = wanted;
  const title = `${wanted.model} ${JSON.stringify(params)}${weights ? ` with ${weights} weights` : ''}`;

  test(`${title} answers as scikit-learn's on ${table}${wanted.tolerance ? ' within its own tolerance' : ''}`, () => {
    const model = classifiers[wanted.model]!;
    const rows = rowsFor(wanted);
    const training = {x: rows.train, y: rows.codes, classes: rows.classes};
    const context = {seed: '1'};
    const given = rows.weights ? {...training, weights: rows.weights} : training;
    const state = model.fit(given, paramsOf(model, params), context);
    const {data} = model.load(state).probabilities(takeMatrixRows(rows.test, wanted.rows));
    const answers = wanted.answers as ReadonlyArray<readonly number[]>;

    expect(farthest(data, answers.flat())).toBeLessThan(wanted.tolerance ?? 1e-6);
    const labels = answers.map(row => row.indexOf(Math.max(...row)));
    expect([...labelsOf({rows: labels.length, columns: rows.classes, data})]).toEqual(labels);
    const shown = model.explain?.(state);
    if (wanted.coefficients) {
      expect(farthest(shown!.coefficients!.flat(), wanted.coefficients.flat())).toBeLessThan(1e-5);
      expect(farthest(shown!.intercepts!, wanted.intercepts!)).toBeLessThan(1e-5);
    }
    if (wanted.importances) expect(farthest(shown!.importances!, wanted.importances)).toBeLessThan(1e-9);
  });
}
