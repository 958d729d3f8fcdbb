import {parseCsv} from '../data/csv.ts';
import {decodeText} from '../data/decode-text.ts';
import {parseExactJson} from '../data/exact-json.ts';
import type {RawTable} from '../data/raw.ts';
import type {ModelVersion} from '../engine/registry.ts';
import {KnownError} from '../errors.ts';
import type {FittedPipeline, Predictions} from '../stages/deployment/fitted-pipeline.ts';
import {type RowObject, rowsOfFile, rowsOfObjects} from '../stages/deployment/input-rows.ts';
import {parseArtifact} from '../stages/deployment/read-artifact.ts';
import {readSpec} from '../stages/read-spec.ts';
import {findVersion, readArtifactOf} from './models-find.ts';
import type {Ports} from './ports.ts';
import {predictionsCsv} from './predict-csv.ts';

/** A model that is ready to predict, from the registry or from a file. */
export type OpenModel = {
  readonly pipeline: FittedPipeline;
  readonly name: string;
  /** null for a model from a file, which nobody has numbered here. */
  readonly version: number | null;
  readonly registered: ModelVersion | null;
};

/** What `POST /predict` answers and `predict` prints: who says it, and one answer per row. */
export type PredictionResult = Predictions & {readonly model: {readonly name: string; readonly version: number | null}};

/** No model that this program can make comes near this size. */
const mostBytes = 128 * 1024 * 1024;

/**
 * Open a model for prediction.
 *
 * @param ref - `name@version`, `name@alias` or a name; anything with a slash or ending in `.json` is a file.
 * @throws {KnownError} `unknown_model`, `missing_file`, or `corrupt_store` and `bad_json` when it is damaged.
 */
export function openModel(ref: string, ports: Pick<Ports, 'models' | 'readText'>, folder: string): OpenModel {
  if (isFile(ref)) return openFile(ref, ports, folder);
  const registered = findVersion(ref, ports.models);
  const {name, version} = registered;
  return {pipeline: parseArtifact(readArtifactOf(registered, ports.models)), name, version, registered};
}

/** Tell whether a model is named by a file rather than by its name in the registry. */
export function isFile(ref: string): boolean {
  return /[\\/]|\.json$/i.test(ref);
}

function openFile(file: string, {readText}: Pick<Ports, 'readText'>, folder: string): OpenModel {
  const {text} = readText(file, folder, mostBytes);
  const pipeline = withFile(file, () => parseArtifact(text));
  return {pipeline, name: pipeline.artifact.name, version: null, registered: null};
}

export type PredictRequest = {
  readonly ref: string;
  readonly folder: string;
  /** The rows themselves, or a CSV file of them. */
  readonly from: {readonly rows: readonly RowObject[]} | {readonly csv: string};
};

/** Let a model predict rows. */
export async function predictWith(request: PredictRequest, ports: Ports): Promise<PredictionResult> {
  return (await predictInput(request, ports)).result;
}

/** Let a model predict rows, and write them as CSV: every column that came in, then the answers. */
export async function predictToCsv(request: PredictRequest, ports: Ports) {
  const {result, input, pipeline} = await predictInput(request, ports);
  return {result, csv: predictionsCsv(input, result.predictions, pipeline.artifact)};
}

async function predictInput({ref, folder, from}: PredictRequest, ports: Ports) {
  const {pipeline, name, version} = openModel(ref, ports, folder);
  if ('rows' in from) {
    const input = rowsOfObjects(from.rows);
    return {pipeline, input, result: {model: {name, version}, ...pipeline.predict(input)}};
  }
  const input = rowsOfFile(await readCsv(from.csv, folder, ports));
  const answers = withFile(from.csv, () => pipeline.predict(input));
  return {pipeline, input, result: {model: {name, version}, ...answers}};
}

/**
 * Read a CSV file whose rows are to be predicted.
 *
 * @throws {KnownError} `bad_row` when a row cannot be read: with it left out, answers and rows would no longer match.
 */
export async function readCsv(file: string, folder: string, ports: Pick<Ports, 'readSource'>): Promise<RawTable> {
  const {ingestion} = readSpec({ingestion: {source: 'csv', path: file}}).spec;
  const {bytes} = await ports.readSource(ingestion, folder);
  const raw = withFile(file, () => parseCsv(decodeText(bytes).text));
  const broken = raw.problems.filter(problem => problem.rejected);
  if (raw.rejected === 0) return raw;
  const rows = raw.rejected === 1 ? 'One row' : `${raw.rejected} rows`;
  throw new KnownError('bad_row', `${rows} of ${file} cannot be read, so nothing was predicted.`, {
    hint: 'Correct them, then try again.',
    at: {file, line: broken[0]?.line ?? 1},
    problems: broken.map(({line, message}) => ({message, hint: 'Correct this row.', at: {file, line}})),
  });
}

/**
 * Read rows from the JSON that a person typed: one object, or a list of objects.
 *
 * @throws {KnownError} `bad_json`
 */
export function parseRows(text: string): readonly RowObject[] {
  let value: unknown;
  try {
    value = parseExactJson(text);
  } catch (error) {
    throw notRows(`The row is not JSON: ${(error as Error).message}`);
  }
  return rowsIn(value);
}

/** The rows in a JSON value: one object, a list of objects, or such a list under `rows`. */
export function rowsIn(value: unknown): readonly RowObject[] {
  const under = isObject(value) && Array.isArray(value.rows) ? value.rows : value;
  const list: readonly unknown[] = Array.isArray(under) ? under : [under];
  const place = list.findIndex(row => !isObject(row));
  if (place >= 0)
    throw notRows(`${list.length === 1 ? 'The row' : `Row ${place + 1}`} is not an object with named values.`);
  if (list.length === 0) throw notRows('There is no row to predict.');
  return list as readonly RowObject[];
}

function isObject(value: unknown): value is RowObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function notRows(message: string): KnownError {
  return new KnownError('bad_json', message, {
    hint: 'Write a row as {"age": 41, "plan": "basic"}; on a command line put single quotes around it.',
  });
}

/** Put the name of the file into a failure that only knows lines and columns. */
function withFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    const {code, message, hint, at, problems} = error;
    const placed = problems.map(problem => ({...problem, at: {file, ...problem.at}}));
    throw new KnownError(code, message, {hint, at: {file, ...at}, problems: placed, cause: error});
  }
}
