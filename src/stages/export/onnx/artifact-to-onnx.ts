import type {Artifact} from '../../deployment/artifact.ts';
import {readFittedSteps} from '../fitted-steps.ts';
import {layFeatures} from './features.ts';
import {type Graph, openGraph, type Tensor} from './graph.ts';
import {modelBytes} from './model-proto.ts';
import {isTree, layModel} from './models.ts';

/**
 * Write a fitted pipeline, preprocessing and model, as an ONNX file.
 *
 * One input per column, n rows × 1: floats for numbers, where NaN is a gap, and strings for words, where any spelling of
 * a gap is one. Outputs are `label` and `probabilities` (n × classes, in the order that the metadata give), or `value`.
 * It computes in single precision: a row within 1e-7 of a border may fall on the other side.
 *
 * @throws {KnownError} `bad_setting` for what ONNX cannot express.
 */
export function artifactToOnnx(artifact: Artifact): Uint8Array {
  const steps = readFittedSteps(artifact);
  const graph = openGraph(artifact.signature.map(({name}) => name));
  const features = layFeatures(graph, artifact, steps, isTree(artifact.model));
  const wanted = artifact.model.features;
  if (features.names.some((name, place) => name !== wanted[place]) || features.names.length !== wanted.length) {
    throw new Error(`The graph makes ${features.names.join(', ')}, and the model reads ${wanted.join(', ')}.`);
  }
  const answer = layModel(graph, features, artifact);
  if (artifact.task === 'regression') graph.output('value', answer, 'float', ['rows', 1]);
  else {
    graph.output('label', labels(graph, answer, artifact), 'string', ['rows']);
    graph.output('probabilities', answer, 'float', ['rows', artifact.classes.length]);
  }
  return modelBytes({...graph.parts(), ...descriptionOf(artifact)});
}

/** The most probable class, of equals the first; at a threshold of its own the positive one from there on. */
function labels(graph: Graph, probabilities: Tensor, {classes, positive, threshold}: Artifact): Tensor {
  const place = classes.indexOf(positive ?? '');
  const names = graph.words(classes);
  if (threshold === 0.5 || classes.length !== 2 || place < 0) {
    return graph.op('Gather', [names, graph.op('ArgMax', [probabilities], {axis: {int: 1}, keepdims: {int: 0}})]);
  }
  const chance = graph.op('Gather', [probabilities, graph.whole([place])], {axis: {int: 1}});
  const isPositive = graph.op('GreaterOrEqual', [chance, graph.floats([threshold])]);
  const code = graph.op('Where', [isPositive, graph.whole([place]), graph.whole([1 - place])]);
  return graph.op('Gather', [names, graph.op('Squeeze', [code, graph.whole([1])])]);
}

function descriptionOf({name, product, target, task, classes, positive, threshold}: Artifact) {
  const metadata = {
    target,
    task,
    classes: JSON.stringify(classes),
    positive: positive ?? '',
    threshold: String(threshold),
  };
  return {
    name: name || 'pipeline',
    producer: 'ml-pipeline-tutor',
    version: product,
    notes: `Predicts ${target}. One input per column, rows × 1; a gap is NaN or an empty text.`,
    metadata: task === 'regression' ? {target, task} : metadata,
  };
}
