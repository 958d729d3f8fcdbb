import {parseExpression} from '../../../ml/expression/parse.ts';
import type {Artifact} from '../../deployment/artifact.ts';
import {cannotExport} from '../cannot-export.ts';
import {featureNames, pipelineColumns} from '../columns.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {codesOf, encodeBins, fillOf, lookUp, readWords, type WordPlaces} from './encode-words.ts';
import {createColumn} from './expression.ts';
import {type Graph, sideBySide, type Tensor, takeColumns} from './graph.ts';
import {type Block, clip, fillNumbers, multiply, pick, scale} from './numbers.ts';

/** What the model reads: n rows × features, in the order in which it was trained. */
export type Features = Block & {
  /** The scales of columns that are still in their own unit, because a tree does not mind. */
  readonly unscaled: FittedSteps['scale']['scales'];
};

/**
 * Lay out everything between the columns that come in and the model.
 *
 * @param keepUnits - leave scaling to the model, where nothing after it needs it.
 * @throws {KnownError} `bad_setting` for what ONNX cannot express.
 */
export function layFeatures(graph: Graph, artifact: Artifact, steps: FittedSteps, keepUnits: boolean): Features {
  refuseDroppedRows(steps);
  const columns = pipelineColumns(artifact, steps);
  const words = new Map(columns.words.map(name => [name, readWords(graph, name, wordsToTell(name, artifact, steps))]));
  const filled = columns.numbers.length > 0 ? fillNumbers(graph, columns, steps) : undefined;
  const numbers = createAll(graph, clip(graph, filled, steps), words, artifact, steps);
  const encoded = columns.encoded.map(name => encode(graph, name, numbers, words.get(name), artifact, steps));
  const keepsUnits = keepUnits && !steps.polynomial && !steps.pca;
  const picked = pick(graph, numbers, columns.scaled);
  const scaled = keepsUnits ? picked : scale(graph, picked, steps);
  const products = multiply(graph, scaled, steps);
  const tensors = [scaled?.tensor, products, ...encoded].filter(tensor => tensor !== undefined);
  const all = {tensor: sideBySide(graph, tensors), names: featureNames(columns, steps)};
  return {...project(graph, select(graph, all, steps), steps), unscaled: keepsUnits ? steps.scale.scales : {}};
}

function refuseDroppedRows({impute}: FittedSteps): void {
  if (impute.strategy !== 'drop_rows') return;
  throw cannotExport(
    'preprocessing.impute_numeric: drop_rows',
    'ONNX, where every row gets an answer',
    'Set it to median, mean, most_frequent or constant.',
  );
}

/** All the words that a column has to tell apart: its levels, the spellings of a gap, and those that expressions ask for. */
function wordsToTell(name: string, {missing}: Artifact, {encode: {maps}, created}: FittedSteps): readonly string[] {
  const {levels, rare} = maps[name]!;
  const quoted = created.flatMap(({text}) => [...text.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b!));
  return [...levels, ...rare, ...missing, ...quoted];
}

function createAll(
  graph: Graph,
  block: Block | undefined,
  words: ReadonlyMap<string, WordPlaces>,
  artifact: Artifact,
  steps: FittedSteps,
): Block | undefined {
  const made = new Map<string, Tensor>();
  const access = {
    number: (name: string) => made.get(name) ?? takeColumns(graph, block!.tensor, [block!.names.indexOf(name)]),
    isWord(name: string, word: string) {
      const places = words.get(name);
      if (!places)
        throw cannotExport(
          `\`${name}\` in features.create`,
          'ONNX',
          'Free text and dates do not come in: leave that column out.',
        );
      return lookUp(graph, places, given => [fillOf(given, name, artifact, steps) === word ? 1 : 0]);
    },
  };
  for (const column of steps.created) {
    if (parseExpression(column.text).columns.length === 0) {
      throw cannotExport(`features.create: ${column.text}`, 'ONNX', 'Leave it out: it is the same in every row.');
    }
    made.set(column.name, createColumn(graph, column, access));
  }
  if (made.size === 0) return block;
  return {
    tensor: sideBySide(graph, [...(block ? [block.tensor] : []), ...made.values()]),
    names: [...(block?.names ?? []), ...made.keys()],
  };
}

function encode(
  graph: Graph,
  name: string,
  numbers: Block | undefined,
  words: WordPlaces | undefined,
  artifact: Artifact,
  steps: FittedSteps,
): Tensor {
  const {maps, method} = steps.encode;
  const map = maps[name]!;
  if (words) return lookUp(graph, words, word => codesOf(fillOf(word, name, artifact, steps), map, method));
  const edges = steps.bins.edges[name]!;
  // The levels of a binned column begin with the number of the bin; one without training rows is not among them.
  const levels = [...map.levels, ...map.rare];
  const codes = Array.from({length: edges.length + 1}, (_, bin) => {
    const level = levels.find(candidate => Number.parseInt(candidate, 10) === bin + 1);
    return codesOf(level ?? null, map, method);
  });
  return encodeBins(graph, numbers!.tensor, numbers!.names.indexOf(name), edges, codes);
}

function select(graph: Graph, block: Block, {select: step}: FittedSteps): Block {
  if (!step || step.dropped.length === 0) return block;
  const gone = new Set(step.dropped.map(({name}) => name));
  return pick(
    graph,
    block,
    block.names.filter(name => !gone.has(name)),
  )!;
}

function project(graph: Graph, block: Block, {pca}: FittedSteps): Block {
  if (!pca) return block;
  const {mean, components} = pca;
  const centred = graph.op('Sub', [block.tensor, graph.floats(mean)]);
  const directions = mean.flatMap((_, column) => components.map(component => component[column]!));
  return {
    tensor: graph.op('MatMul', [centred, graph.floats(directions, [mean.length, components.length])]),
    names: components.map((_, place) => `component ${place + 1}`),
  };
}
