import {KnownError} from '../../errors.ts';
import {listOf, type Matrix, rowOf} from '../matrix.ts';
import {classifier, regressor} from '../model.ts';
import {choice, integer, type ValuesOf} from '../setting.ts';
import {checkNumericTarget, checkRowsToPredict, checkTrainingRows} from './check-rows.ts';
import {type Found, indexRows, type Metric} from './nearest.ts';

const params = {
  n_neighbors: integer(5, {min: 1}, 'How many of the most similar training rows have a say in each prediction.'),
  weights: choice(
    ['uniform', 'distance'],
    'uniform',
    'Whether every neighbour counts the same or near ones count more.',
  ),
  metric: choice(['euclidean', 'manhattan'], 'euclidean', 'How the distance between two rows is measured.'),
};

type Params = ValuesOf<typeof params>;
/** Nothing is computed from the training rows: they are the model. */
type State = Params & {readonly features: number; readonly x: readonly number[]; readonly y: readonly number[]};

/**
 * Predict a class by asking the k nearest training rows.
 *
 *     p(class) = Σ weights of the neighbours of that class / Σ weights,   weight = 1 or 1 / distance
 *
 * A neighbour at distance 0 outweighs all that are not. Equal distances: the earlier training row is the nearer one.
 *
 * @see sklearn.neighbors.KNeighborsClassifier
 */
export const knnClassifier = classifier({
  name: 'knn',
  version: 1,
  help: 'Looks up the most similar rows it has seen and takes a vote.',
  sklearn: 'KNeighborsClassifier',
  params,
  random: false,
  weighted: false,
  fit({x, y, classes}, values) {
    return {...remember(x, y, values), classes};
  },
  load(state: State & {readonly classes: number}) {
    const {classes, y} = state;
    const lookUp = neighbours(state);
    return {
      probabilities(x) {
        const data = new Float64Array(x.rows * classes);
        lookUp(x, (row, found, weights, total) => {
          const votes = data.subarray(row * classes, (row + 1) * classes);
          weights.forEach((weight, place) => {
            votes[y[found.rows[place]!]!]! += weight;
          });
          for (let code = 0; code < classes; code++) votes[code]! /= total;
        });
        return {rows: x.rows, columns: classes, data};
      },
    };
  },
});

/**
 * Predict a number as the mean of the k nearest training rows, weighted as the classifier's votes are.
 *
 * @see sklearn.neighbors.KNeighborsRegressor
 */
export const knnRegressor = regressor({
  name: 'knn',
  version: 1,
  help: 'Looks up the most similar rows it has seen and takes their mean.',
  sklearn: 'KNeighborsRegressor',
  params,
  random: false,
  fit({x, y}, values) {
    checkNumericTarget(y);
    return remember(x, y, values);
  },
  load(state: State) {
    const lookUp = neighbours(state);
    return {
      predict(x) {
        const means = new Float64Array(x.rows);
        lookUp(x, (row, found, weights, total) => {
          means[row] = weights.reduce((sum, weight, place) => sum + weight * state.y[found.rows[place]!]!, 0) / total;
        });
        return means;
      },
    };
  },
});

function remember(x: Matrix, y: Int32Array | Float64Array, values: Params): State {
  checkTrainingRows(x);
  checkNeighbourCount(values.n_neighbors, x.rows);
  return {...values, features: x.columns, x: listOf(x.data), y: listOf(y)};
}

/**
 * Refuse to look for more neighbours than there are rows.
 *
 * @throws {KnownError} `cannot_fit`
 */
export function checkNeighbourCount(wanted: number, rows: number): void {
  if (wanted <= rows) return;
  throw new KnownError('cannot_fit', `\`n_neighbors\` is ${wanted}, but there are only ${rows} training rows.`, {
    hint: `Set \`n_neighbors\` to ${rows} or less.`,
  });
}

type Take = (row: number, found: Found, weights: Float64Array, total: number) => void;

/** Prepare the search once; each row to predict then gets its neighbours and their weights. */
function neighbours(state: State): (x: Matrix, take: Take) => void {
  const {features, n_neighbors: k} = state;
  const find = indexRows({rows: state.y.length, columns: features, data: new Float64Array(state.x)}, state.metric);
  const equal = new Float64Array(k).fill(1);
  return (x, take) => {
    checkRowsToPredict(x, features);
    for (let row = 0; row < x.rows; row++) {
      const found = find(rowOf(x, row), k);
      const weights = state.weights === 'uniform' ? equal : nearerCountsMore(found.distances, state.metric);
      take(row, found, weights, sumOf(weights));
    }
  };
}

function nearerCountsMore(distances: Float64Array, metric: Metric): Float64Array {
  const weights = distances.map(distance => 1 / (metric === 'euclidean' ? Math.sqrt(distance) : distance));
  if (weights[0] !== Infinity) return weights;
  return weights.map(weight => (weight === Infinity ? 1 : 0));
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
