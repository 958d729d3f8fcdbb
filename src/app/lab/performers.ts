import type {RunResult as ResultJson} from '../../tutor/figures/result.ts';
import {compareRecords} from '../diff.ts';
import {planSpec} from '../run-spec.ts';
import {verifyRun} from '../verify.ts';
import {attempt} from './actions/attempt.ts';
import {exportAs} from './actions/export.ts';
import {merge} from './actions/merge.ts';
import {promote, rollback} from './actions/models.ts';
import {type Performer, runAnd} from './actions/performer.ts';
import {predict} from './actions/predict.ts';
import {monitor, month, policies} from './actions/watching.ts';

/**
 * The engine's side of the lab's actions, by name; what learners read about each stands in `lab-actions.ts`. Whatever else an
 * action does, it runs the pipeline first where it can, so that the figures of a run are there for every condition.
 */
export const performers: {readonly [action: string]: Performer} = {
  run: runAnd(async () => ({})),
  plan: async (request, ports) => {
    const steps = await planSpec(request, ports);
    const count = (wanted: string) => steps.filter(({status}) => status === wanted).length;
    const plan = {run: count('run'), unchanged: count('unchanged'), restored: count('restored')};
    return {steps, plan, pipeline: request.spec} as unknown as ResultJson;
  },
  attempt,
  verify: runAnd(async ({run}, {ports, watch}) => ({verification: await verifyRun({run}, ports, watch)})),
  diff: runAnd(async ({run}, {ports}) => {
    const [first, now] = [ports.runs.list().at(-1), ports.runs.read(run)];
    return first && now ? {diff: compareRecords(first, now)} : {};
  }),
  predict,
  promote,
  rollback,
  merge,
  month,
  monitor,
  policies,
  export: exportAs,
};
