import type {RunResult as ResultJson} from '../../../tutor/figures/result.ts';
import type {BlockSettings} from '../../../tutor/lab/settings.ts';
import type {ActionWatch} from '../../actions.ts';
import {compareMetrics} from '../../diff-metrics.ts';
import type {Ports} from '../../ports.ts';
import type {RunResult} from '../../run-result.ts';
import {type RunRequest, runSpec} from '../../run-spec.ts';

/** What a lab's action is done to: a pipeline, and the action's own settings. */
export type PerformRequest = RunRequest & {
  /** The pipeline as the lab holds it, only what was set. */
  readonly settings: BlockSettings;
  /** The blocks of `action-settings.ts` that were set. */
  readonly own: BlockSettings;
};

/** Does one thing to a pipeline and gives back what conditions and texts read from. */
export type Performer = (request: PerformRequest, ports: Ports, watch: ActionWatch) => Promise<ResultJson>;

/** What an action adds to the result of a run. */
export type Extra = (
  result: RunResult,
  given: {readonly request: PerformRequest; readonly ports: Ports; readonly watch: ActionWatch},
) => Promise<{readonly [field: string]: unknown}>;

/**
 * Run a pipeline, say of each metric whether its difference from the first run on this bench is larger than luck, and add what
 * the action is about.
 */
export function runAnd(extra: Extra): Performer {
  return async (request, ports, watch) => {
    const first = ports.runs.list().at(-1);
    const result = await runSpec(request, ports, watch);
    const now = ports.runs.read(result.run);
    const compared = first && now ? compareMetrics(first, now) : [];
    return {...result, compared, ...(await extra(result, {request, ports, watch}))} as unknown as ResultJson;
  };
}
