import type {Artifact} from '../../deployment/artifact.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {largestWhere, meantBy, neighbour} from './float32.ts';
import {type Graph, type Tensor, takeColumns} from './graph.ts';

type LevelMap = FittedSteps['encode']['maps'][string];

/** A column of words as numbers: the words that are told apart, and for each row the place of its word among them. */
export type WordPlaces = {
  readonly words: readonly string[];
  /** n rows × 1 whole numbers; a word that is not among them has the place after the last. */
  readonly places: Tensor;
};

/**
 * Read a column of words.
 *
 * @param more - words that are told apart though no level is one of them.
 */
export function readWords(graph: Graph, name: string, known: readonly string[]): WordPlaces {
  const words = [...new Set(known)];
  const [places] = graph.ops(
    {
      type: 'LabelEncoder',
      domain: 'ai.onnx.ml',
      inputs: [graph.input(name, 'string')],
      attributes: {classes_strings: {texts: words}, default_int64: {int: words.length}},
    },
    1,
  );
  return {words, places: places!};
}

/** Look a row of numbers up for each word, and one for all other words. @returns n rows × as many columns. */
export function lookUp(
  graph: Graph,
  {words, places}: WordPlaces,
  rowOf: (word: string | null) => readonly number[],
): Tensor {
  const rows = [...words, null].map(rowOf);
  const width = rows[0]!.length;
  const table = graph.floats(rows.flat(), [rows.length, width]);
  // Each place becomes a row: n × 1 × width, then n × width.
  return graph.op('Squeeze', [graph.op('Gather', [table, places], {axis: {int: 0}}), graph.whole([1])]);
}

/** What stands where a word is missing. */
export function fillOf(word: string | null, name: string, {missing}: Artifact, {impute}: FittedSteps): string | null {
  const isGap = word !== null && missing.some(token => token.trim() === word.trim());
  return isGap ? ((impute.fills[name] as string | undefined) ?? null) : word;
}

/** The numbers that a word is encoded as: a 1 among zeros, or its rank. */
export function codesOf(word: string | null, map: LevelMap, method: 'one_hot' | 'ordinal'): readonly number[] {
  const place = word === null ? -1 : map.levels.indexOf(word);
  const isRare = word !== null && map.rare.includes(word);
  if (method === 'ordinal') return [isRare ? map.levels.length : place];
  const hasRare = map.rare.length > 0;
  const one = place >= 0 ? place : hasRare ? map.levels.length : -1;
  return Array.from({length: map.levels.length + (hasRare ? 1 : 0)}, (_, column) => (column === one ? 1 : 0));
}

/** Cut a column of numbers at the edges, and encode the bins. */
export function encodeBins(
  graph: Graph,
  block: Tensor,
  place: number,
  edges: readonly number[],
  codes: ReadonlyArray<readonly number[]>,
): Tensor {
  const column = takeColumns(graph, block, [place]);
  const table = graph.floats(codes.flat(), [codes.length, codes[0]!.length]);
  // The smallest number in single precision that stands for one at or above the edge.
  const lowest = edges.map(edge =>
    neighbour(
      largestWhere(value => meantBy(value) < edge),
      1,
    ),
  );
  const reached = graph.op('Cast', [graph.op('GreaterOrEqual', [column, graph.floats(lowest)])], {to: {int: 1}});
  const count = graph.op('ReduceSum', [reached, graph.whole([1])], {keepdims: {int: 0}});
  return graph.op('Gather', [table, graph.op('Cast', [count], {to: {int: 7}})], {axis: {int: 0}});
}
