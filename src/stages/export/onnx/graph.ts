import type {Attributes, Constant, ElementType, OnnxModel, OnnxNode, Port} from './model-proto.ts';

/** The name of a tensor in the graph. */
export type Tensor = string;

/** A graph in the making: operators are added one after another, each gives the tensor that it makes. */
export type Graph = {
  /** A column that goes in, by its own name: n rows × 1. */
  input(name: string, type: ElementType): Tensor;
  floats(values: readonly number[], dims?: readonly number[]): Tensor;
  doubles(values: ArrayLike<number>, dims: readonly number[]): Tensor;
  whole(values: readonly number[]): Tensor;
  words(values: readonly string[]): Tensor;
  /** An operator of ONNX itself. */
  op(type: string, inputs: readonly Tensor[], attributes?: Attributes): Tensor;
  /** An operator with several outputs, or one of the machine-learning set. */
  ops(node: Omit<OnnxNode, 'outputs'>, outputs: number): readonly Tensor[];
  /** Give a tensor out under a name of its own, or a longer one where a column has that name. */
  output(name: string, tensor: Tensor, type: ElementType, dims: Port['dims']): void;
  parts(): Pick<OnnxModel, 'nodes' | 'constants' | 'inputs' | 'outputs'>;
};

/**
 * Open an empty graph.
 *
 * @param reserved - the names of all columns that will go in: no other tensor gets one of them.
 */
export function openGraph(reserved: readonly string[]): Graph {
  const nodes: OnnxNode[] = [];
  const constants: Constant[] = [];
  const inputs: Port[] = [];
  const outputs: Port[] = [];
  const taken = new Set(reserved);
  const free = (name: string) => {
    let unique = name;
    for (let count = 2; taken.has(unique); count++) unique = `${name}_${count}`;
    taken.add(unique);
    return unique;
  };
  const constant = (dims: readonly number[], values: Constant['values']) => {
    const name = free('constant');
    constants.push({name, dims, values});
    return name;
  };
  const ops: Graph['ops'] = (node, count) => {
    const names = Array.from({length: count}, () => free(node.type));
    nodes.push({...node, outputs: names});
    return names;
  };
  return {
    input(name, type) {
      inputs.push({name, type, dims: ['rows', 1]});
      return name;
    },
    floats: (values, dims = [1, values.length]) => constant(dims, Float32Array.from(values)),
    doubles: (values, dims) => constant(dims, Float64Array.from(values)),
    whole: values => constant([values.length], BigInt64Array.from(values, BigInt)),
    words: values => constant([values.length], values),
    op: (type, given, attributes = {}) => ops({type, domain: '', inputs: given, attributes}, 1)[0]!,
    ops,
    output(name, tensor, type, dims) {
      const unique = free(name);
      nodes.push({type: 'Identity', domain: '', inputs: [tensor], outputs: [unique], attributes: {}});
      outputs.push({name: unique, type, dims});
    },
    parts: () => ({nodes, constants, inputs, outputs}),
  };
}

/** Put blocks of columns side by side. */
export function sideBySide(graph: Graph, blocks: readonly Tensor[]): Tensor {
  return blocks.length === 1 ? blocks[0]! : graph.op('Concat', blocks, {axis: {int: 1}});
}

/** Take some of the columns of a block, in the order given. */
export function takeColumns(graph: Graph, block: Tensor, places: readonly number[]): Tensor {
  return graph.op('Gather', [block, graph.whole(places)], {axis: {int: 1}});
}
