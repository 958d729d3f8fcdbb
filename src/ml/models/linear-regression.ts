import type {Matrix} from '../matrix.ts';
import {type RegressionRows, regressor} from '../model.ts';
import {flag, number} from '../setting.ts';
import {checkNumericTarget, checkRowsToPredict, checkTrainingRows} from './check-rows.ts';
import {fitPlane} from './least-squares.ts';

type State = {readonly coefficients: readonly number[]; readonly intercept: number};

const fit_intercept = flag(true, 'Whether the prediction may differ from 0 where all features are 0.');

/**
 * Predict a number as a weighted sum of the features, by least squares.
 *
 *     y = b + w · x,   minimise Σ_i (y_i − b − w · x_i)²
 *
 * Where many planes fit equally well (repeated columns, fewer rows than features) the one with the smallest ‖w‖ is taken.
 *
 * @see sklearn.linear_model.LinearRegression
 */
export const linearRegression = regressor({
  name: 'linear_regression',
  version: 1,
  help: 'Draws the straight line, or plane, that is closest to the training rows.',
  sklearn: 'LinearRegression',
  params: {fit_intercept},
  random: false,
  fit: (rows, values): State => fitChecked(rows, 0, values.fit_intercept),
  load,
  explain,
});

/**
 * Predict a number as a weighted sum of the features, and keep the weights small.
 *
 *     y = b + w · x,   minimise Σ_i (y_i − b − w · x_i)² + alpha · ‖w‖²   (b is not penalised)
 *
 * @see sklearn.linear_model.Ridge
 */
export const ridge = regressor({
  name: 'ridge',
  version: 1,
  help: 'Draws a plane through the training rows, but pays for steepness, so that it trusts them less.',
  sklearn: 'Ridge',
  params: {
    alpha: number(
      1,
      {min: 0},
      'How much steepness costs: 0 is plain linear regression, more holds the weights near 0.',
    ),
    fit_intercept,
  },
  random: false,
  fit: (rows, values): State => fitChecked(rows, values.alpha, values.fit_intercept),
  load,
  explain,
});

function fitChecked({x, y}: RegressionRows, alpha: number, withIntercept: boolean): State {
  checkTrainingRows(x);
  checkNumericTarget(y);
  return fitPlane(x, y, alpha, withIntercept);
}

function load({coefficients, intercept}: State) {
  const weights = new Float64Array(coefficients);
  return {
    predict(x: Matrix) {
      checkRowsToPredict(x, weights.length);
      const values = new Float64Array(x.rows).fill(intercept);
      for (let row = 0; row < x.rows; row++) {
        for (let column = 0; column < x.columns; column++) {
          values[row]! += weights[column]! * x.data[row * x.columns + column]!;
        }
      }
      return values;
    },
  };
}

function explain({coefficients, intercept}: State) {
  return {coefficients: [coefficients], intercepts: [intercept]};
}
