import {indicatorName, type PipelineColumns} from '../columns.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {type Graph, sideBySide, type Tensor, takeColumns} from './graph.ts';

/** Columns side by side: n rows × as many as there are names. */
export type Block = {readonly tensor: Tensor; readonly names: readonly string[]};

/** The columns of numbers as they come in, their gaps filled, and beside them the columns that say where gaps were. */
export function fillNumbers(graph: Graph, {numbers}: PipelineColumns, {impute}: FittedSteps): Block {
  const raw = sideBySide(
    graph,
    numbers.map(name => graph.input(name, 'float')),
  );
  const [filled] = graph.ops(
    {
      type: 'Imputer',
      domain: 'ai.onnx.ml',
      inputs: [raw],
      attributes: {
        imputed_value_floats: {floats: numbers.map(name => impute.fills[name] as number)},
        replaced_value_float: {float: Number.NaN},
      },
    },
    1,
  );
  if (impute.indicated.length === 0) return {tensor: filled!, names: numbers};
  const gaps = takeColumns(
    graph,
    raw,
    impute.indicated.map(name => numbers.indexOf(name)),
  );
  const indicators = graph.op('Cast', [graph.op('IsNaN', [gaps])], {to: {int: 1}});
  return {
    tensor: sideBySide(graph, [filled!, indicators]),
    names: [...numbers, ...impute.indicated.map(indicatorName)],
  };
}

/** Move extreme numbers onto the fences. */
export function clip(graph: Graph, block: Block | undefined, {outliers}: FittedSteps): Block | undefined {
  if (!block || !outliers) return block;
  const fences = (side: 'low' | 'high', open: number) => block.names.map(name => outliers.fences[name]?.[side] ?? open);
  const raised = graph.op('Max', [block.tensor, graph.floats(fences('low', Number.NEGATIVE_INFINITY))]);
  return {...block, tensor: graph.op('Min', [raised, graph.floats(fences('high', Number.POSITIVE_INFINITY))])};
}

/** Some columns of a block; undefined where none are left. */
export function pick(graph: Graph, block: Block | undefined, names: readonly string[]): Block | undefined {
  if (!block || names.length === 0) return undefined;
  if (names.length === block.names.length) return block;
  return {
    tensor: takeColumns(
      graph,
      block.tensor,
      names.map(name => block.names.indexOf(name)),
    ),
    names,
  };
}

/** Put the columns on one ruler. */
export function scale(graph: Graph, block: Block | undefined, {scale: {scales, kind}}: FittedSteps): Block | undefined {
  if (!block || kind === 'none') return block;
  const [tensor] = graph.ops(
    {
      type: 'Scaler',
      domain: 'ai.onnx.ml',
      inputs: [block.tensor],
      attributes: {
        offset: {floats: block.names.map(name => scales[name]!.center)},
        scale: {floats: block.names.map(name => 1 / scales[name]!.scale)},
      },
    },
    1,
  );
  return {...block, tensor: tensor!};
}

/** The squares and products of the number columns, in the order of their names. */
export function multiply(graph: Graph, block: Block | undefined, {polynomial}: FittedSteps): Tensor | undefined {
  if (!polynomial || !block) return undefined;
  const pairs = polynomial.flatMap((_, left) => polynomial.slice(left).map((_, gap) => [left, left + gap] as const));
  const side = (place: 0 | 1) =>
    takeColumns(
      graph,
      block.tensor,
      pairs.map(pair => pair[place]),
    );
  return graph.op('Mul', [side(0), side(1)]);
}
