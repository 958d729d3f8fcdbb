import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Column} from '../../src/data/table.ts';
import {joinParts} from '../../src/stages/evaluation/traps.ts';
import {loadTable} from '../../src/stages/ingestion/load.ts';
import {readSpec} from '../../src/stages/read-spec.ts';
import type {Rows} from '../../src/stages/rows.ts';
import type {PipelineSpec} from '../../src/stages/spec.ts';
import {splitTable} from '../../src/stages/split/split-rows.ts';

/** A pipeline as a file would say it; a mistake in it fails the test. */
export function specOf(raw: Record<string, unknown>): PipelineSpec {
  const {spec, problems} = readSpec(raw);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return spec;
}

/** All rows of a bundled dataset in the order of its file, target apart. */
export function datasetRows(dataset: string, target: string, drop: readonly string[] = []): Rows {
  const bytes = readFileSync(path.join(import.meta.dirname, '../../datasets', `${dataset}.csv`));
  const {ingestion, split} = specOf({ingestion: {dataset, target, drop}, split: {stratify: false}});
  const {table} = loadTable({format: 'csv', bytes, origin: dataset}, ingestion);
  return joinParts(splitTable(table, {...split, ...ingestion}, 'rows').parts);
}

/** Rows made of columns, numbered from 0. */
export function rowsOf(columns: readonly Column[], target: Column | null, n: number): Rows {
  return {table: {rows: n, columns}, target, index: Int32Array.from({length: n}, (_, row) => row)};
}

/** A column of numbers. */
export function numbers(name: string, values: readonly number[]): Column {
  return {name, type: 'number', values: Float64Array.from(values)};
}
