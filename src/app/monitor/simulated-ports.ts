import {type ModelVersion, memoryRegistry} from '../../engine/registry.ts';
import {memoryStore, type Store} from '../../engine/store.ts';
import {memoryRunStore} from '../memory-run-store.ts';
import {promoteModel} from '../models.ts';
import {readArtifactOf} from '../models-find.ts';
import type {Ports} from '../ports.ts';

/** A store that reads what another one has and keeps what is new to itself. */
export function storeOver(base: Store): Store {
  const own = memoryStore();
  return {
    ...own,
    readObject: hash => own.readObject(hash) ?? base.readObject(hash),
    hasObject: hash => own.hasObject(hash) || base.hasObject(hash),
    readResult: key => own.readResult(key) ?? base.readResult(key),
  };
}

/** A home to try things out in: everything can be read as it is, and nothing that happens is kept. */
export function simulatedPorts(ports: Ports, store: Store = storeOver(ports.store)): Ports {
  return {...ports, store, runs: memoryRunStore(), models: memoryRegistry()};
}

/** Register a copy of a version in a simulated home and put it into production there. */
export function copyInto(version: ModelVersion, from: Ports, to: Ports): ModelVersion {
  const {version: _number, artifact: _hash, ...entry} = version;
  const copy = to.models.register(entry, readArtifactOf(version, from.models));
  promoteModel({ref: `${copy.name}@${copy.version}`, why: 'a simulation begins'}, to);
  return copy;
}
