import {randomStream} from '../../data/random.ts';
import type {Matrix} from '../matrix.ts';
import {classifier, type FitContext, regressor, reportProgress} from '../model.ts';
import {choice, flag, integer, type ValuesOf} from '../setting.ts';
import {checkNumericTarget, checkRowsToPredict, checkTrainingRows} from './check-rows.ts';
import {classCriterion, limits, numberCriterion, treeOptions} from './decision-tree.ts';
import {prepareTree, type Tree} from './tree.ts';
import {growTree, type TreeOptions} from './tree-grow.ts';
import {codeTargets, numberTargets, sortColumns, type TreeTargets} from './tree-rows.ts';

const featuresHelp = 'Whether each split looks at a random few features (the square root of their number), or at all.';

const params = {
  n_estimators: integer(100, {min: 1}, 'How many trees answer together: more are steadier and slower.'),
  ...limits,
  bootstrap: flag(true, 'Whether each tree learns from its own random draw of the rows, or from all of them.'),
};

type Params = Pick<ValuesOf<typeof params>, 'n_estimators' | 'bootstrap'>;
type State = {readonly features: number; readonly trees: readonly Tree[]};

/**
 * Grow many trees, each on its own random draw of rows and with a random few features per split, and average their
 * probabilities.
 *
 *     p(class | x) = (1 / T) Σ_t p_t(class | x)
 *
 * Tree t draws from the stream `seed/tree/t`, so it is the same whatever the number of trees.
 *
 * @see L. Breiman, "Random forests", 2001; sklearn.ensemble.RandomForestClassifier
 */
export const forestClassifier = classifier({
  name: 'random_forest',
  version: 1,
  help: 'Lets many trees, each grown on a different random draw, decide together.',
  sklearn: 'RandomForestClassifier',
  params: {criterion: classCriterion, ...params, max_features: choice(['sqrt', 'none'], 'sqrt', featuresHelp)},
  random: true,
  weighted: true,
  fit({x, y, classes, weights}, values, context): State {
    checkTrainingRows(x);
    return growForest(x, codeTargets(y, classes), weights, values, forestOptions(values, x.columns), context);
  },
  load({features, trees}) {
    const classes = trees[0]!.value.length / trees[0]!.feature.length;
    const average = averageOf(trees, features, classes);
    return {probabilities: x => ({rows: x.rows, columns: classes, data: average(x)})};
  },
  explain: ({trees}) => ({importances: meanImportances(trees)}),
});

/**
 * Grow many trees, each on its own random draw of rows, and average the numbers they answer.
 *
 * @see sklearn.ensemble.RandomForestRegressor, which by default looks at all features in every split
 */
export const forestRegressor = regressor({
  name: 'random_forest',
  version: 1,
  help: 'Averages the answers of many trees, each grown on a different random draw.',
  sklearn: 'RandomForestRegressor',
  params: {criterion: numberCriterion, ...params, max_features: choice(['none', 'sqrt'], 'none', featuresHelp)},
  random: true,
  fit({x, y}, values, context): State {
    checkTrainingRows(x);
    checkNumericTarget(y);
    return growForest(x, numberTargets(y), undefined, values, forestOptions(values, x.columns), context);
  },
  load({features, trees}) {
    return {predict: averageOf(trees, features, 1)};
  },
  explain: ({trees}) => ({importances: meanImportances(trees)}),
});

// Also when all columns are looked at, chance settles ties: always the lowest column would favour it in every tree.
function forestOptions(values: Parameters<typeof treeOptions>[0], features: number): TreeOptions {
  return {...treeOptions(values, features), drawn: true};
}

function growForest(
  x: Matrix,
  targets: TreeTargets,
  weights: Float64Array | undefined,
  {n_estimators, bootstrap}: Params,
  options: TreeOptions,
  context: FitContext,
): State {
  const rows = sortColumns(x);
  const trees: Tree[] = [];
  for (let index = 0; index < n_estimators; index++) {
    const random = randomStream(`${context.seed}/tree/${index}`);
    const times = new Float64Array(x.rows).fill(bootstrap ? 0 : 1);
    if (bootstrap) for (const row of random.bootstrap(x.rows)) times[row]! += 1;
    if (weights) for (let row = 0; row < x.rows; row++) times[row]! *= weights[row]!;
    trees.push(growTree(rows, targets, times, options, random));
    reportProgress(context, index + 1, n_estimators);
  }
  return {features: x.columns, trees};
}

function averageOf(trees: readonly Tree[], features: number, outputs: number): (x: Matrix) => Float64Array {
  const walks = trees.map(prepareTree);
  return x => {
    checkRowsToPredict(x, features);
    const sums = new Float64Array(x.rows * outputs);
    for (const walk of walks) walk(x, sums);
    return sums.map(sum => sum / walks.length);
  };
}

// A tree that found nothing to split has no importances and is left out, as in scikit-learn.
function meanImportances(trees: readonly Tree[]): number[] {
  const sums = trees[0]!.importances.map(() => 0);
  for (const tree of trees) {
    tree.importances.forEach((share, column) => {
      sums[column]! += share;
    });
  }
  const total = sums.reduce((all, sum) => all + sum, 0);
  return sums.map(sum => (total > 0 ? sum / total : 0));
}
