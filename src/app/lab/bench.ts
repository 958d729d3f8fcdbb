import {memoryRegistry} from '../../engine/registry.ts';
import {memoryStore} from '../../engine/store.ts';
import type {RunResult as ResultJson} from '../../tutor/figures/result.ts';
import type {ActionWatch} from '../actions.ts';
import {memoryRunStore} from '../memory-run-store.ts';
import type {Ports} from '../ports.ts';
import type {RunRequest} from '../run-spec.ts';
import {performers} from './performers.ts';

/** Something to be done to a pipeline in a lab. */
export type BenchRequest = RunRequest & {
  /** Which of the lab's actions: `run`, `plan`… */
  readonly action: string;
  /** The bench to work on; another name is another, empty bench. */
  readonly bench: string;
};

/**
 * Do something to a pipeline on a lab's bench: what is made there is kept in memory and apart from the learner's own runs
 * and models, so that a task starts from the same state whenever it is opened.
 */
export async function workOnBench(request: BenchRequest, ports: Ports, watch: ActionWatch): Promise<ResultJson> {
  const perform = performers[request.action] ?? performers.run!;
  return perform(request, benchPorts(ports, request.bench), watch);
}

// One bench per machine: a learner stands at one lab at a time, and the last one's tables need not stay in memory.
const benches = new WeakMap<Ports, {readonly name: string; readonly ports: Ports}>();

function benchPorts(ports: Ports, name: string): Ports {
  const held = benches.get(ports);
  if (held?.name === name) return held.ports;
  const fresh = {...ports, store: memoryStore(), runs: memoryRunStore(), models: memoryRegistry()};
  benches.set(ports, {name, ports: fresh});
  return fresh;
}
