import LogisticRegression from 'ml-logistic-regression';
import {Matrix as Dense} from 'ml-matrix';
import {columnOf, type Matrix} from '../matrix.ts';
import {classifier, type Explanation} from '../model.ts';
import {fitScale, type Scale} from '../scale.ts';
import {integer} from '../setting.ts';
import {checkRowsToPredict, checkTrainingRows, severalClasses} from './check-rows.ts';

type State = {
  readonly classes: number;
  readonly present: readonly number[];
  readonly scales: readonly Scale[];
  /** One row per class seen: the weight of every feature, and of the column of ones last. */
  readonly weights: ReadonlyArray<readonly number[]>;
};

/**
 * Learn weights with the package `ml-logistic-regression`: one class against the rest, plain gradient descent.
 *
 *     p(k) = q_k / Σ_j q_j,   q_k = 1 − σ(w_k · z)      z: the standardised features, and a 1 for the intercept
 *
 * The package has no intercept, no penalty and no stopping rule, sums the gradient over the rows and needs the labels
 * 0 … K − 1. So here the features are standardised, a column of ones is added, the step is 1 / rows, the labels are
 * renumbered, and `max_iter` steps are taken, no fewer. The results differ from the built-in model's.
 *
 * @throws {KnownError} `bad_target` when all rows have one class.
 * @see https://github.com/mljs/logistic-regression, version 2.0.0
 */
export const mljsLogisticRegression = classifier({
  name: 'logistic_regression',
  version: 1,
  help: 'The same idea from the package ml-logistic-regression: no penalty, and a fixed number of small steps.',
  sklearn: 'LogisticRegression',
  params: {
    max_iter: integer(1000, {min: 1, max: 1000}, 'How many steps down the slope it takes: it never stops earlier.'),
  },
  random: false,
  weighted: false,
  fit({x, y, classes}, {max_iter}): State {
    checkTrainingRows(x);
    const present = severalClasses(y);
    const scales = Array.from({length: x.columns}, (_, column) => fitScale(columnOf(x, column), 'standard'));
    const model = new LogisticRegression({numSteps: max_iter, learningRate: 1 / x.rows});
    model.train(design(x, scales), Dense.columnVector(Array.from(y, code => present.indexOf(code))));
    return {classes, present, scales, weights: model.classifiers.map(({weights}) => weights.to1DArray())};
  },
  load({classes, present, scales, weights}) {
    const model = LogisticRegression.load({
      name: 'LogisticRegression',
      numberClasses: present.length,
      classifiers: weights.map(row => ({weights: [row]})),
    });
    return {
      probabilities(x) {
        checkRowsToPredict(x, scales.length);
        const data = new Float64Array(x.rows * classes);
        if (x.rows === 0) return {rows: 0, columns: classes, data};
        const ready = design(x, scales);
        const others = model.classifiers.map(one => one.testScores(ready));
        for (let row = 0; row < x.rows; row++) {
          const own = others.map(chances => 1 - chances[row]!);
          const total = own.reduce((sum, chance) => sum + chance, 0);
          // When every classifier says no for certain, none of them is to be preferred.
          own.forEach((chance, index) => {
            data[row * classes + present[index]!] = total > 0 ? chance / total : 1 / own.length;
          });
        }
        return {rows: x.rows, columns: classes, data};
      },
    };
  },
  explain: inOwnUnits,
});

/** The standardised features, and a column of ones. */
function design({rows, columns, data}: Matrix, scales: readonly Scale[]): Dense {
  const ready = (row: number) =>
    scales.map(({center, scale}, column) => (data[row * columns + column]! - center) / scale);
  return new Dense(Array.from({length: rows}, (_, row) => [...ready(row), 1]));
}

// The package's classifiers tell the others from their own class, so their signs are turned round.
function inOwnUnits({weights, scales}: State): Explanation {
  const shown = weights.length === 2 ? weights.slice(1) : weights;
  const coefficients = shown.map(row => scales.map(({scale}, column) => -row[column]! / scale));
  const intercepts = shown.map((row, index) =>
    scales.reduce((sum, {center}, column) => sum - coefficients[index]![column]! * center, -row.at(-1)!),
  );
  return {coefficients, intercepts};
}
