import type {Artifact} from '../../deployment/artifact.ts';
import type {TrainedModel} from '../../training/train-model.ts';
import {cannotExport} from '../cannot-export.ts';
import type {Features} from './features.ts';
import type {Graph, Tensor} from './graph.ts';
import {nearestRows} from './neighbours.ts';
import {forestNodes} from './trees.ts';

/** Lays a model: from the features to probabilities (n × classes), or to a number per row (n × 1). */
type LayModel = (graph: Graph, features: Features, model: TrainedModel) => Tensor;

type Linear = {
  /** A row of weights and an intercept per class, or one for a number. */
  readonly coefficients: ReadonlyArray<readonly number[]>;
  readonly intercepts: readonly number[];
};

const layers: {readonly [task: string]: {readonly [model: string]: LayModel}} = {
  classification: {
    logistic_regression: layLogistic,
    decision_tree: layTrees,
    random_forest: layTrees,
    naive_bayes: layNaiveBayes,
    knn: nearestRows,
    dummy: (graph, features, {state, classes}) => {
      const {shares} = state as unknown as {readonly shares: readonly number[]};
      return classify(
        graph,
        features,
        {coefficients: classes.map(() => zeros(features)), intercepts: shares},
        classes,
        'NONE',
      );
    },
  },
  regression: {
    linear_regression: layPlane,
    ridge: layPlane,
    decision_tree: layTrees,
    random_forest: layTrees,
    knn: nearestRows,
    dummy: (graph, features, {state}) => {
      const {value} = state as unknown as {readonly value: number};
      return addUp(graph, features, {coefficients: [zeros(features)], intercepts: [value]});
    },
  },
};

/**
 * Lay the model of an artifact behind its features.
 *
 * @throws {KnownError} `bad_setting` for a model that has no ONNX form.
 */
export function layModel(graph: Graph, features: Features, {model}: Artifact): Tensor {
  const lay = model.implementation === 'builtin' ? layers[model.task]?.[model.model] : undefined;
  if (lay) return lay(graph, features, model);
  throw cannotExport(`training.implementation: ${model.implementation}`, 'ONNX', 'Set it to builtin.');
}

/** Tell whether a model asks each column for itself, so that its unit does not matter. */
export function isTree({model}: TrainedModel): boolean {
  return model === 'decision_tree' || model === 'random_forest';
}

/** So low a score that the class gets the probability 0. */
const never = -1e9;

function layLogistic(graph: Graph, features: Features, {state, classes}: TrainedModel): Tensor {
  const {present, coefficients, intercepts} = state as unknown as Linear & {readonly present: readonly number[]};
  // With two classes the only row of weights is the second one's, and the first one's score is 0.
  const skipped = present.length - intercepts.length;
  const scores = classes.map((_, code) => {
    const border = present.indexOf(code) - skipped;
    if (!present.includes(code)) return {weights: zeros(features), intercept: never};
    return border < 0
      ? {weights: zeros(features), intercept: 0}
      : {weights: coefficients[border]!, intercept: intercepts[border]!};
  });
  const linear = {coefficients: scores.map(({weights}) => weights), intercepts: scores.map(({intercept}) => intercept)};
  return classify(graph, features, linear, classes, 'SOFTMAX');
}

function classify(
  graph: Graph,
  {tensor}: Features,
  linear: Linear,
  classes: readonly string[],
  transform: string,
): Tensor {
  const [, probabilities] = graph.ops(
    {
      type: 'LinearClassifier',
      domain: 'ai.onnx.ml',
      inputs: [tensor],
      attributes: {
        coefficients: {floats: linear.coefficients.flat()},
        intercepts: {floats: linear.intercepts},
        classlabels_strings: {texts: classes},
        post_transform: {text: transform},
      },
    },
    2,
  );
  return probabilities!;
}

function layPlane(graph: Graph, features: Features, {state}: TrainedModel): Tensor {
  const {coefficients, intercept} = state as unknown as {
    readonly coefficients: readonly number[];
    readonly intercept: number;
  };
  return addUp(graph, features, {coefficients: [coefficients], intercepts: [intercept]});
}

function addUp(graph: Graph, {tensor}: Features, {coefficients, intercepts}: Linear): Tensor {
  const [value] = graph.ops(
    {
      type: 'LinearRegressor',
      domain: 'ai.onnx.ml',
      inputs: [tensor],
      attributes: {coefficients: {floats: coefficients.flat()}, intercepts: {floats: intercepts}, targets: {int: 1}},
    },
    1,
  );
  return value!;
}

function layTrees(graph: Graph, features: Features, model: TrainedModel): Tensor {
  const {attributes, trees} = forestNodes(model, features);
  const isClassifier = model.task === 'classification';
  const type = isClassifier ? 'TreeEnsembleClassifier' : 'TreeEnsembleRegressor';
  const made = graph.ops({type, domain: 'ai.onnx.ml', inputs: [features.tensor], attributes}, isClassifier ? 2 : 1);
  // Sums of whole shares are exact; dividing every leaf first would settle ties by rounding.
  return trees === 1 ? made.at(-1)! : graph.op('Div', [made.at(-1)!, graph.floats([trees])]);
}

/** Sums of squares grow large and nearly cancel, so they are taken in double precision. */
function layNaiveBayes(graph: Graph, {tensor, names}: Features, {state, classes}: TrainedModel): Tensor {
  const {priors, means, variances} = state as unknown as {readonly [list: string]: readonly number[]};
  const d = names.length;
  const heights = classes.map((_, code) => {
    const widths = variances!.slice(code * d, (code + 1) * d).reduce((sum, v) => sum + Math.log(2 * Math.PI * v), 0);
    return priors![code] === 0 ? never : Math.log(priors![code]!) - widths / 2;
  });
  const x = graph.op('Unsqueeze', [graph.op('Cast', [tensor], {to: {int: 11}}), graph.whole([1])]);
  const gap = graph.op('Sub', [x, graph.doubles(means!, [1, classes.length, d])]);
  const squares = graph.op('Div', [graph.op('Mul', [gap, gap]), graph.doubles(variances!, [1, classes.length, d])]);
  const sums = graph.op('ReduceSum', [squares, graph.whole([2])], {keepdims: {int: 0}});
  const scores = graph.op('Sub', [
    graph.doubles(heights, [1, classes.length]),
    graph.op('Mul', [sums, graph.doubles([0.5], [1])]),
  ]);
  return graph.op('Cast', [graph.op('Softmax', [scores], {axis: {int: 1}})], {to: {int: 1}});
}

function zeros({names}: Features): readonly number[] {
  return names.map(() => 0);
}
