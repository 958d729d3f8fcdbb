import {randomStream} from '../../data/random.ts';
import {classifier, regressor} from '../model.ts';
import {choice, integer, numberOr, type ValuesOf} from '../setting.ts';
import {checkNumericTarget, checkRowsToPredict, checkTrainingRows} from './check-rows.ts';
import {prepareTree, type Tree, toTreeNode} from './tree.ts';
import {growTree, type TreeOptions} from './tree-grow.ts';
import {codeTargets, numberTargets, sortColumns} from './tree-rows.ts';
import type {Criterion} from './tree-split.ts';

/** The settings that a tree and a forest of trees share. */
export const limits = {
  max_depth: numberOr('none', null, {min: 1}, 'How many questions in a row a tree may ask; none lets it grow freely.'),
  min_samples_leaf: integer(1, {min: 1}, 'How many training rows every leaf must keep: more makes a coarser tree.'),
};

const params = {
  ...limits,
  min_samples_split: integer(2, {min: 2}, 'How many rows a node needs before it may be split.'),
  max_features: choice(
    ['none', 'sqrt'],
    'none',
    'Whether each split looks at all features, or at a random few (the square root of their number).',
  ),
};

/** How the purity of a node is measured, for classes. */
export const classCriterion = choice(
  ['gini', 'entropy'],
  'gini',
  'How mixed a group of rows is: by the chance of mixing two rows up, or by information.',
);

/** How the purity of a node is measured, for numbers. */
export const numberCriterion = choice(
  ['squared_error'],
  'squared_error',
  'How mixed a group of rows is: by the squared distance from its mean.',
);

type State = {readonly features: number; readonly tree: Tree};

/**
 * Learn a tree of yes-or-no questions about single features; a leaf answers with the shares of its training rows.
 *
 *     gini = 1 − Σ_k p_k²,   entropy = −Σ_k p_k log₂ p_k,   split by the greatest drop of Σ weight × impurity
 *
 * @see sklearn.tree.DecisionTreeClassifier; of equal splits scikit-learn takes a random one, this tree the first.
 */
export const treeClassifier = classifier({
  name: 'decision_tree',
  version: 1,
  help: 'Asks one yes-or-no question after another, each chosen to separate the classes best.',
  sklearn: 'DecisionTreeClassifier',
  params: {criterion: classCriterion, ...params},
  random: true,
  weighted: true,
  fit({x, y, classes, weights}, values, {seed}): State {
    checkTrainingRows(x);
    const options = treeOptions(values, x.columns);
    const equal = weights ?? new Float64Array(x.rows).fill(1);
    const tree = growTree(sortColumns(x), codeTargets(y, classes), equal, options, randomStream(seed));
    return {features: x.columns, tree};
  },
  load({features, tree}) {
    const walk = prepareTree(tree);
    const classes = tree.value.length / tree.feature.length;
    return {
      probabilities(x) {
        checkRowsToPredict(x, features);
        const data = new Float64Array(x.rows * classes);
        walk(x, data);
        return {rows: x.rows, columns: classes, data};
      },
    };
  },
  explain: ({tree}) => ({tree: toTreeNode(tree), importances: tree.importances}),
});

/**
 * Learn a tree of yes-or-no questions about single features; a leaf answers with the mean of its training rows.
 *
 *     impurity = Σ (y − mean)² / n,   split by the greatest drop of Σ rows × impurity
 *
 * @see sklearn.tree.DecisionTreeRegressor
 */
export const treeRegressor = regressor({
  name: 'decision_tree',
  version: 1,
  help: 'Asks one yes-or-no question after another, each chosen to bring like numbers together.',
  sklearn: 'DecisionTreeRegressor',
  params: {criterion: numberCriterion, ...params},
  random: true,
  fit({x, y}, values, {seed}): State {
    checkTrainingRows(x);
    checkNumericTarget(y);
    const options = treeOptions(values, x.columns);
    const equal = new Float64Array(x.rows).fill(1);
    return {features: x.columns, tree: growTree(sortColumns(x), numberTargets(y), equal, options, randomStream(seed))};
  },
  load({features, tree}) {
    const walk = prepareTree(tree);
    return {
      predict(x) {
        checkRowsToPredict(x, features);
        const means = new Float64Array(x.rows);
        walk(x, means);
        return means;
      },
    };
  },
  explain: ({tree}) => ({tree: toTreeNode(tree), importances: tree.importances}),
});

type TreeParams = ValuesOf<typeof limits> & {
  readonly criterion: Criterion;
  readonly min_samples_split?: number;
  readonly max_features: 'none' | 'sqrt';
};

/** Read a tree's settings for a table of that many features. */
export function treeOptions(values: TreeParams, features: number): TreeOptions {
  return {
    criterion: values.criterion,
    maxDepth: values.max_depth ?? Infinity,
    minSplit: values.min_samples_split ?? 2,
    minLeaf: values.min_samples_leaf,
    maxFeatures: values.max_features === 'sqrt' ? Math.max(1, Math.floor(Math.sqrt(features))) : features,
    drawn: values.max_features === 'sqrt',
  };
}
