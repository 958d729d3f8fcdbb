import {sniffDelimiter} from '../data/csv-delimiter.ts';
import {decodeText} from '../data/decode-text.ts';
import {formatCsv} from '../data/format-csv.ts';
import type {Table} from '../data/table.ts';
import {KnownError} from '../errors.ts';
import type {ExportedSource} from '../stages/export/exported-run.ts';
import type {LoadReport} from '../stages/ingestion/load.ts';
import type {Snapshot} from '../stages/ingestion/snapshot.ts';
import type {PipelineSpec} from '../stages/spec.ts';

/** A file that a script needs, and what is in it. */
export type FileBeside = {readonly name: string; readonly content: string | Uint8Array};

/** How a script reads the table, and the file with it where the pipeline has none of its own that a script could read. */
export type SourceForScript = {
  readonly source: ExportedSource;
  /** How the file is to be read: as the pipeline says, or plainly where it is a copy of what the pipeline read. */
  readonly ingestion: PipelineSpec['ingestion'];
  readonly beside: readonly FileBeside[];
};

type Loaded = {
  readonly spec: PipelineSpec;
  readonly snapshot: Snapshot;
  readonly table: Table;
  readonly report: LoadReport;
};

const encodings = {'utf-8': 'utf-8', 'utf-16le': 'utf-16', 'utf-16be': 'utf-16', 'windows-1252': 'cp1252'} as const;
const named: {readonly [word: string]: string} = {comma: ',', semicolon: ';', tab: '\t', bar: '|', space: ' '};

/**
 * Say how a script reads the data of a run: the person's own CSV file where that is the source, else a copy beside it.
 *
 * @param path - the CSV file as the person would name it from where the script is started.
 */
export function sourceForScript(loaded: Loaded, path: string | null): SourceForScript {
  const {spec, snapshot} = loaded;
  const {source, dataset} = spec.ingestion;
  const {encoding} = decodeText(snapshot.bytes);
  if (source === 'csv' && path !== null && encoding !== 'mixed')
    return {source: csvSource(loaded, encoding, path, false), ingestion: spec.ingestion, beside: []};
  if (source === 'dataset') {
    const name = `${dataset}.csv`;
    const source = csvSource(loaded, 'utf-8', name, true);
    return {source, ingestion: spec.ingestion, beside: [{name, content: snapshot.bytes}]};
  }
  const name = `${fileName(spec.name)}.csv`;
  return {
    source: {...plainSource, file: name, beside: true},
    ingestion: {...spec.ingestion, ...asCopied},
    beside: [{name, content: formatCsv(loaded.table)}],
  };
}

/** A copy holds the rows and columns that are wanted, a gap as an empty cell. */
const asCopied = {drop: [], limit: null, types: {}, decimal: '.', missing: ['']} as const;

const plainSource = {encoding: 'utf-8', delimiter: ',', header: null, brokenLines: []} as const;

function csvSource(
  {spec, snapshot, report}: Loaded,
  encoding: keyof typeof encodings,
  file: string,
  beside: boolean,
): ExportedSource {
  const {delimiter} = spec.ingestion;
  return {
    file,
    beside,
    encoding: encodings[encoding],
    delimiter:
      delimiter === null || delimiter === 'auto'
        ? sniffDelimiter(decodeText(snapshot.bytes).text)
        : (named[delimiter] ?? delimiter),
    header: hasOddHeader(report) ? headerOf(report, spec) : null,
    brokenLines: brokenLines(report),
  };
}

// A name that was missing, came twice or had blanks around it is another one here than in the file.
function hasOddHeader({problems}: LoadReport): boolean {
  return problems.some(({message}) => /^The name `|^Column \d+ has no name/.test(message));
}

function headerOf(report: LoadReport, {ingestion}: PipelineSpec): readonly string[] {
  if (ingestion.drop.length === 0) return report.schema.map(column => column.name);
  throw new KnownError(
    'bad_setting',
    'The header of this file has names that are empty, doubled or padded with blanks.',
    {
      hint: 'Correct the header of the file, or leave `ingestion.drop` empty, before you export.',
    },
  );
}

function brokenLines({problems, rejected}: LoadReport): readonly number[] {
  const lines = problems.filter(problem => problem.rejected).map(({line}) => line);
  if (lines.length === rejected) return lines;
  throw new KnownError('bad_row', `${rejected} rows of the file cannot be read, too many to write into a script.`, {
    hint: 'Correct the file before you export: `run` lists the first of them.',
  });
}

/** A name that every system takes for a file. */
export function fileName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '') || 'pipeline'
  );
}
