import type {ModelVersion} from '../../src/engine/registry.ts';

/** A version to register, about which nothing matters but its name. */
export function entryOf(name: string): Omit<ModelVersion, 'version' | 'artifact'> {
  return {
    name,
    run: 'run',
    created: '2026-01-01T00:00:00.000Z',
    metrics: {accuracy: 0.9},
    data: 'sha256:0',
    honest: true,
    lineage: [],
    pipeline: {},
  };
}
