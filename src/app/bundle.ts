import type {RunRecord} from '../engine/run-record.ts';
import {type Json, writeJson} from '../engine/value.ts';
import {KnownError} from '../errors.ts';
import {reachesOut} from './bundle-check.ts';
import {bundleKind, mostBundleBytes, parseBundle, type RunBundle} from './bundle-read.ts';
import type {Ports} from './ports.ts';
import {findRun} from './runs-find.ts';

/**
 * Write a run as one file that a classmate imports and verifies: its record, its pipeline as it was written, and what
 * its source held where that may have vanished. Data files go beside it; the bundle knows them by their hash.
 *
 * @throws {KnownError} `unknown_run`, `missing_file` when what the source held is gone.
 */
export function exportRun(ref: string, ports: Ports): {readonly run: string; readonly text: string} {
  const record = findRun(ref, ports.runs);
  const {folder: _, imported: __, ...rest} = withoutFolders(record);
  const data = record.source.kept ? keptBytes(record, ports) : null;
  const bundle: RunBundle = {bundle: bundleKind, version: 1, record: rest, data};
  const text = `${writeJson(bundle as unknown as Json, 2)}\n`;
  if (text.length <= mostBundleBytes) return {run: record.run, text};
  throw new KnownError('too_large', `Run ${record.run} is too large for a bundle: what its source held goes with it.`, {
    hint: 'Save what the source holds as a CSV file, and run the pipeline on that.',
    at: {name: record.run},
  });
}

/** What came of reading a bundle. */
export type ImportedRun = {readonly run: string; readonly name: string; readonly was_here: boolean};

/**
 * Take over a run from elsewhere. Nothing in the file is taken on trust: it is read as data and never run, every part
 * is checked, and what it may read when it is verified lies in the folder of the bundle.
 *
 * @throws {KnownError} `bad_json` with every problem, `too_large`, `bad_usage` when another run has its id.
 */
export function importRun(file: string, folder: string, ports: Ports): ImportedRun {
  const source = readBundleFile(file, folder, ports);
  const {record, data} = parseBundle(source.text, file);
  const {run, name} = record;
  const here = ports.runs.read(run);
  if (here && here.fingerprint !== record.fingerprint) {
    throw new KnownError('bad_usage', `There is another run here with the id ${run}.`, {
      hint: 'Import it into a home of its own: `--home DIR`.',
      at: {file, name: run},
    });
  }
  if (here) return {run, name, was_here: true};
  if (data) ports.store.writeObject(record.source.hash, data);
  ports.runs.write({...record, folder: source.folder, imported: true});
  return {run, name, was_here: false};
}

function readBundleFile(file: string, folder: string, ports: Ports) {
  try {
    return ports.readText(file, folder, mostBundleBytes);
  } catch (error) {
    if (!(error instanceof KnownError) || error.code !== 'too_large') throw error;
    throw new KnownError('too_large', `${file} is larger than a bundle of a run can be.`, {
      hint: 'Check that it is a file made by `ml-pipeline-tutor runs export`.',
      at: {file},
      cause: error,
    });
  }
}

function keptBytes({run, source}: RunRecord, {store}: Ports): string {
  const bytes = store.readObject(source.hash);
  if (bytes) return Buffer.from(bytes).toString('base64');
  throw new KnownError('missing_file', `What ${source.origin} answered in run ${run} is no longer in the store.`, {
    hint: 'Run the pipeline again and export that run.',
    at: {name: run},
  });
}

/** Where a person keeps their files is nobody else's business, and means nothing elsewhere. */
function withoutFolders(record: RunRecord): RunRecord {
  const {ingestion, ...rest} = record.pipeline as {readonly ingestion: {readonly path?: string | null}};
  const {path} = ingestion;
  if (typeof path !== 'string' || !reachesOut(path)) return record;
  const name = path.split(/[\\/]/).at(-1)!;
  const source = {...record.source, origin: record.source.origin.replaceAll(path, name)};
  return {...record, source, pipeline: {...rest, ingestion: {...ingestion, path: name}} as Json};
}
