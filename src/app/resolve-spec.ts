import {nearest} from '../data/nearest.ts';
import {KnownError} from '../errors.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {DatasetInfo, DatasetLibrary, Ports} from './ports.ts';

/** The dataset of that name. @throws {KnownError} `unknown_dataset` with the nearest name. */
export function findDataset(library: DatasetLibrary, name: string): DatasetInfo {
  const known = library.list();
  const found = known.find(dataset => dataset.name === name);
  if (found) return found;
  const names = known.map(dataset => dataset.name);
  const guess = nearest(name, names);
  throw new KnownError('unknown_dataset', `There is no dataset \`${name}\`.`, {
    hint: `${guess ? `Did you mean ${guess}? ` : ''}Known: ${names.join(', ')}.`,
    at: {name},
  });
}

/**
 * Fill in what a pipeline leaves to its surroundings: the name, the target of a bundled dataset, and a fresh seed where none is fixed.
 */
export function resolveSpec(
  spec: PipelineSpec,
  ports: Pick<Ports, 'datasets' | 'freshSeed'>,
): PipelineSpec & {readonly seed: number} {
  const known = spec.ingestion.source === 'dataset' ? withDataset(spec, ports.datasets) : spec;
  return {...known, name: known.name || defaultName(known), seed: known.seed ?? ports.freshSeed()};
}

function withDataset(spec: PipelineSpec, library: DatasetLibrary): PipelineSpec {
  const {ingestion} = spec;
  if (ingestion.dataset === null) {
    throw new KnownError('bad_pipeline', 'The pipeline names no data.', {
      hint: 'Give it a dataset (--dataset wine) or a file of your own (--csv FILE --target COLUMN).',
    });
  }
  const {target} = findDataset(library, ingestion.dataset);
  return {...spec, ingestion: {...ingestion, target: ingestion.target ?? target}};
}

function defaultName({ingestion: {dataset, path, url}}: PipelineSpec): string {
  if (dataset !== null && path === null) return dataset;
  const file = (path ?? url ?? 'pipeline').split(/[\\/]/).at(-1)!;
  return file.replace(/\.\w+$/, '') || 'pipeline';
}
