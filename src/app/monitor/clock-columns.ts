import type {ModelVersion} from '../../engine/registry.ts';
import {parseArtifact} from '../../stages/deployment/read-artifact.ts';
import type {Reference} from '../../stages/monitoring/reference.ts';
import {readArtifactOf} from '../models-find.ts';
import type {Ports} from '../ports.ts';
import {batchesIn, pathOf} from './labelled-rows.ts';

/**
 * Let a model that monitoring trained know which columns move on by themselves. One that learned from a single month cannot
 * see that of its own rows, so it is told by the version that a person trained before it.
 */
export function withClocks(
  reference: Reference,
  version: ModelVersion | null,
  ports: Pick<Ports, 'models'>,
): Reference {
  if (!version || batchesIn(pathOf(version)).length === 0) return reference;
  const clocks = clocksBefore(version, ports);
  const columns = reference.columns.map(column =>
    column.kind === 'numbers' && clocks.has(column.name) ? {...column, ordered: true} : column,
  );
  return {...reference, columns};
}

/** The columns that the rows of the last version by a person were sorted by. */
function clocksBefore({name, version}: ModelVersion, {models}: Pick<Ports, 'models'>): ReadonlySet<string> {
  const earlier = models.versions(name).slice(0, version - 1);
  const byPerson = earlier.findLast(entry => entry !== null && batchesIn(pathOf(entry)).length === 0);
  const {reference} = byPerson ? parseArtifact(readArtifactOf(byPerson, models)).artifact : {};
  const ordered = reference?.columns.filter(column => column.kind === 'numbers' && column.ordered) ?? [];
  return new Set(ordered.map(column => column.name));
}
