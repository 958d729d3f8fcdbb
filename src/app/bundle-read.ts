import {sha256} from '../engine/hash.ts';
import type {RunRecord} from '../engine/run-record.ts';
import {type Json, readJson} from '../engine/value.ts';
import {KnownError, type Problem} from '../errors.ts';
import {checkBundle} from './bundle-check.ts';

/** The record as it travels: without what only means something where it was made. */
export type BundledRecord = Omit<RunRecord, 'folder' | 'imported'>;

/** A run as one file. */
export type RunBundle = {
  readonly bundle: typeof bundleKind;
  readonly version: 1;
  readonly record: BundledRecord;
  /** The bytes that the source held, in base64, where the run kept them; else null. */
  readonly data: string | null;
};

export const bundleKind = 'ml-pipeline-tutor run';
export const mostBundleBytes = 64 * 1024 * 1024;
/** Data nested deeper than this was not written by this program, and might exhaust whoever walks through it. */
const deepest = 64;

/**
 * Read a bundle that nobody vouches for.
 *
 * @param file - its name, for messages only.
 * @throws {KnownError} `bad_json` with every problem.
 */
export function parseBundle(
  text: string,
  file: string,
): {readonly record: BundledRecord; readonly data: Uint8Array | null} {
  const bundle = parseText(text, file);
  refuseOtherKinds(bundle, file);
  if (isDeeperThan(bundle, deepest)) throw notBundle('it is nested too deeply', file);
  const problems = checkBundle(bundle);
  if (problems.length > 0) throw badBundle(problems, file);
  const {record, data} = bundle as unknown as RunBundle;
  return {record: knownFields(record), data: data === null ? null : decodeData(data, record.source.hash, file)};
}

function parseText(text: string, file: string): Json {
  try {
    return readJson(text);
  } catch (error) {
    throw notBundle(`it is not JSON: ${(error as Error).message}`, file);
  }
}

function refuseOtherKinds(bundle: Json, file: string): void {
  const {bundle: kind, version} = (bundle ?? {}) as {readonly bundle?: unknown; readonly version?: unknown};
  if (kind !== bundleKind) throw notBundle(`it does not say \`"bundle": "${bundleKind}"\``, file);
  if (version === 1) return;
  throw new KnownError('bad_json', `${file} is a bundle of version ${String(version)}; this program reads version 1.`, {
    hint: 'It was made by a newer version: update with `npx ml-pipeline-tutor@latest`.',
    at: {file},
  });
}

function notBundle(reason: string, file: string): KnownError {
  return new KnownError('bad_json', `${file} is no bundle of a run: ${reason}.`, {
    hint: 'Make one with `ml-pipeline-tutor runs export ID --out FILE`.',
    at: {file},
  });
}

function badBundle(problems: readonly string[], file: string): KnownError {
  const count = problems.length === 1 ? 'is a problem' : `are ${problems.length} problems`;
  const hint = 'Let the file be made again with `ml-pipeline-tutor runs export`.';
  const listed: readonly Problem[] = problems.map(message => ({message: `${message}.`, hint, at: {file}}));
  return new KnownError('bad_json', `There ${count} in the bundle ${file}; nothing was imported.`, {
    hint,
    at: {file},
    problems: listed,
  });
}

function decodeData(data: string, hash: string, file: string): Uint8Array {
  const bytes = new Uint8Array(Buffer.from(data, 'base64'));
  if (sha256(bytes) === hash) return bytes;
  throw badBundle(['`data` is not what the run read: its hash is another'], file);
}

/** Only what a record has: whatever else the file says stays outside. */
function knownFields(record: BundledRecord): BundledRecord {
  const {version, run, name, created, seed, pipeline, written, source, steps} = record;
  const {metrics, confusion, data, fingerprint, product, node} = record;
  const {format, origin, hash, kept} = source;
  return {
    ...{version, run, name, created, seed, pipeline},
    written: written && {name: written.name, text: written.text},
    source: {format, origin, hash, kept},
    steps,
    ...{metrics, confusion, data, fingerprint, product, node},
  };
}

/** Walks level by level, because a walk that calls itself is what deep data is made to break. */
function isDeeperThan(value: Json, levels: number): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap(item => (item !== null && typeof item === 'object' ? Object.values(item) : []));
    if (level.length === 0) return false;
  }
  return true;
}
