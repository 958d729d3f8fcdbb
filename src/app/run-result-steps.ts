import type {RunOutcome} from '../engine/run.ts';
import type {StepRecord, StepStatus} from '../engine/run-record.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {Warning} from '../stages/stage.ts';

/** One step as a person sees it. */
export type StepView = {
  readonly id: string;
  readonly stage: string;
  readonly status: StepStatus;
  readonly reason: string;
  readonly ms: number;
  /** Training rows before and after. */
  readonly rows: readonly [number, number] | null;
  readonly columns: readonly [number, number] | null;
  readonly key: string;
  readonly output: string | null;
  /** What a step that failed said. */
  readonly error?: string;
};

/** One step as its record has it. */
export function viewOf({id, stage, status, reason, ms, report, key, output, error}: StepRecord): StepView {
  const shape = (report ?? {}) as {rows?: [number, number]; columns?: [number, number]};
  const hash = output === null ? null : `sha256:${output}`;
  return {
    id,
    stage,
    status,
    reason,
    ms: Math.round(ms * 10) / 10,
    rows: shape.rows ?? null,
    columns: shape.columns ?? null,
    key,
    output: hash,
    ...(error === undefined ? {} : {error}),
  };
}

/** Every warning of every step, each once. */
export function warningsOf({steps}: RunOutcome): readonly Warning[] {
  const all = steps.flatMap(step => ((step.report ?? {}) as {warnings?: readonly Warning[]}).warnings ?? []);
  return [...new Map(all.map(warning => [`${warning.code} ${warning.message}`, warning])).values()];
}

/** A trap that finds nothing to spoil leaves the figures as they are, which is worth knowing. */
export function idleTraps(outcome: RunOutcome, {traps}: PipelineSpec): readonly Warning[] {
  const set = new Set(warningsOf(outcome).map(({code}) => code));
  return traps
    .filter(trap => !set.has(`leak.${trap}`))
    .map(trap => ({
      code: 'trap.idle',
      message: `The trap \`${trap}\` changes nothing here: the pipeline has no step that it could spoil.`,
      at: `traps: ${trap}`,
    }));
}
