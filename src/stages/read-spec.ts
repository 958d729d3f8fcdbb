import {nearest} from '../data/nearest.ts';
import type {Json} from '../engine/value.ts';
import type {Place, Problem} from '../errors.ts';
import {blockIds, blocks, blocksWith} from './blocks.ts';
import {readSetting} from './read-setting.ts';
import {defaultSeed, type PipelineSpec, traps} from './spec.ts';
import type {BlockId} from './stage.ts';
import {readModelParams} from './training/read-params.ts';
import {readTuning} from './tuning/space.ts';

/** Where something in a raw pipeline was written: `['training', 'model']`, its name or its value. */
export type Locate = (path: readonly string[], part: 'key' | 'value') => Place;
export type SpecReading = {readonly spec: PipelineSpec; readonly problems: readonly Problem[]};

const topLevel = ['format', 'name', 'seed', 'traps', ...blockIds];

/** Read a raw pipeline (what YAML, JSON or a command line gives) and report every problem in it at once. */
export function readSpec(raw: unknown, locate: Locate = path => ({name: path.join('.')})): SpecReading {
  const problems: Problem[] = [];
  const report = (path: readonly string[], part: 'key' | 'value', message: string, hint: string) =>
    problems.push({message, hint, at: locate(path, part)});
  if (!isMap(raw)) {
    report([], 'value', 'A pipeline is a map of blocks.', 'Start with a line such as `ingestion: {dataset: wine}`.');
    return {spec: readBlocks({}, report), problems};
  }
  for (const key of Object.keys(raw)) if (!topLevel.includes(key)) reportUnknownBlock(key, report);
  return {spec: readBlocks(raw, report), problems};
}

type Report = (path: readonly string[], part: 'key' | 'value', message: string, hint: string) => void;
type Raw = {readonly [key: string]: unknown};

function readBlocks(raw: Raw, report: Report): PipelineSpec {
  if ((raw.format ?? 1) !== 1) report(['format'], 'value', 'This program reads format 1.', 'Write `format: 1`.');
  const read = Object.fromEntries(blockIds.map(id => [id, readBlock(id, raw[id] ?? {}, report)]));
  const head = {
    format: 1,
    name: readName(raw.name, report),
    seed: readSeed(raw.seed, report),
    traps: readTraps(raw.traps, report),
  };
  const spec = {...head, ...read} as unknown as PipelineSpec;
  const isModelSaid = isMap(raw.training) && raw.training.model !== undefined;
  const training = isModelSaid ? spec.training : {...spec.training, model: null};
  const params = readModelParams(training, report);
  const tuning = readTuning({...spec, training: {...training, params}}, report);
  return {...spec, training: {...training, params}, tuning, ingestion: withSource(spec.ingestion)};
}

function readBlock(id: BlockId, raw: unknown, report: Report): Record<string, unknown> {
  const settings = blocks[id];
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, setting.default]),
  );
  if (!isMap(raw)) {
    report(
      [id],
      'value',
      `\`${id}\` holds settings, not ${JSON.stringify(raw)}.`,
      `Write \`${id}: {setting: value}\`.`,
    );
    return values;
  }
  for (const [name, value] of Object.entries(raw)) {
    const setting = settings[name];
    if (!setting) {
      reportUnknownSetting(id, name, report);
      continue;
    }
    const reading = readSetting(name, setting, value);
    if ('problem' in reading) report([id, name], 'value', reading.problem, reading.hint);
    else values[name] = reading.value;
  }
  return values;
}

function readName(raw: unknown, report: Report): string {
  if (raw === undefined) return '';
  if (typeof raw === 'string' && /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(raw)) return raw;
  report(
    ['name'],
    'value',
    `\`name\` cannot be ${JSON.stringify(raw)}.`,
    'Use up to 100 letters, digits, spaces, dots, dashes and underscores.',
  );
  return '';
}

function readSeed(raw: unknown, report: Report): number | null {
  if (raw === undefined) return defaultSeed;
  if (raw === null || raw === 'none') return null;
  const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  report(
    ['seed'],
    'value',
    `\`seed\` cannot be ${JSON.stringify(raw)}.`,
    'Use a whole number from 0 on, or none to draw a new one each time.',
  );
  return defaultSeed;
}

function readTraps(raw: unknown, report: Report): readonly string[] {
  const list = typeof raw === 'string' ? raw.split(',').map(word => word.trim()) : (raw ?? []);
  if (!Array.isArray(list)) {
    report(['traps'], 'value', '`traps` is a list.', `Allowed: ${traps.join(', ')}.`);
    return [];
  }
  const known: readonly unknown[] = traps;
  for (const name of list) {
    if (!known.includes(name)) {
      report(['traps'], 'value', `There is no trap ${JSON.stringify(name)}.`, suggestion(String(name), traps));
    }
  }
  return traps.filter(name => list.includes(name));
}

function reportUnknownBlock(key: string, report: Report): void {
  const home = blocksWith(key)[0];
  const hint = home ? `It belongs to a block: \`${home}: {${key}: …}\`.` : suggestion(key, topLevel);
  report([key], 'key', `A pipeline has no block \`${key}\`.`, hint);
}

function reportUnknownSetting(id: BlockId, name: string, report: Report): void {
  const home = blocksWith(name)[0];
  const hint = home ? `It belongs to \`${home}\`.` : suggestion(name, Object.keys(blocks[id]));
  report([id, name], 'key', `\`${id}\` has no setting \`${name}\`.`, hint);
}

function suggestion(word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  const all = `Known: ${known.join(', ')}.`;
  return guess ? `Did you mean ${guess}? ${all}` : all;
}

/** A file named without saying what it is tells it by its ending. */
function withSource(ingestion: PipelineSpec['ingestion']): PipelineSpec['ingestion'] {
  if (ingestion.source !== 'dataset' || ingestion.dataset !== null) return ingestion;
  if (ingestion.url !== null) return {...ingestion, source: 'http'};
  if (ingestion.path === null) return ingestion;
  if (/\.(sqlite3?|db)$/i.test(ingestion.path)) return {...ingestion, source: 'sqlite'};
  return {...ingestion, source: /\.(json|jsonl|ndjson)$/i.test(ingestion.path) ? 'json' : 'csv'};
}

function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The spec as plain data, for records and keys. */
export function specJson(spec: PipelineSpec): Json {
  return spec as unknown as Json;
}
