import fc from 'fast-check';
import {expect, test} from 'vitest';
import {applyScale, fitScale, unscale} from '../../src/ml/scale.ts';
import {column, expectClose, readReference} from './reference.ts';

const {columns} = readReference('preprocessing');
const kinds = ['standard', 'min_max', 'robust'] as const;

test('scaled columns agree with scikit-learn, gaps and constants included', () => {
  for (const name of Object.keys(columns)) {
    const values = column(columns[name].values);
    for (const kind of kinds) {
      const scaled = applyScale(values, fitScale(values, kind));
      // A column of numbers near 1e8 keeps eight digits of its spread.
      expectClose(scaled, columns[name].scale[kind], name === 'far' ? 1e-6 : 1e-10, `${name} ${kind}`);
    }
  }
});

test('a constant column becomes zeros', () => {
  for (const kind of kinds) {
    const constant = new Float64Array(9).fill(0.1);
    expectClose(applyScale(constant, fitScale(constant, kind)), new Float64Array(9), 1e-15, kind);
  }
});

test('a column that differs by rounding alone counts as constant, as in scikit-learn', () => {
  expect(fitScale(Float64Array.of(0.3, 0.1 + 0.2, 0.3), 'standard').scale).toBe(1);
});

test('no constant column of any length is mistaken for one that varies', () => {
  for (const value of [0.1, 1 / 3, 1e8 + 0.7, -2.3e-5, 123456.789]) {
    for (let n = 1; n <= 200; n++) expect(fitScale(new Float64Array(n).fill(value), 'standard').scale).toBe(1);
  }
});

test('a column of gaps learns the scale that changes nothing', () => {
  for (const kind of kinds) expect(fitScale(Float64Array.of(Number.NaN), kind)).toEqual({center: 0, scale: 1});
});

test('a value beyond the training range is scaled beyond 0 and 1', () => {
  const scale = fitScale(Float64Array.of(0, 10), 'min_max');
  expect([...applyScale(Float64Array.of(20, -5), scale)]).toEqual([2, -0.5]);
});

test('unscale undoes applyScale', () => {
  const numbers = fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 1, maxLength: 30});
  fc.assert(
    fc.property(numbers, fc.constantFrom(...kinds), (list, kind) => {
      const values = Float64Array.from(list);
      const scale = fitScale(values, kind);
      const size = Math.max(...list.map(Math.abs), scale.scale);
      unscale(applyScale(values, scale), scale).forEach((value, row) => {
        expect(Math.abs(value - values[row]!)).toBeLessThanOrEqual(1e-9 * size);
      });
    }),
  );
});
