import type {RunRecord} from '../engine/run-record.ts';
import {KnownError} from '../errors.ts';
import type {Snapshot} from '../stages/ingestion/snapshot.ts';
import type {PipelineSpec} from '../stages/spec.ts';
import type {Ports} from './ports.ts';
import {findDataset} from './resolve-spec.ts';

/**
 * Fetch the data of a recorded run: the bytes that were kept, or the source as it is today.
 *
 * @throws {KnownError} `missing_file` when it is gone, `bad_home` when an imported run reaches out of its folder.
 */
export async function readRecordedSource(record: RunRecord, spec: PipelineSpec, ports: Ports): Promise<Snapshot> {
  const {source, folder, imported} = record;
  if (source.kept) return keptSource(record, ports);
  const {ingestion} = spec;
  if (ingestion.source === 'dataset') findDataset(ports.datasets, ingestion.dataset ?? '');
  if (imported) refuseReachingOut(spec, folder, ports);
  try {
    return await ports.readSource(ingestion, folder);
  } catch (error) {
    if (!(error instanceof KnownError) || error.code !== 'missing_file') throw error;
    throw new KnownError('missing_file', `The data of run ${record.run} is gone. ${error.message}`, {
      hint: `Put ${source.origin} back into ${folder}, as it was when it was run, and verify again.`,
      at: error.at,
      cause: error,
    });
  }
}

function keptSource({run, source}: RunRecord, {store}: Ports): Snapshot {
  const bytes = store.readObject(source.hash);
  if (bytes) return {format: source.format as Snapshot['format'], bytes, origin: source.origin};
  throw new KnownError('missing_file', `What ${source.origin} answered in run ${run} is no longer in the store.`, {
    hint: 'Run the pipeline again: what it answers now may be something else.',
    at: {name: run},
  });
}

/** A run from elsewhere may read what lies beside its bundle, and nothing else: no other folder, no address. */
function refuseReachingOut({ingestion}: PipelineSpec, folder: string, {isInside}: Ports): void {
  if (ingestion.source === 'dataset') return;
  const {path, url} = ingestion;
  if (ingestion.source !== 'http' && path !== null && isInside(path, folder)) return;
  throw new KnownError(
    'bad_home',
    `This run came from elsewhere and reads ${url ?? path}, which is not in ${folder}.`,
    {
      hint: 'Put the data into that folder, and import a bundle that names it by its file name.',
      at: {file: url ?? path ?? folder},
    },
  );
}
