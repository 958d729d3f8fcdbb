import {classifier, reportProgress} from '../model.ts';
import {flag, integer, number, numberOr} from '../setting.ts';
import {checkRowsToPredict, checkTrainingRows} from './check-rows.ts';
import {minimise} from './lbfgs.ts';
import {logisticCurvature} from './logistic-curvature.ts';
import {logisticLoss} from './logistic-loss.ts';
import {inOwnUnits, prepareRows} from './logistic-rows.ts';
import {softmaxRows} from './softmax.ts';

const params = {
  C: numberOr(
    'none',
    1,
    {type: 'number', min: 0, open: true},
    'How freely the weights may grow: small holds them near 0, large trusts the data, none means no limit at all.',
  ),
  max_iter: integer(100, {min: 1}, 'The most steps the search for the best weights may take.'),
  tol: number(1e-4, {min: 0, open: true}, 'How flat the loss must be before the search stops: smaller is more exact.'),
  fit_intercept: flag(
    true,
    'Whether the border may lie anywhere, or must go through the point where all features are 0.',
  ),
};

// With scikit-learn's own rule two searches for the same lowest point may end 0.001 apart. This one ends within 0.000001.
const STRICTER = 1e-5;

type State = {
  readonly features: number;
  readonly classes: number;
  /** The classes that were seen; another one gets the probability 0. */
  readonly present: readonly number[];
  /** One row per class seen, or a single row when there are two: the score of the second. */
  readonly coefficients: ReadonlyArray<readonly number[]>;
  readonly intercepts: readonly number[];
  readonly losses: readonly number[];
  readonly converged: boolean;
};

/**
 * Learn one weight per feature (and class), so that the weighted sum of a row's features gives the odds of a class.
 *
 *     two classes: p(second) = 1 / (1 + exp(−(w · x + b)))       more: p(k) = exp(w_k · x + b_k) / Σ_j exp(w_j · x + b_j)
 *     minimise C · Σ_i a_i · (−log p(y_i)) + ½ ‖w‖²               a: row weights; b is not penalised
 *
 * The lowest point is found more exactly than by scikit-learn: the search goes on until the slopes of the mean loss, on
 * columns put on one scale, are all below `tol` / 100 000.
 *
 * @throws {KnownError} `bad_target` when all rows have one class.
 * @see sklearn.linear_model.LogisticRegression
 */
export const logisticRegression = classifier({
  name: 'logistic_regression',
  version: 1,
  help: 'Weighs the features and adds them up into the odds of each class.',
  sklearn: 'LogisticRegression',
  params,
  random: false,
  weighted: true,
  fit(rows, values, context): State {
    checkTrainingRows(rows.x);
    const ready = prepareRows(rows, values.C, values.fit_intercept);
    const found = minimise(logisticLoss(ready), ready.borders * ready.z.columns, {
      maxIterations: values.max_iter,
      tolerance: STRICTER * values.tol,
      curvatureAt: logisticCurvature(ready),
      onIteration: iteration => reportProgress(context, iteration, values.max_iter),
    });
    return {
      features: rows.x.columns,
      classes: rows.classes,
      present: ready.present,
      ...inOwnUnits(found.point, ready),
      losses: found.values,
      converged: found.converged,
    };
  },
  load(state) {
    const {features, classes, present, intercepts} = state;
    const weights = new Float64Array(state.coefficients.flat());
    return {
      probabilities(x) {
        checkRowsToPredict(x, features);
        const scores = new Float64Array(x.rows * classes).fill(-Infinity);
        for (let row = 0; row < x.rows; row++) {
          // With two classes the first one's score is 0 and the only row of weights is the second one's.
          const skipped = present.length - intercepts.length;
          if (skipped === 1) scores[row * classes + present[0]!] = 0;
          intercepts.forEach((intercept, border) => {
            let score = intercept;
            for (let column = 0; column < features; column++) {
              score += weights[border * features + column]! * x.data[row * features + column]!;
            }
            scores[row * classes + present[border + skipped]!] = score;
          });
        }
        return softmaxRows({rows: x.rows, columns: classes, data: scores});
      },
    };
  },
  explain: ({coefficients, intercepts, losses, converged}) => ({
    coefficients,
    intercepts,
    converged,
    curves: [{label: 'loss', values: losses}],
  }),
});
