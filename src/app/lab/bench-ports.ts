import {memoryRegistry} from '../../engine/registry.ts';
import {memoryStore} from '../../engine/store.ts';
import {memoryRunStore} from '../memory-run-store.ts';
import type {Ports} from '../ports.ts';

// One bench per machine: a learner stands at one lab at a time, and the last one's tables need not stay in memory.
const benches = new WeakMap<Ports, {readonly name: string; readonly ports: Ports}>();

/** The stores of one bench: what is made there is kept in memory, until another bench is worked at. */
export function benchPorts(ports: Ports, name: string): Ports {
  const held = benches.get(ports);
  if (held?.name === name) return held.ports;
  const fresh = {...ports, store: memoryStore(), runs: memoryRunStore(), models: memoryRegistry()};
  benches.set(ports, {name, ports: fresh});
  return fresh;
}
