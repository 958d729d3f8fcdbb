import {parseCsv} from '../../data/csv.ts';
import {decodeText} from '../../data/decode-text.ts';
import {parseJson, rawFromObjects} from '../../data/json.ts';
import {parseJsonColumns} from '../../data/json-columns.ts';
import type {RawTable} from '../../data/raw.ts';
import {refuseForeignFormat} from './foreign-format.ts';
import type {IngestionSettings} from './settings.ts';
import type {Snapshot} from './snapshot.ts';

type Reader = (text: string, settings: IngestionSettings, limit: number) => RawTable;

const readers: {readonly [F in Snapshot['format']]: Reader} = {
  csv: (text, {delimiter}, limit) => parseCsv(text, {delimiter: delimiterOf(delimiter ?? 'auto'), limit}),
  json: (text, _, limit) => parseJson(text, {limit}),
  objects: (text, _, limit) => rawFromObjects(JSON.parse(text) as readonly unknown[], {limit}),
  columns: (text, _, limit) => parseJsonColumns(text, {limit}),
};

/** Words for delimiters that are hard to type on a command line. */
const namedDelimiters: {readonly [word: string]: string} = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  bar: '|',
  space: ' ',
};

/**
 * Take a snapshot apart into cells, at most `limit` rows of it.
 *
 * @throws {KnownError} `bad_csv`, `bad_json` or `empty_table` when nothing in it can be read.
 */
export function readSnapshot({format, bytes}: Snapshot, settings: IngestionSettings): RawTable {
  if (format === 'csv' || format === 'json') refuseForeignFormat(bytes, format);
  const {text, problems} = decodeText(bytes);
  const raw = readers[format](text, settings, settings.limit ?? Number.POSITIVE_INFINITY);
  return {...raw, problems: [...problems, ...raw.problems]};
}

function delimiterOf(setting: string): string {
  return namedDelimiters[setting] ?? setting;
}
