import {KnownError} from '../../errors.ts';

type Foreign = {
  /** How such a file begins, each byte as one character. */
  readonly begins: string | RegExp;
  readonly is: string;
  readonly hint: string;
};

const saveAsCsv = 'Open it in a spreadsheet program and save the sheet as CSV (UTF-8).';

/** Files that people take for tables. */
const foreign: readonly Foreign[] = [
  {begins: 'PK\x03\x04', is: 'an Excel file or another zip archive', hint: saveAsCsv},
  {begins: '\xd0\xcf\x11\xe0', is: 'an old Excel file', hint: saveAsCsv},
  {begins: 'SQLite format 3\0', is: 'an SQLite database', hint: 'Set `ingestion.source: sqlite`.'},
  {begins: '\x1f\x8b', is: 'a gzip archive', hint: 'Unpack it first.'},
  {begins: '%PDF', is: 'a PDF', hint: 'Get the table as CSV from where the PDF came from.'},
  {begins: 'PAR1', is: 'a Parquet file', hint: 'Write it as CSV first, such as with `DataFrame.to_csv` in pandas.'},
  {
    begins: /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|head|body)/i,
    is: 'a web page or XML',
    hint: 'Download the table itself: the page about it was saved instead.',
  },
];

const json: Foreign = {
  begins: /^(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*"/,
  is: 'JSON',
  hint: 'Set `ingestion.source: json`.',
};

const bytesLookedAt = 200;

/**
 * Refuse a file that is plainly something else than its source says.
 *
 * @throws {KnownError} `bad_csv` or `bad_json`, with what the file is and how to get a table out of it.
 */
export function refuseForeignFormat(bytes: Uint8Array, format: 'csv' | 'json'): void {
  const start = String.fromCharCode(...bytes.subarray(0, bytesLookedAt));
  const isOf = ({begins}: Foreign) => (typeof begins === 'string' ? start.startsWith(begins) : begins.test(start));
  const found = [...foreign, ...(format === 'csv' ? [json] : [])].find(isOf);
  if (!found) return;
  throw new KnownError(`bad_${format}`, `This is ${found.is}, not ${format.toUpperCase()}.`, {hint: found.hint});
}
