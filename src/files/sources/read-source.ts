import type {DatasetLibrary, SourceReader} from '../../app/ports.ts';
import {KnownError} from '../../errors.ts';
import {readNamedFile} from './read-file.ts';

type Ingestion = Parameters<SourceReader>[0];
type Reader = (ingestion: Ingestion, folder: string, datasets: DatasetLibrary) => ReturnType<SourceReader>;

/** How each source is read: a new source is one new reader and one line here. */
const readers: {readonly [S in Ingestion['source']]: Reader} = {
  dataset: async ({dataset}, _folder, datasets) => ({
    format: 'csv',
    bytes: datasets.read(dataset!),
    origin: `${dataset} (bundled)`,
  }),
  csv: async ({path}, folder) => ({format: 'csv', bytes: readNamedFile(needPath(path, 'csv'), folder), origin: path!}),
  json: async ({path}, folder) => ({
    format: 'json',
    bytes: readNamedFile(needPath(path, 'json'), folder),
    origin: path!,
  }),
  sqlite: async () => {
    throw new Error('Not yet.');
  },
  http: async () => {
    throw new Error('Not yet.');
  },
};

/** A reader for every source a pipeline may name. */
export function sourceReader(datasets: DatasetLibrary): SourceReader {
  return (ingestion, folder) => readers[ingestion.source](ingestion, folder, datasets);
}

function needPath(path: string | null, source: string): string {
  if (path !== null) return path;
  throw new KnownError('bad_pipeline', `\`ingestion.source: ${source}\` needs a file.`, {
    hint: 'Add `ingestion.path: FILE`.',
  });
}
