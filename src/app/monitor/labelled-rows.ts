import {formatCsv} from '../../data/format-csv.ts';
import {randomStream} from '../../data/random.ts';
import {type RawTable, rawText} from '../../data/raw.ts';
import {makeLevels, makeTable} from '../../data/table.ts';
import {sha256} from '../../engine/hash.ts';
import type {ModelVersion} from '../../engine/registry.ts';
import type {PipelineSpec} from '../../stages/spec.ts';
import type {Champion} from './champion.ts';
import type {WatchedBatch} from './watch-batch.ts';

/** Rows of batches whose labels are known, as one table to learn from. */
export type LabelledRows = {
  /** The batches that they come from. */
  readonly batches: readonly string[];
  readonly rows: number;
  /** A CSV file with the columns of the signature, the target, and a column that says train or test. */
  readonly bytes: Uint8Array;
  readonly splitColumn: string;
  /** What the bytes are, for people and for telling later whether the same rows were used before. */
  readonly origin: string;
};

/** A batch that can be learned from. */
export type Learnable = Pick<WatchedBatch, 'name'> & {readonly learnable: RawTable};

/**
 * Put the labelled rows of some batches together. In each batch the same rows are always kept aside as the hold-out: no
 * model ever learns from them, so that every champion and every challenger can be judged on them.
 */
export function collectLabelled(batches: readonly Learnable[], champion: Champion): LabelledRows {
  const {spec, pipeline} = champion;
  const {signature, target} = pipeline.artifact;
  const names = [...signature.map(({name}) => name), target];
  const splitColumn = freeName('fold', names);
  const parts = batches.flatMap(({name, learnable}) =>
    partsOf(learnable.rows, spec.split.test_size, `${spec.seed}/monitoring.hold_out/${name}`),
  );
  const columns = names.map(name =>
    makeLevels(
      name,
      batches.flatMap(({learnable}) => wordsOf(learnable, name)),
      'text',
    ),
  );
  const table = makeTable([...columns, makeLevels(splitColumn, parts, 'text')], parts.length);
  const bytes = new TextEncoder().encode(formatCsv(table));
  const from = batches.map(({name}) => name);
  return {batches: from, rows: parts.length, bytes, splitColumn, origin: originOf(from, bytes)};
}

const originWords = 'labelled rows of ';

function originOf(batches: readonly string[], bytes: Uint8Array): string {
  return `${originWords}${batches.join(' + ')} (${sha256(bytes).slice(0, 12)})`;
}

/** Where a version's rows came from, as its pipeline says. */
export function pathOf({pipeline}: ModelVersion): string | null {
  return (pipeline as unknown as PipelineSpec).ingestion.path;
}

/** The batches that a version learned from when monitoring trained it; none for a version that a person trained. */
export function batchesIn(origin: string | null): readonly string[] {
  if (!origin?.startsWith(originWords)) return [];
  return origin
    .slice(originWords.length)
    .replace(/ \([0-9a-f]{12}\)$/, '')
    .split(' + ');
}

function partsOf(rows: number, testSize: number, seed: string): readonly string[] {
  const kept = new Set(
    randomStream(seed)
      .permutation(rows)
      .subarray(0, Math.ceil(rows * testSize)),
  );
  return Array.from({length: rows}, (_, row) => (kept.has(row) ? 'test' : 'train'));
}

function wordsOf(raw: RawTable, name: string): ReadonlyArray<string | null> {
  const column = raw.columns.find(candidate => candidate.name === name)!;
  return Array.from({length: raw.rows}, (_, row) => rawText(column, row));
}

function freeName(wish: string, taken: readonly string[]): string {
  let name = wish;
  for (let number = 2; taken.includes(name); number++) name = `${wish}_${number}`;
  return name;
}
