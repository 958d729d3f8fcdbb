import {stepKey} from '../engine/key.ts';
import {type RunRecord, runFingerprint, type StepRecord} from '../engine/run-record.ts';

/** Where something does not hold, and why. */
export type Fault = {readonly step: string | null; readonly reason: string};

/**
 * Find where a record contradicts itself: every key must follow from what the step says of itself, every input must be
 * the output of an earlier step, and the fingerprint must follow from all. Who changes one figure has to change them all.
 */
export function faultOf(record: RunRecord): Fault | undefined {
  const outputs = new Map<string, string | null>();
  for (const step of record.steps) {
    const found = step.status === 'skipped' ? undefined : contradiction(step, record.seed, outputs);
    if (found) return changed(found.step, found.reason);
    outputs.set(step.id, step.output);
  }
  const isWhole = runFingerprint(record.steps) === record.fingerprint;
  return isWhole ? undefined : changed(null, 'its fingerprint does not go with its steps');
}

function changed(step: string | null, reason: string): Fault {
  return {step, reason: `the record was changed after the run: ${reason}`};
}

function contradiction(step: StepRecord, seed: number, outputs: ReadonlyMap<string, string | null>): Fault | undefined {
  const {id, inputs} = step;
  if (step.seed !== null && step.seed !== seed) {
    return {step: id, reason: `this step says seed ${step.seed}, and the run says ${seed}`};
  }
  if (stepKey(step, step.seed, inputs) !== step.key) {
    return {step: id, reason: 'its key does not go with its settings, seed and inputs'};
  }
  const stray = Object.keys(inputs).find(name => outputs.get(name) !== inputs[name]);
  return stray === undefined ? undefined : {step: stray, reason: `the output it names is not what \`${id}\` read`};
}
