import type {TrainedModel} from '../../training/train-model.ts';
import type {Features} from './features.ts';
import type {Graph, Tensor} from './graph.ts';

type State = {
  readonly n_neighbors: number;
  readonly weights: 'uniform' | 'distance';
  readonly metric: 'euclidean' | 'manhattan';
  readonly x: readonly number[];
  readonly y: readonly number[];
};

/**
 * Ask the nearest training rows: all distances, the k smallest of them, and the mean of what those rows say.
 *
 * The training rows are part of the model. ONNX has no operator for it, so it is laid out of plain ones, in double
 * precision; of equal distances the earlier row counts, as here.
 */
export function nearestRows(graph: Graph, {tensor, names}: Features, {state, classes, task}: TrainedModel): Tensor {
  const {n_neighbors, weights, metric, x, y} = state as unknown as State;
  const outputs = task === 'classification' ? classes.length : 1;
  const says = task === 'classification' ? y.flatMap(code => classes.map((_, other) => (other === code ? 1 : 0))) : y;
  const point = graph.op('Unsqueeze', [graph.op('Cast', [tensor], {to: {int: 11}}), graph.whole([1])]);
  const gaps = graph.op('Sub', [point, graph.doubles(x, [1, y.length, names.length])]);
  const lengths = metric === 'euclidean' ? graph.op('Mul', [gaps, gaps]) : graph.op('Abs', [gaps]);
  const distances = graph.op('ReduceSum', [lengths, graph.whole([2])], {keepdims: {int: 0}});
  const [nearest, rows] = graph.ops(
    {
      type: 'TopK',
      domain: '',
      inputs: [distances, graph.whole([n_neighbors])],
      attributes: {axis: {int: 1}, largest: {int: 0}, sorted: {int: 1}},
    },
    2,
  );
  const said = graph.op('Gather', [graph.doubles(says, [y.length, outputs]), rows!], {axis: {int: 0}});
  const mean =
    weights === 'uniform'
      ? graph.op('ReduceMean', [said], {axes: {ints: [1]}, keepdims: {int: 0}})
      : weightedMean(graph, said, metric === 'euclidean' ? graph.op('Sqrt', [nearest!]) : nearest!);
  return graph.op('Cast', [mean], {to: {int: 1}});
}

/** Weigh each neighbour by 1 / distance; where one lies at no distance, those that do are the only ones that count. */
function weightedMean(graph: Graph, said: Tensor, distances: Tensor): Tensor {
  const isHere = graph.op('Equal', [distances, graph.doubles([0], [1])]);
  const here = graph.op('Cast', [isHere], {to: {int: 11}});
  const anyHere = graph.op('Cast', [graph.op('ReduceMax', [here], {axes: {ints: [1]}, keepdims: {int: 1}})], {
    to: {int: 9},
  });
  const weights = graph.op('Where', [anyHere, here, graph.op('Reciprocal', [distances])]);
  const weighed = graph.op('Mul', [said, graph.op('Unsqueeze', [weights, graph.whole([2])])]);
  const sums = graph.op('ReduceSum', [weighed, graph.whole([1])], {keepdims: {int: 0}});
  return graph.op('Div', [sums, graph.op('ReduceSum', [weights, graph.whole([1])], {keepdims: {int: 1}})]);
}
