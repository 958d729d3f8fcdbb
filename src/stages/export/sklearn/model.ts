import type {Json} from '../../../engine/value.ts';
import {cannotExport} from '../cannot-export.ts';
import type {ExportedRun} from '../exported-run.ts';
import {indentLines, pythonCall, pythonComment} from '../python/layout.ts';
import {pythonValue} from '../python/literal.ts';

type Params = {readonly [name: string]: Json};
/** How scikit-learn builds a model: the class, its arguments, and what to say about them. */
type Estimator = {
  readonly name: string;
  readonly given: Params;
  readonly remark?: string;
};
type Build = (params: Params, run: ExportedRun) => Estimator;

const treeRemark =
  'Where two questions divide the rows equally well, scikit-learn takes one at random and ml-pipeline-tutor the first, so the tree and its metrics may differ a little.';

const forestRemark =
  'A forest is grown from random numbers, and those of two programs differ: expect metrics close to those of the run, not equal ones.';

const logistic: Build = ({C, fit_intercept}, {converged}) => ({
  name: 'LogisticRegression',
  given: {
    C: C ?? Number.POSITIVE_INFINITY,
    fit_intercept: fit_intercept!,
    solver: 'newton-cg',
    tol: 1e-8,
    max_iter: 1000,
  },
  remark: `This solver goes on to the optimum, as the run ${converged ? 'did' : 'would have with more steps (`max_iter`), so the metrics differ'}; with the default one the search ends somewhere near it.`,
});

const tree =
  (name: string): Build =>
  (params, {spec}) => ({name, given: {...treeParams(params), random_state: spec.seed}, remark: treeRemark});

const forest =
  (name: string): Build =>
  (params, {spec}) => ({name, given: {...treeParams(params), random_state: spec.seed}, remark: forestRemark});

const neighbours =
  (name: string): Build =>
  given => ({
    name,
    given,
    remark: 'Of training rows at the same distance the run took the earlier; scikit-learn may take another.',
  });

/** The estimators by model; their parameters carry the same names. */
const estimators: {readonly [task: string]: {readonly [model: string]: Build}} = {
  classification: {
    logistic_regression: logistic,
    knn: neighbours('KNeighborsClassifier'),
    decision_tree: tree('DecisionTreeClassifier'),
    random_forest: forest('RandomForestClassifier'),
    naive_bayes: given => ({name: 'GaussianNB', given}),
    dummy: given => ({name: 'DummyClassifier', given}),
  },
  regression: {
    linear_regression: given => ({name: 'LinearRegression', given}),
    ridge: given => ({
      name: 'Ridge',
      given: {...given, solver: 'svd'},
      remark: 'This solver also has an answer where columns repeat each other.',
    }),
    knn: neighbours('KNeighborsRegressor'),
    decision_tree: tree('DecisionTreeRegressor'),
    random_forest: forest('RandomForestRegressor'),
    dummy: given => ({name: 'DummyRegressor', given}),
  },
};

/** These take weights of rows instead of weights of classes. */
const weighsRows: readonly string[] = ['naive_bayes', 'dummy'];

/**
 * The function that builds the model.
 *
 * @throws {KnownError} `bad_setting` for a model that scikit-learn does not have.
 */
export function modelSection(run: ExportedRun): string {
  const {model, implementation, task, params} = run.artifact.model;
  if (implementation === 'mljs') {
    throw cannotExport('training.implementation: mljs', 'scikit-learn', 'Set `training.implementation: builtin`.');
  }
  const {name, given, remark} = estimators[task]![model]!(params, run);
  const isBalanced = run.classWeight === 'balanced' && !weighsRows.includes(model);
  const all: Params = {...given, ...(isBalanced ? {class_weight: 'balanced'} : {})};
  const call = pythonCall(
    name,
    Object.entries(all).map(([key, value]) => `${key}=${pythonValue(value)}`),
    11,
  );
  const lines = [...(remark ? [pythonComment(remark, '    ')] : []), indentLines(`return ${call}`)];
  return `def build_model():\n${lines.join('\n')}`;
}

/** Whether classes are balanced by weighing the rows when the pipeline is fitted. */
export function weighsRowsInFit({classWeight, artifact}: ExportedRun): boolean {
  return classWeight === 'balanced' && weighsRows.includes(artifact.model.model);
}

// `none` is a word in a pipeline file and `None` in Python.
function treeParams(params: Params): Params {
  return {...params, max_features: params.max_features === 'none' ? null : params.max_features!};
}
