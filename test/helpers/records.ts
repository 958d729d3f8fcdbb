import {type RunRecord, runFingerprint, type StepRecord} from '../../src/engine/run-record.ts';

/** A record of one step as a run leaves it, changed where a test needs it. */
export function stepRecord(id: string, change: Partial<StepRecord> = {}): StepRecord {
  const hash = Buffer.from(id).toString('hex').padEnd(64, '0').slice(0, 64);
  return {
    id,
    stage: id.split('.')[0]!,
    version: 1,
    params: {},
    seed: null,
    inputs: {},
    key: hash,
    output: hash,
    status: 'ran',
    reason: 'not run before',
    ms: 1,
    report: null,
    ...change,
  };
}

/** A record of a run, changed where a test needs it. */
export function runRecord(run: string, change: Partial<RunRecord> = {}): RunRecord {
  const steps = change.steps ?? [stepRecord('ingestion.load'), stepRecord('split.rows')];
  return {
    version: 1,
    run,
    name: 'wine',
    created: '2026-01-01T00:00:00.000Z',
    seed: 42,
    pipeline: {format: 1, traps: []},
    written: null,
    source: {format: 'csv', origin: 'wine (bundled)', hash: 'f'.repeat(64), kept: false},
    folder: '/work',
    imported: false,
    steps,
    metrics: {train: {accuracy: 1}, test: {accuracy: 0.9}, baseline: {accuracy: 0.5}, cross_validation: null},
    confusion: null,
    data: {rows: 178},
    fingerprint: runFingerprint(steps),
    product: 'test',
    node: 'test',
    ...change,
  };
}
