import type {RunResult as ResultJson} from '../../tutor/figures/result.ts';
import type {ActionWatch} from '../actions.ts';
import {compareMetrics} from '../diff-metrics.ts';
import type {Ports} from '../ports.ts';
import {planSpec, type RunRequest, runSpec} from '../run-spec.ts';

/** Does one thing to a pipeline and gives back what conditions and texts read from. */
export type Performer = (request: RunRequest, ports: Ports, watch: ActionWatch) => Promise<ResultJson>;

/** The engine's side of the lab's actions, by name; what learners read about each stands in `lab-actions.ts`. */
export const performers: {readonly [action: string]: Performer} = {
  run: runAndCompare,
  plan: async (request, ports) => {
    const steps = await planSpec(request, ports);
    return {steps, pipeline: request.spec} as unknown as ResultJson;
  },
};

/** Run a pipeline, and say of each metric whether its difference from the first run on this bench is larger than luck. */
async function runAndCompare(request: RunRequest, ports: Ports, watch: ActionWatch): Promise<ResultJson> {
  const first = ports.runs.list().at(-1);
  const result = await runSpec(request, ports, watch);
  const now = ports.runs.read(result.run);
  const compared = first && now ? compareMetrics(first, now) : [];
  return {...result, compared} as unknown as ResultJson;
}
