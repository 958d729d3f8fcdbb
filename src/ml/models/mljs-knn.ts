import KNN from 'ml-knn';
import {listOf, type Matrix, rowOf} from '../matrix.ts';
import {classifier} from '../model.ts';
import {integer} from '../setting.ts';
import {checkRowsToPredict, checkTrainingRows} from './check-rows.ts';
import {checkNeighbourCount} from './knn.ts';

type State = {
  readonly n_neighbors: number;
  readonly features: number;
  readonly classes: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
};

/**
 * Predict a class by asking the package `ml-knn`.
 *
 * The package gives a label and no probabilities, so the label gets 1 and every other class 0: a share of the votes
 * would claim more than it says. It settles ties by the order in which its search happens to end, so a tied row may
 * get another label than from the built-in `knn`.
 *
 * @see https://github.com/mljs/knn, version 3.0.0
 */
export const mljsKnn = classifier({
  name: 'knn',
  version: 1,
  help: 'The same idea from the package ml-knn: it names a class but cannot say how sure it is.',
  sklearn: 'KNeighborsClassifier',
  params: {
    n_neighbors: integer(5, {min: 1}, 'How many of the most similar training rows have a say in each prediction.'),
  },
  random: false,
  weighted: false,
  fit({x, y, classes}, {n_neighbors}): State {
    checkTrainingRows(x);
    checkNeighbourCount(n_neighbors, x.rows);
    return {n_neighbors, features: x.columns, classes, x: listOf(x.data), y: listOf(y)};
  },
  load({n_neighbors, features, classes, x, y}) {
    const training = {rows: y.length, columns: features, data: new Float64Array(x)};
    const model = new KNN(rowsOf(training), [...y], {k: n_neighbors});
    return {
      probabilities(rows) {
        checkRowsToPredict(rows, features);
        const data = new Float64Array(rows.rows * classes);
        // The package refuses to predict an empty list.
        if (rows.rows === 0) return {rows: 0, columns: classes, data};
        model.predict(rowsOf(rows)).forEach((code, row) => {
          data[row * classes + code] = 1;
        });
        return {rows: rows.rows, columns: classes, data};
      },
    };
  },
});

function rowsOf(x: Matrix): number[][] {
  return Array.from({length: x.rows}, (_, row) => [...rowOf(x, row)]);
}
