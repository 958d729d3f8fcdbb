import type {Ports} from '../../src/app/ports.ts';
import {readRequest} from '../../src/app/read-request.ts';
import {runSpec} from '../../src/app/run-spec.ts';
import {stepKey} from '../../src/engine/key.ts';
import {type RunRecord, runFingerprint, type StepRecord} from '../../src/engine/run-record.ts';

/** Run a pipeline on a bundled dataset, and give back its record. */
export async function recordRun(ports: Ports, dataset: string, ...set: readonly string[]): Promise<RunRecord> {
  const result = await runSpec({spec: await readRequest({dataset, set}), folder: '/work'}, ports);
  return ports.runs.read(result.run)!;
}

/** Change one step of a record so that everything after it still goes together: what only a run can find out. */
export function forge(record: RunRecord, id: string, change: Partial<StepRecord>): RunRecord {
  const outputs = new Map<string, string | null>();
  const steps = record.steps.map(step => {
    const changed = step.id === id ? {...step, ...change} : step;
    const inputs = Object.fromEntries(Object.keys(changed.inputs).map(name => [name, outputs.get(name)!]));
    outputs.set(step.id, changed.output);
    return {...changed, inputs, key: stepKey(changed, changed.seed, inputs)};
  });
  return {...record, steps, fingerprint: runFingerprint(steps)};
}

/** Change one step of a record and nothing else, as somebody does who edits the file. */
export function tamper(record: RunRecord, id: string, change: Partial<StepRecord>): RunRecord {
  return {...record, steps: record.steps.map(step => (step.id === id ? {...step, ...change} : step))};
}
