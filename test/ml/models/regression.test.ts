import {expect, test} from 'vitest';
import {takeMatrixRows} from '../../../src/ml/matrix.ts';
import {regressors} from '../../../src/ml/models/index.ts';
import {type Case, farthest, paramsOf, readReference, rowsFor} from './reference.ts';

for (const wanted of readReference<readonly Case[]>('regression')) {
  const {table, params} = wanted;

  test(`${wanted.model} ${JSON.stringify(params)} answers as scikit-learn's on ${table}`, () => {
    const model = regressors[wanted.model]!;
    const rows = rowsFor(wanted);
    const state = model.fit({x: rows.train, y: rows.numbers}, paramsOf(model, params), {seed: '1'});
    const answers = wanted.answers as readonly number[];

    expect(farthest(model.load(state).predict(takeMatrixRows(rows.test, wanted.rows)), answers)).toBeLessThan(1e-6);
    const shown = model.explain?.(state);
    if (wanted.coefficients) {
      expect(farthest(shown!.coefficients!.flat(), wanted.coefficients.flat())).toBeLessThan(1e-6);
      expect(farthest(shown!.intercepts!, wanted.intercepts!)).toBeLessThan(1e-6);
    }
    if (wanted.importances) expect(farthest(shown!.importances!, wanted.importances)).toBeLessThan(1e-9);
  });
}
