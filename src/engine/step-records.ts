import type {Decision} from './decide.ts';
import type {StepRecord} from './run-record.ts';
import type {Step} from './step.ts';

/** What a step says of itself, whatever becomes of it. */
export function identity(step: Step) {
  return {id: step.id, stage: step.stage, version: step.version, params: step.params};
}

/** The record of a step whose output is taken from the store. */
export function keptRecord(step: Step, inputs: {readonly [id: string]: string}, decision: Decision): StepRecord {
  if (decision.action === 'run') throw new Error(`Step ${step.id} was to run.`);
  const {key, seed, reason, action, result} = decision;
  return {
    ...identity(step),
    seed,
    inputs,
    key,
    reason,
    status: action,
    output: result.output,
    ms: 0,
    report: result.report,
  };
}

/** The record of a step that was not reached. */
export function skippedRecord(step: Step, reason: string): StepRecord {
  const nothing = {seed: null, inputs: {}, key: '', output: null, ms: 0, report: null};
  return {...identity(step), ...nothing, status: 'skipped', reason};
}
