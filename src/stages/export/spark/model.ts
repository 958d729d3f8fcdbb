import type {Json} from '../../../engine/value.ts';
import {cannotExport} from '../cannot-export.ts';
import type {ExportedRun} from '../exported-run.ts';
import {pythonCall} from '../python/layout.ts';

type Params = {readonly [name: string]: Json};
type Stage = {readonly name: string; readonly given: readonly string[]};
type Build = (params: Params, run: ExportedRun) => Stage;

/** The deepest tree that Spark grows. */
const deepest = 30;

const flag = (name: string, value: Json | undefined) => (value === false ? [`${name}=False`] : []);

const logistic: Build = ({C, fit_intercept}) => ({
  name: 'LogisticRegression',
  given: [
    // Spark takes the mean of the losses where scikit-learn takes C times their sum.
    `regParam=${C === null ? '0.0' : `1 / (${C} * rows)`}`,
    'elasticNetParam=0.0',
    'standardization=False',
    'maxIter=1000',
    'tol=1e-9',
    ...flag('fitIntercept', fit_intercept),
  ],
});

const linear: Build = ({alpha, fit_intercept}) => ({
  name: 'LinearRegression',
  given: [
    `regParam=${alpha === undefined || alpha === 0 ? '0.0' : `${alpha} / rows`}`,
    'elasticNetParam=0.0',
    'standardization=False',
    ...flag('fitIntercept', fit_intercept),
  ],
});

function treeGiven(params: Params, {spec}: ExportedRun): readonly string[] {
  return [
    `maxDepth=${Math.min(deepest, Number(params.max_depth ?? deepest))}`,
    `minInstancesPerNode=${params.min_samples_leaf}`,
    ...(params.criterion === 'squared_error' ? [] : [`impurity='${params.criterion}'`]),
    `seed=${spec.seed}`,
  ];
}

const tree =
  (name: string): Build =>
  (params, run) => {
    if (params.max_features !== 'none') {
      throw cannotExport(
        'training.params.max_features',
        'a single tree of Spark ML',
        'Set it to none, or use random_forest.',
      );
    }
    if (params.min_samples_split !== 2) {
      throw cannotExport('training.params.min_samples_split', 'Spark ML', 'Leave it at 2 and use `min_samples_leaf`.');
    }
    return {name, given: treeGiven(params, run)};
  };

const forest =
  (name: string): Build =>
  (params, run) => ({
    name,
    given: [
      `numTrees=${params.n_estimators}`,
      ...treeGiven(params, run),
      `featureSubsetStrategy='${params.max_features === 'sqrt' ? 'sqrt' : 'all'}'`,
      ...flag('bootstrap', params.bootstrap),
    ],
  });

const builders: {readonly [task: string]: {readonly [model: string]: Build}} = {
  classification: {
    logistic_regression: logistic,
    decision_tree: tree('DecisionTreeClassifier'),
    random_forest: forest('RandomForestClassifier'),
    naive_bayes: () => ({name: 'NaiveBayes', given: ["modelType='gaussian'"]}),
  },
  regression: {
    linear_regression: linear,
    ridge: linear,
    decision_tree: tree('DecisionTreeRegressor'),
    random_forest: forest('RandomForestRegressor'),
  },
};

/**
 * The last stage: the model, fed from a column of vectors.
 *
 * @throws {KnownError} `bad_setting` for a model that Spark ML does not have, naming those it has.
 */
export function modelStage(run: ExportedRun, column: string): string {
  const {model, implementation, task, params} = run.artifact.model;
  if (implementation === 'mljs') {
    throw cannotExport('training.implementation: mljs', 'Spark ML', 'Set `training.implementation: builtin`.');
  }
  const able = builders[task]!;
  const build = able[model];
  if (!build) {
    throw cannotExport(`training.model: ${model}`, 'Spark ML', `Use one of ${Object.keys(able).join(', ')}.`);
  }
  const {name, given} = build(params, run);
  const more = [...(run.classWeight === 'balanced' ? ["weightCol='weight'"] : [])];
  const call = pythonCall(name, [`featuresCol='${column}'`, "labelCol='label'", ...given, ...more], 8);
  return hasThreshold(run) ? `${call}.setThresholds([${thresholds(run.artifact.threshold)}])` : call;
}

function hasThreshold({artifact: {task, threshold, classes}}: ExportedRun): boolean {
  return task === 'classification' && classes.length === 2 && threshold !== 0.5;
}

// Spark predicts the class whose probability is largest against its threshold.
function thresholds(positive: number): string {
  return `${Number((1 - positive).toPrecision(12))}, ${positive}`;
}
