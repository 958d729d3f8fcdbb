import {memoryRunStore} from '../app/memory-run-store.ts';
import type {RunStore} from '../app/ports.ts';
import {memoryStore, type Store} from '../engine/store.ts';

/** The runs of a home that cannot be written to; new ones are forgotten when the program ends. */
export function runsBeside(disk: RunStore): RunStore {
  const memory = memoryRunStore();
  return {
    ...memory,
    list: () => [...memory.list(), ...disk.list()],
    summaries: () => [...memory.summaries(), ...disk.summaries()],
    read: run => memory.read(run) ?? disk.read(run),
    latest: name => memory.latest(name) ?? disk.latest(name),
  };
}

/** The outputs stored in a home that cannot be written to; new ones are forgotten when the program ends. */
export function storeBeside(disk: Store): Store {
  const memory = memoryStore();
  return {
    ...memory,
    readObject: hash => memory.readObject(hash) ?? disk.readObject(hash),
    hasObject: hash => memory.hasObject(hash) || disk.hasObject(hash),
    readResult: key => memory.readResult(key) ?? disk.readResult(key),
  };
}
