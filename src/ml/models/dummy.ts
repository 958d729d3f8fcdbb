import {type ClassificationRows, classifier, regressor} from '../model.ts';
import {median, sortedValues} from '../quantile.ts';
import {choice} from '../setting.ts';
import {mean} from '../summary.ts';
import {checkNumericTarget, checkRowsToPredict, checkTrainingRows} from './check-rows.ts';

/**
 * Answer the same for every row: the shares of the classes (`prior`), or the commonest class for certain.
 *
 * It is the baseline: a model that does not beat it has learned nothing from the features, which it never uses.
 *
 * @see sklearn.dummy.DummyClassifier
 */
export const dummyClassifier = classifier({
  name: 'dummy',
  version: 1,
  help: 'Answers the same for every row; any other model has to beat it.',
  sklearn: 'DummyClassifier',
  params: {
    strategy: choice(
      ['prior', 'most_frequent'],
      'prior',
      'Whether it states the share of each class or is sure of the commonest one.',
    ),
  },
  random: false,
  weighted: true,
  fit(rows, {strategy}) {
    checkTrainingRows(rows.x);
    const features = rows.x.columns;
    const shares = classShares(rows);
    if (strategy === 'prior') return {features, shares};
    const commonest = shares.indexOf(Math.max(...shares));
    return {features, shares: shares.map((_, code) => (code === commonest ? 1 : 0))};
  },
  load({features, shares}) {
    return {
      probabilities(x) {
        checkRowsToPredict(x, features);
        const data = new Float64Array(x.rows * shares.length);
        for (let row = 0; row < x.rows; row++) data.set(shares, row * shares.length);
        return {rows: x.rows, columns: shares.length, data};
      },
    };
  },
});

/**
 * Answer the mean, or the median, of the training targets for every row.
 *
 * @see sklearn.dummy.DummyRegressor
 */
export const dummyRegressor = regressor({
  name: 'dummy',
  version: 1,
  help: 'Answers the same number for every row; any other model has to beat it.',
  sklearn: 'DummyRegressor',
  params: {
    strategy: choice(
      ['mean', 'median'],
      'mean',
      'Whether it answers the mean or the middle value of the training rows.',
    ),
  },
  random: false,
  fit({x, y}, {strategy}) {
    checkTrainingRows(x);
    checkNumericTarget(y);
    return {features: x.columns, value: strategy === 'mean' ? mean(y) : median(sortedValues(y))};
  },
  load({features, value}) {
    return {
      predict(x) {
        checkRowsToPredict(x, features);
        return new Float64Array(x.rows).fill(value);
      },
    };
  },
});

function classShares({y, classes, weights}: ClassificationRows): number[] {
  const totals = new Array<number>(classes).fill(0);
  let all = 0;
  y.forEach((code, row) => {
    const weight = weights?.[row] ?? 1;
    totals[code]! += weight;
    all += weight;
  });
  return totals.map(total => total / all);
}
