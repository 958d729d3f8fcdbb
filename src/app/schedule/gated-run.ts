import {defaultMetric} from '../../stages/evaluation/scores.ts';
import {count, say} from '../../stages/words.ts';
import type {GateVerdict} from '../gates.ts';
import {promoteThroughGates} from '../gates-promote.ts';
import type {Ports} from '../ports.ts';
import type {RunResult} from '../run-result.ts';
import {type RunRequest, type RunWatch, runSpec} from '../run-spec.ts';

/** A run that nobody watched, and what the gates made of it. */
export type GatedRun = {
  readonly result: RunResult;
  readonly gates: readonly GateVerdict[];
  readonly promoted: boolean;
  /** The version that it registered: `churn@3`. */
  readonly model: string | null;
  /** The hash of what the source held. */
  readonly data: string | null;
  /** One or two sentences for people. */
  readonly words: string;
};

/**
 * Run a pipeline without a person in the middle: only the gates decide whether its model becomes the one in production.
 *
 * @throws {KnownError} `bad_setting` when a gate cannot be understood, else as `runSpec` does.
 */
export async function gatedRun(request: RunRequest, ports: Ports, watch: RunWatch = {}): Promise<GatedRun> {
  const {deployment} = request.spec;
  // The run itself must not promote: the gates come after it.
  const spec = {...request.spec, deployment: {...deployment, promote: 'never' as const}};
  const result = await runSpec({...request, spec}, ports, watch);
  const {gates, promoted, words} = promoteThroughGates(result, deployment.promote, ports);
  const registered = result.deployment;
  const source = ports.runs.read(result.run)?.source;
  return {
    result,
    gates,
    promoted,
    model: registered && `${registered.name}@${registered.version}`,
    data: source ? `sha256:${source.hash}` : null,
    words: `${sayRun(result)} ${words}`,
  };
}

/** A run in one sentence: `roc_auc 0.83 on 750 test rows, 12 of 14 steps ran.` */
function sayRun({metrics, data, split, steps, pipeline}: RunResult): string {
  const metric = pipeline.tuning.metric ?? defaultMetric(data.classes);
  const value = metrics.test[metric];
  const score = typeof value === 'number' ? `${metric} ${say(value)}` : `${metric} is not defined`;
  const ran = steps.filter(({status}) => status === 'ran').length;
  const work = ran === 0 ? 'nothing had changed' : `${ran} of ${count(steps.length, 'step')} ran`;
  return `${score} on ${count(split.test, 'test row')}; ${work}.`;
}
