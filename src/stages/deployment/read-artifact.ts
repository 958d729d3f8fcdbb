import {canonicalJson, type Json, reviveNumber} from '../../engine/value.ts';
import {KnownError} from '../../errors.ts';
import type {Tree} from '../../ml/models/tree.ts';
import {checkReference} from '../monitoring/reference-shape.ts';
import {findModel} from '../training/train-model.ts';
import type {Artifact, SignatureColumn} from './artifact.ts';
import {
  type Check,
  isFlag,
  isNumber,
  isObject,
  isOneOf,
  isPresent,
  isText,
  isWhole,
  listOf,
  mapOf,
  orAbsent,
  orNull,
  shape,
} from './artifact-shape.ts';
import {type FittedPipeline, fittedPipeline, unlabelled} from './fitted-pipeline.ts';
import {rowsOfObjects} from './input-rows.ts';

const problemsShown = 5;

const checkShape: Check = shape({
  product: isText,
  name: isText,
  task: isOneOf('classification', 'regression'),
  target: isText,
  classes: listOf(isText),
  positive: orNull(isText),
  threshold: isNumber,
  missing: listOf(isText),
  decimal: orAbsent(isOneOf('.', ',')),
  signature: listOf(
    shape({
      name: isText,
      type: isOneOf('number', 'category', 'date', 'text'),
      gaps: isFlag,
      range: orNull(listOf(isNumber)),
      levels: orNull(listOf(isText)),
    }),
  ),
  transforms: listOf(shape({id: isText, version: isWhole, params: isObject, state: isPresent})),
  model: shape({
    model: isText,
    implementation: isOneOf('builtin', 'mljs'),
    task: isOneOf('classification', 'regression'),
    version: isWhole,
    params: isObject,
    features: listOf(isText),
    classes: listOf(isText),
    state: isObject,
  }),
  metrics: shape({test: mapOf(orNull(isNumber))}),
  data: shape({fingerprint: isText, rows: isWhole}),
  seed: isWhole,
  reference: orAbsent(checkReference),
});

/** Write an artifact as one line of JSON, the same text for equal artifacts; numbers keep all of their digits. */
export function formatArtifact(artifact: Artifact): string {
  return `${canonicalJson(artifact as unknown as Json)}\n`;
}

/**
 * Read an artifact back from its text and make it ready to predict.
 *
 * @throws {KnownError} `bad_json` when it is not an artifact, is damaged, or was made by a newer program.
 */
export function parseArtifact(text: string): FittedPipeline {
  try {
    // Only numbers that JSON cannot write need a second look, and hardly any state has one.
    return loadArtifact(
      text.includes('"$number"') ? JSON.parse(text, (_, value) => reviveNumber(value)) : JSON.parse(text),
    );
  } catch (error) {
    if (error instanceof SyntaxError) throw damaged([`it is not JSON: ${error.message}`]);
    if (error instanceof RangeError) throw damaged(['it is nested too deep']);
    throw error;
  }
}

/**
 * Make a document that claims to be an artifact ready to predict. Nobody vouches for it: its form is checked, then it
 * has to predict one row made up from its own signature. Nothing in it is ever run as code.
 *
 * @throws {KnownError} `bad_json`, with what is wrong and what to do.
 */
export function loadArtifact(document: unknown): FittedPipeline {
  refuseOtherFormat(document);
  const problems = checkShape(document, '');
  if (problems.length > 0) throw damaged(problems);
  const artifact = document as Artifact;
  checkModel(artifact);
  try {
    return tryOut(fittedPipeline(artifact));
  } catch (error) {
    if (error instanceof KnownError && error.code === 'bad_json') throw error;
    throw damaged([`it cannot predict: ${(error as Error).message}`], error);
  }
}

function refuseOtherFormat(document: unknown): void {
  const format = (document as {readonly format?: unknown} | null)?.format;
  if (format === 1) return;
  if (typeof format === 'number' && format > 1) {
    throw new KnownError('bad_json', `This fitted pipeline has format ${format}; this program reads format 1.`, {
      hint: 'It was made by a newer version: update with `npx ml-pipeline-tutor@latest`.',
    });
  }
  throw new KnownError('bad_json', 'This is not a fitted pipeline: it has no `format: 1`.', {
    hint: 'Make one with `ml-pipeline-tutor export --to json --out model.json`.',
  });
}

function checkModel({task, classes, positive, model}: Artifact): void {
  const known = findModel(model, model.task);
  if (known.version !== model.version) {
    throw new KnownError(
      'bad_json',
      `It needs \`${model.model}\` in version ${model.version}; this program has it in version ${known.version}.`,
      {
        hint: 'Use the version of ml-pipeline-tutor that made it, or run the pipeline again with this one.',
      },
    );
  }
  const problems = [
    ...(model.task === task ? [] : ['`model.task` must be the same as `task`']),
    ...(classes.join('\n') === model.classes.join('\n') ? [] : ['`model.classes` must be the same as `classes`']),
    ...(task === 'classification' && classes.length < 2 ? ['`classes` must name at least two'] : []),
    ...(positive === null || classes.includes(positive) ? [] : ['`positive` must be one of `classes`']),
    ...(hasHole(model.state) ? ['a list of numbers in `model.state` has a hole'] : []),
    ...treesOf(model.state).flatMap(treeProblems),
  ];
  if (problems.length > 0) throw damaged(problems);
}

/** Numbers that got lost read as `null` or as text, and would silently count as 0. */
function hasHole(state: Json): boolean {
  if (state === null || typeof state !== 'object') return false;
  if (!Array.isArray(state)) return Object.values(state).some(hasHole);
  const kind = typeof state[0];
  return state.some(item => item === null || typeof item !== kind) || (kind === 'object' && state.some(hasHole));
}

function treesOf(state: unknown): readonly Tree[] {
  const {tree, trees} = state as {readonly tree?: Tree; readonly trees?: readonly Tree[]};
  return [...(tree ? [tree] : []), ...(Array.isArray(trees) ? trees : [])];
}

/** A walk down a tree ends only if every question leads to a later node. */
function treeProblems({feature, right}: Tree): readonly string[] {
  const isWalk = feature.every((column, node) => column < 0 || (right[node]! > node && right[node]! < feature.length));
  return isWalk ? [] : ['a tree of the model leads back to itself'];
}

/** Let it predict one row; what comes out must be numbers. */
function tryOut(pipeline: FittedPipeline): FittedPipeline {
  const {artifact, check, replay, ask} = pipeline;
  const row = Object.fromEntries(artifact.signature.map(column => [column.name, likelyValue(column)]));
  const answer = ask(replay(unlabelled(check(rowsOfObjects([row])).table)));
  const numbers = answer.task === 'regression' ? answer.values : answer.probabilities.data;
  const wanted = answer.task === 'regression' ? 1 : artifact.classes.length;
  if (numbers.length === wanted && numbers.every(Number.isFinite)) return pipeline;
  throw damaged(['its model answers with something that is not a number']);
}

function likelyValue({type, range, levels}: SignatureColumn): number | string {
  if (type === 'number') return range ? (range[0] + range[1]) / 2 : 0;
  if (type === 'date') return '2024-01-01';
  return levels?.[0] ?? 'x';
}

function damaged(problems: readonly string[], cause?: unknown): KnownError {
  const more = problems.length > problemsShown ? ` (and ${problems.length - problemsShown} more)` : '';
  return new KnownError(
    'bad_json',
    `This fitted pipeline is damaged: ${problems.slice(0, problemsShown).join('; ')}${more}.`,
    {
      hint: 'Get the file again, or run the pipeline once more and export it.',
      cause,
    },
  );
}
