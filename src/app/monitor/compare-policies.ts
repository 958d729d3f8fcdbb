import {isMetricName, metrics} from '../../ml/metrics/catalogue.ts';
import type {Policy} from '../../stages/monitoring/settings.ts';
import {policies as allPolicies} from '../../stages/monitoring/settings.ts';
import {readGates} from '../gates-read.ts';
import type {Ports} from '../ports.ts';
import type {RunWatch} from '../run-spec.ts';
import type {Champion} from './champion.ts';
import {type MonitorRequest, openWatching, refuseFile, startIn, tellBatches} from './monitor.ts';
import {type PolicyOutcome, policyOutcome} from './policy-outcome.ts';
import {type ReplayedBatch, replayBatches} from './replay.ts';
import {type MonitorResult, resultOfReplay} from './result.ts';
import {simulatedPorts, storeOver} from './simulated-ports.ts';

/** Which policies to compare, from a registered model or from a pipeline that is trained on the first months. */
export type PolicyRequest = MonitorRequest & {
  readonly policies?: readonly Policy[] | undefined;
  /** Worse than this a batch counts as bad; else what a gate asks for, or two standard errors below the test rows. */
  readonly floor?: number | undefined;
};

/** Policies side by side: nothing of it was kept. */
export type PolicyComparison = {
  readonly metric: string;
  readonly higher_is_better: boolean;
  /** Worse than this a batch counts as bad; null where nothing says so. */
  readonly floor: number | null;
  readonly reference: MonitorResult['reference'];
  /** The model that all of them begin with: `churn@1`. */
  readonly model: string;
  /** The batches that count: those that came after the model was trained. */
  readonly batches: readonly string[];
  readonly policies: readonly PolicyOutcome[];
};

/**
 * Let the same batches come in once for each policy, with the real engine, in a home that is thrown away afterwards.
 *
 * @throws {KnownError} as `monitor` does.
 */
export async function comparePolicies(
  request: PolicyRequest,
  ports: Ports,
  watch: RunWatch = {},
): Promise<PolicyComparison> {
  const {start, batches, home} = await openWatching(request, ports, watch);
  refuseFile(start);
  const {metric} = start;
  const isHigherBetter = !isMetricName(metric) || metrics[metric].higherIsBetter;
  const floor = request.floor ?? floorOf(start, isHigherBetter);
  // What one policy has trained another one need not train again.
  const store = storeOver(home.store);
  const outcomes: PolicyOutcome[] = [];
  let counted: readonly string[] = [];
  for (const policy of request.policies ?? allPolicies) {
    const own = simulatedPorts(home, store);
    const champion = startIn(own, start, home);
    const options = {policy, change: request.change ?? {}, onBatch: tellBatches(watch, policy)};
    const done = await replayBatches(batches, champion, options, own, watch);
    const names = namesAfter(done);
    if (outcomes.length === 0) counted = names;
    const result = resultOfReplay(done, {start: champion, policy, simulated: true});
    outcomes.push(policyOutcome(result, {counted, floor, isHigherBetter}));
  }
  const {score} = start.reference;
  return {
    metric,
    higher_is_better: isHigherBetter,
    floor,
    reference: score && {value: score.value, error: score.error, rows: score.rows},
    model: start.ref,
    batches: counted,
    policies: outcomes,
  };
}

/** The batches that came after the model was trained. */
function namesAfter(done: readonly ReplayedBatch[]): readonly string[] {
  return done.filter(({known_rows, past}) => known_rows === 0 && !past).map(({name}) => name);
}

function floorOf({spec, metric, reference: {score}}: Champion, isHigherBetter: boolean): number | null {
  const {min, max} = readGates(spec.deployment.gates);
  const asked = (isHigherBetter ? min : max)[metric];
  if (asked !== undefined) return asked;
  return score && score.value + (isHigherBetter ? -2 : 2) * score.error;
}
