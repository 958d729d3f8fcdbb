import {sha256} from '../engine/hash.ts';
import type {RunOutcome} from '../engine/run.ts';
import {type RunRecord, runFingerprint, type SourceRecord} from '../engine/run-record.ts';
import type {Json} from '../engine/value.ts';
import type {IngestionSettings} from '../stages/ingestion/settings.ts';
import type {Snapshot} from '../stages/ingestion/snapshot.ts';
import {specJson} from '../stages/read-spec.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {NamedText, Ports} from './ports.ts';
import type {RunResult} from './run-result.ts';
import {nextRunId} from './runs-id.ts';

/** What was run. */
export type RunSubject = {
  readonly spec: PipelineSpec & {readonly seed: number};
  readonly folder: string;
  /** The pipeline file, where there was one. */
  readonly written?: NamedText | undefined;
  readonly source: SourceRecord;
};

/** The id of a run that began at a moment, after every run of this home. */
export function newRunId(began: Date, {runs, freshSeed}: Ports): string {
  return nextRunId(began, runs.summaries().find(run => !run.imported)?.run, freshSeed());
}

/** Answers of a web address or a database: gone or changed tomorrow, so their bytes are kept with the run. */
const vanishing: ReadonlySet<IngestionSettings['source']> = new Set(['http', 'sqlite']);

/** Record what a source held, and keep its bytes where the source may vanish. */
export function recordSource(
  {source}: IngestionSettings,
  {bytes, format, origin}: Snapshot,
  ports: Ports,
): SourceRecord {
  const hash = sha256(bytes);
  const kept = vanishing.has(source);
  if (kept) ports.store.writeObject(hash, bytes);
  return {format, origin, hash, kept};
}

/** Put together the record of a finished run; one that failed has no result. */
export function makeRecord(
  run: string,
  began: Date,
  {spec, folder, written, source}: RunSubject,
  {steps}: Pick<RunOutcome, 'steps'>,
  result: RunResult | null,
  {product, node}: Pick<Ports, 'product' | 'node'>,
): RunRecord {
  return {
    version: 1,
    run,
    name: spec.name,
    created: began.toISOString(),
    seed: spec.seed,
    pipeline: specJson(spec),
    written: written ? {name: written.name, text: written.text} : null,
    source,
    folder,
    imported: false,
    steps,
    metrics: (result?.metrics ?? null) as Json,
    confusion: (result?.confusion ?? null) as Json,
    data: (result?.data ?? null) as Json,
    fingerprint: runFingerprint(steps),
    product,
    node,
  };
}
