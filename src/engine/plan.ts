import {type DecideOptions, decide, freshReason, previousStep} from './decide.ts';
import {decodeValue} from './encode.ts';
import {seedFor} from './key.ts';
import {differences, nameSteps} from './reason.ts';
import type {Part, Pipeline, Step} from './step.ts';
import type {Value} from './value.ts';

/** What would happen with one step. `run` may still turn out `unchanged` when its input comes out the same again. */
export type PlannedStep = {
  readonly id: string;
  readonly stage: string;
  readonly status: 'run' | 'unchanged' | 'restored';
  readonly reason: string;
};

/** Say for every step whether it would run and why, without running anything; the cache is consulted as in a run. */
export function planPipeline(pipeline: Pipeline, options: Omit<DecideOptions, 'seed'>): readonly PlannedStep[] {
  const hashes = new Map<string, string>();
  const planned: PlannedStep[] = [];
  const output = (id: string): Value | undefined => {
    const bytes = hashes.has(id) ? options.store.readObject(hashes.get(id)!) : undefined;
    return bytes && decodeValue(bytes);
  };
  for (let part: Part | undefined = pipeline; part; part = part.next?.(output)) {
    for (const step of part.steps) {
      const {status, reason, output: hash} = planStep(step, hashes, {...options, seed: pipeline.seed});
      if (hash !== undefined) hashes.set(step.id, hash);
      planned.push({id: step.id, stage: step.stage, status, reason});
    }
  }
  return planned;
}

type Planned = Omit<PlannedStep, 'id' | 'stage'> & {readonly output?: string};

function planStep(step: Step, hashes: ReadonlyMap<string, string>, options: DecideOptions): Planned {
  const unknown = step.needs.filter(id => !hashes.has(id));
  if (unknown.length === 0) {
    const decision = decide(step, Object.fromEntries(step.needs.map(id => [id, hashes.get(id)!])), options);
    if (decision.action === 'run') return {status: 'run', reason: decision.reason};
    return {status: decision.action, reason: decision.reason, output: decision.result.output};
  }
  if (options.fresh) return {status: 'run', reason: freshReason};
  const inputs = Object.fromEntries(step.needs.map(id => [id, hashes.get(id) ?? null]));
  const before = previousStep(options.previous, step.id);
  if (!before) return {status: 'run', reason: 'not run before'};
  const changes = differences({step, seed: seedFor(step, options.seed), inputs}, before);
  const waiting = `reads ${nameSteps(unknown)}, which would run`;
  return {status: 'run', reason: [...changes, waiting].join('; ')};
}
