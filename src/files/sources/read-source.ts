import type {DatasetLibrary, SourceReader} from '../../app/ports.ts';
import {KnownError} from '../../errors.ts';
import type {HttpTools} from './http/tools.ts';
import {readNamedFile} from './read-file.ts';

type Ingestion = Parameters<SourceReader>[0];
type Surroundings = {
  readonly folder: string;
  readonly datasets: DatasetLibrary;
  /** The network; that of this machine unless a test gives its own. */
  readonly http: HttpTools | undefined;
  readonly signal: AbortSignal | undefined;
};
type Reader = (ingestion: Ingestion, surroundings: Surroundings) => ReturnType<SourceReader>;

/** How each source is read: a new source is one new reader and one line here. */
const readers: {readonly [S in Ingestion['source']]: Reader} = {
  dataset: async ({dataset}, {datasets}) => ({
    format: 'csv',
    bytes: datasets.read(dataset!),
    origin: `${dataset} (bundled)`,
  }),
  csv: async ({path}, {folder}) => readFile('csv', path, folder),
  json: async ({path}, {folder}) => readFile('json', path, folder),
  // SQLite and the web are loaded only when a pipeline asks for them.
  sqlite: async (ingestion, {folder}) => {
    if (ingestion.dataset === null) need(ingestion.path, 'sqlite', 'a database', 'path: FILE');
    return (await import('./sqlite/read-sqlite.ts')).readSqlite(ingestion, folder);
  },
  http: async (ingestion, {http, signal}) => {
    need(ingestion.url, 'http', 'an address', 'url: ADDRESS');
    const [{readHttp}, {networkTools}] = await Promise.all([import('./http/read-http.ts'), import('./http/tools.ts')]);
    return readHttp(ingestion, http ?? networkTools, signal);
  },
};

/** A reader for every source a pipeline may name. The signal of a call gives up what can take long. */
export function sourceReader(datasets: DatasetLibrary, http?: HttpTools) {
  return (ingestion: Ingestion, folder: string, signal?: AbortSignal): ReturnType<SourceReader> =>
    readers[ingestion.source](ingestion, {folder, datasets, http, signal});
}

async function readFile(format: 'csv' | 'json', path: string | null, folder: string): ReturnType<SourceReader> {
  const name = need(path, format, 'a file', 'path: FILE');
  return {format, bytes: readNamedFile(name, folder), origin: name};
}

function need(value: string | null, source: string, what: string, setting: string): string {
  if (value !== null) return value;
  throw new KnownError('bad_pipeline', `\`ingestion.source: ${source}\` needs ${what}.`, {
    hint: `Add \`ingestion.${setting}\`.`,
  });
}
