import type {RunRecord} from '../../../engine/run-record.ts';
import {KnownError} from '../../../errors.ts';
import type {RunResult as ResultJson} from '../../../tutor/figures/result.ts';
import {viewOf} from '../../run-result-steps.ts';
import {type Performer, runAnd} from './performer.ts';

/** Where a run stopped, and what still stands. */
export type FailedRun = {
  /** null where it stopped before the first step. */
  readonly step: string | null;
  readonly message: string;
  readonly hint: string;
  /** The steps whose outputs are kept. */
  readonly kept: readonly string[];
  /** The steps that were not reached. */
  readonly skipped: readonly string[];
};

const run = runAnd(async () => ({failed: null}));

/** Run a pipeline; where a step fails, that is the result: which one, why, and what still stands for the next run. */
export const attempt: Performer = async (request, ports, watch) => {
  const before = ports.runs.list()[0]?.run;
  try {
    return await run(request, ports, watch);
  } catch (error) {
    if (!(error instanceof KnownError) || error.code === 'interrupted') throw error;
    const newest = ports.runs.list()[0];
    const record = newest?.run === before ? undefined : newest;
    const steps = record?.steps.map(viewOf) ?? [];
    return {steps, pipeline: request.spec, failed: failedRun(record, error)} as unknown as ResultJson;
  }
};

function failedRun(record: RunRecord | undefined, {message, hint}: KnownError): FailedRun {
  const idsOf = (isSo: (step: RunRecord['steps'][number]) => boolean) =>
    record?.steps.filter(isSo).map(({id}) => id) ?? [];
  return {
    step: idsOf(({status}) => status === 'failed')[0] ?? null,
    message,
    hint,
    kept: idsOf(({output}) => output !== null),
    skipped: idsOf(({status}) => status === 'skipped'),
  };
}
