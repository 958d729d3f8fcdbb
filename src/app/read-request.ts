import {KnownError, type Problem} from '../errors.ts';
import {readSpec, type SpecReading} from '../stages/read-spec.ts';
import type {PipelineSpec} from '../stages/spec.ts';

/** What a command line says of a pipeline, besides a file. */
export type RequestWords = {
  readonly dataset?: string | undefined;
  readonly csv?: string | undefined;
  readonly target?: string | undefined;
  readonly seed?: string | undefined;
  /** `block.setting=value`, in order; the last one wins. */
  readonly set: readonly string[];
};

type Raw = Record<string, unknown>;

/**
 * Read the pipeline a command line asks for: a file if one is given, changed by the options.
 *
 * @param file - the text and the name of the pipeline file.
 * @throws {KnownError} `bad_pipeline` with every problem at once, `bad_usage` for a malformed option.
 */
export async function readRequest(
  words: RequestWords,
  file?: {readonly text: string; readonly name: string},
): Promise<PipelineSpec> {
  const reading = file ? await readFile(file, words) : await readOptions(words);
  if (reading.problems.length === 0) return reading.spec;
  throw badPipeline(reading.problems, file?.name);
}

async function readOptions(words: RequestWords): Promise<SpecReading> {
  const raw: Raw = {};
  await applyWords(raw, words);
  return readSpec(raw);
}

async function readFile(
  file: {readonly text: string; readonly name: string},
  words: RequestWords,
): Promise<SpecReading> {
  // The YAML reader is large; a run without a file does without it.
  const {readPipelineFile} = await import('../stages/pipeline-file.ts');
  return readPipelineFile(file.text, file.name, raw => applyWords(raw, words));
}

async function applyWords(raw: Raw, {dataset, csv, target, seed, set}: RequestWords): Promise<void> {
  if (dataset !== undefined && csv !== undefined) {
    throw new KnownError('bad_usage', '--dataset and --csv name two sources of data.', {hint: 'Give one of them.'});
  }
  if (dataset !== undefined) setAt(raw, ['ingestion'], {...at(raw, 'ingestion'), source: 'dataset', dataset});
  if (csv !== undefined) setAt(raw, ['ingestion'], {...at(raw, 'ingestion'), source: 'csv', path: csv});
  if (target !== undefined) setAt(raw, ['ingestion', 'target'], target);
  if (seed !== undefined) raw.seed = seed;
  for (const pair of set) await applySet(raw, pair);
}

async function applySet(raw: Raw, pair: string): Promise<void> {
  const equals = pair.indexOf('=');
  if (equals <= 0) {
    throw new KnownError('bad_usage', `--set ${pair} sets nothing.`, {
      hint: 'Write --set block.setting=value, such as --set training.model=knn.',
    });
  }
  const value = pair.slice(equals + 1).trim();
  setAt(raw, pair.slice(0, equals).trim().split('.'), await readValue(value));
}

/** A value on a command line is YAML, like in a file: `5`, `none`, `[a, b]`, `{C: 1}`. */
async function readValue(value: string): Promise<unknown> {
  if (!/^[[{"']/.test(value)) return plainValue(value);
  const {readYamlValue} = await import('../stages/pipeline-file.ts');
  return readYamlValue(value);
}

function plainValue(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return value !== '' && Number.isFinite(Number(value)) && !/^0\d/.test(value) ? Number(value) : value;
}

function at(raw: Raw, block: string): Raw {
  const value = raw[block];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
}

function setAt(raw: Raw, path: readonly string[], value: unknown): void {
  const [head, ...rest] = path;
  if (rest.length === 0) raw[head!] = value;
  else {
    const inner = {...at(raw, head!)};
    setAt(inner, rest, value);
    raw[head!] = inner;
  }
}

function badPipeline(problems: readonly Problem[], file: string | undefined): KnownError {
  const [first] = problems;
  const where = file ?? 'the options';
  if (problems.length === 1) {
    return new KnownError('bad_pipeline', first!.message, {hint: first!.hint, at: first!.at});
  }
  return new KnownError('bad_pipeline', `There are ${problems.length} problems in ${where}.`, {
    hint: 'Correct them all, then run it again.',
    at: first!.at,
    problems,
  });
}
