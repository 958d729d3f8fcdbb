import {expect, test} from 'vitest';
import {matrixOf} from '../../../src/ml/matrix.ts';
import {classifiers, mljs} from '../../../src/ml/models/index.ts';
import {minimise} from '../../../src/ml/models/lbfgs.ts';
import {logisticCurvature} from '../../../src/ml/models/logistic-curvature.ts';
import {logisticLoss} from '../../../src/ml/models/logistic-loss.ts';
import {prepareRows} from '../../../src/ml/models/logistic-rows.ts';
import {softmaxRows} from '../../../src/ml/models/softmax.ts';
import {farthest, paramsOf, rowsFor} from './reference.ts';

const model = classifiers.logistic_regression!;
const context = {seed: '1'};

test.each(['breast_cancer', 'wine'])('the slopes of the loss on %s are those that small steps show', table => {
  const {train, codes, classes} = rowsFor({table});
  const rows = prepareRows({x: train, y: codes, classes}, 1, true);
  const loss = logisticLoss(rows);
  const size = rows.borders * rows.z.columns;
  const point = Float64Array.from({length: size}, (_, index) => Math.sin(index) / 4);
  const slopes = new Float64Array(size);
  const unused = new Float64Array(size);
  loss(point, slopes);
  const measured = point.map((_, index) => {
    const at = (step: number) =>
      loss(
        point.map((value, other) => (other === index ? value + step : value)),
        unused,
      );
    return (at(1e-5) - at(-1e-5)) / 2e-5;
  });
  expect(farthest(slopes, measured)).toBeLessThan(1e-9);
});

test.each(['breast_cancer', 'wine'])('a slope divided by the curvature on %s is the step that made it', table => {
  const {train, codes, classes} = rowsFor({table});
  const rows = prepareRows({x: train, y: codes, classes}, 1, true);
  const size = rows.borders * rows.z.columns;
  const [from, to] = [new Float64Array(size), new Float64Array(size)];
  // One column of one class alone, so that the step is not one that leaves all probabilities as they are.
  const step = new Float64Array(size);
  step[2] = 1e-5;
  logisticLoss(rows)(new Float64Array(size), from);
  logisticLoss(rows)(step, to);
  const change = to.map((slope, index) => slope - from[index]!);
  logisticCurvature(rows)(new Float64Array(size))(change);
  expect(farthest(change, step)).toBeLessThan(1e-7);
});

test('the loss falls in every iteration, and starts at log K when nothing is known', () => {
  const {train, codes, classes} = rowsFor({table: 'wine', scaled: true});
  const state = model.fit({x: train, y: codes, classes}, paramsOf(model), context);
  const {curves, converged} = model.explain!(state);
  const [curve] = curves!;
  expect(curve!.values[0]).toBeCloseTo(Math.log(3), 12);
  curve!.values.forEach((value, index) => {
    if (index > 0) expect(value).toBeLessThan(curve!.values[index - 1]!);
  });
  expect(converged).toBe(true);
});

test.each(['iris', 'wine', 'breast_cancer'])(
  'scikit-learn’s 100 iterations are enough on %s, scaled or not, with and without penalty',
  table => {
    for (const scaled of [true, false]) {
      const {train, codes, classes} = rowsFor({table, scaled});
      for (const C of [0.01, 1, 1000, null]) {
        const state = model.fit({x: train, y: codes, classes}, paramsOf(model, {C}), context);
        expect([scaled, C, model.explain!(state).converged]).toEqual([scaled, C, true]);
      }
    }
  },
);

test('a search that is cut short says so', () => {
  const {train, codes, classes} = rowsFor({table: 'wine'});
  const state = model.fit({x: train, y: codes, classes}, paramsOf(model, {max_iter: 3}), context);
  expect(model.explain!(state).converged).toBe(false);
});

test('with more weights than fit into a table the same point is found', () => {
  const {train, codes, classes, test: asked} = rowsFor({table: 'wide'});
  const repeated = (x: typeof train) =>
    matrixOf(
      Array.from({length: x.rows}, (_, row) => {
        const values = x.data.slice(row * x.columns, (row + 1) * x.columns);
        return Array.from({length: 10}, () => [...values]).flat();
      }),
    );
  // Ten times the same column with a tenth of C is one column with C.
  const answer = (x: typeof train, rows: typeof train, C: number) =>
    model.load(model.fit({x, y: codes, classes}, paramsOf(model, {C}), context)).probabilities(rows).data;
  expect(farthest(answer(repeated(train), repeated(asked), 0.1), answer(train, asked, 1))).toBeLessThan(1e-6);
});

test('the search finds the lowest point of a long narrow valley', () => {
  const valley = (point: Float64Array, gradient: Float64Array) => {
    const [a, b] = [point[0]! - 3, point[1]! + 2];
    gradient.set([2 * a, 2e4 * b]);
    return a * a + 1e4 * b * b;
  };
  const found = minimise(valley, 2, {
    maxIterations: 50,
    tolerance: 1e-9,
    curvatureAt: () => () => {},
    onIteration: () => {},
  });
  expect(farthest(found.point, [3, -2])).toBeLessThan(1e-9);
  expect(found.converged).toBe(true);
});

test('softmax neither overflows nor gives a share to what can never be', () => {
  const {data} = softmaxRows({
    rows: 2,
    columns: 3,
    data: Float64Array.of(1000, 1000, -Infinity, 0, Math.log(3), -Infinity),
  });
  expect(farthest(data, [0.5, 0.5, 0, 0.25, 0.75, 0])).toBeLessThan(1e-15);
});

test('the package’s model learns an intercept from the column of ones that is added for it', () => {
  const other = mljs.logistic_regression!;
  const x = matrixOf(Array.from({length: 10}, (_, row) => [row + 1]));
  const y = Int32Array.from({length: 10}, (_, row) => (row >= 5 ? 1 : 0));
  const state = other.fit({x, y, classes: 2}, paramsOf(other), context);
  const answer = other
    .load(state)
    .probabilities(x)
    .data.filter((_, index) => index % 2 === 1);
  expect([...answer].map(chance => (chance > 0.5 ? 1 : 0))).toEqual([...y]);
  const {coefficients, intercepts} = other.explain!(state);
  const chance = 1 / (1 + Math.exp(-(coefficients![0]![0]! * 3 + intercepts![0]!)));
  expect(answer[2]).toBeCloseTo(chance, 9);
});

test.each([
  ['iris', 0.9],
  ['wine', 0.95],
  ['breast_cancer', 0.95],
])('the packages’ models are right about %s at least %d of the time, as the adapters make them', (table, least) => {
  const {train, codes, classes, test: asked, testTarget} = rowsFor({table, scaled: true});
  for (const other of Object.values(mljs)) {
    const state = other.fit({x: train, y: codes, classes}, paramsOf(other), context);
    const {data} = other.load(state).probabilities(asked);
    const right = testTarget.filter((code, row) => {
      const shares = data.subarray(row * classes, (row + 1) * classes);
      return shares[code] === Math.max(...shares);
    });
    expect(right.length / asked.rows).toBeGreaterThanOrEqual(least);
  }
});
