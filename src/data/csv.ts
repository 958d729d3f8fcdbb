import {KnownError} from '../errors.ts';
import {nameColumns} from './column-names.ts';
import {delimiters, sniffDelimiter} from './csv-delimiter.ts';
import {type RowFault, type RowScanner, type ScannedRow, scanRows} from './csv-scan.ts';
import {collectProblems, type ProblemList} from './data-problem.ts';
import type {RawColumn, RawTable} from './raw.ts';
import {rawText} from './raw.ts';

const columnsAtMost = 10_000;

const faults: Readonly<Record<RowFault, string>> = {
  open_quote: 'A quote opens on this line and never closes.',
  stray_quote:
    'A quote stands inside a cell that does not begin with one; write the cell in quotes and the quote twice.',
  text_after_quote: 'Text follows after a quote is closed; a quote inside a quoted cell is written twice.',
  nul: 'This row holds a NUL character, so it is not plain text.',
};

/**
 * Read a CSV text with a header row into columns of cells; a row that cannot be read is left out and listed with its line.
 *
 * @param options.delimiter - one character, or `auto` to find it among comma, semicolon, tab and bar.
 * @param options.limit - stop after this many rows; what comes after them is not looked at.
 * @throws {KnownError} `empty_table` if there is not even a header, `bad_csv` if the header cannot be read.
 * @see RFC 4180; beyond it: LF and CR line ends, a byte order mark, empty lines skipped.
 */
export function parseCsv(text: string, options: {readonly delimiter?: string; readonly limit?: number} = {}): RawTable {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const delimiter = chooseDelimiter(source, options.delimiter ?? 'auto');
  const scanner = scanRows(source, delimiter, columnsAtMost);
  const problems = collectProblems();
  const names = readHeader(scanner, source, delimiter, problems);
  const {rows, lines, columns} = readRows(
    scanner,
    source,
    {names, limit: options.limit ?? Number.POSITIVE_INFINITY},
    problems,
  );
  return {rows, columns, lines, unit: 'line', problems: problems.list(), rejected: problems.rejected()};
}

function chooseDelimiter(source: string, delimiter: string): string {
  if (delimiter === 'auto') return sniffDelimiter(source);
  if (delimiter.length === 1 && !'"\r\n\0'.includes(delimiter)) return delimiter;
  throw new KnownError('bad_setting', `A delimiter is one character, not \`${delimiter}\`.`, {
    hint: 'Set `ingestion.delimiter` to `auto`, or to one of `,` `;` `|` or a tab.',
  });
}

function readHeader(scanner: RowScanner, source: string, delimiter: string, problems: ProblemList): readonly string[] {
  if (!scanner.next()) {
    throw new KnownError('empty_table', 'The file is empty.', {hint: 'Choose a file with a header row and data rows.'});
  }
  const {row} = scanner;
  checkHeader(row, source);
  const header = source.slice(row.start, row.lineEnd);
  const report = (message: string) => problems.add({line: row.line, row: header, message, rejected: false});
  const other = delimiters.find(mark => mark !== delimiter && header.includes(mark));
  if (row.cells === 1 && other && !header.startsWith('"')) {
    report(`Divided by ${nameOf(delimiter)} there is one column only, but the header holds ${nameOf(other)}s.`);
  }
  const given = Array.from({length: row.cells}, (_, cell) => rawText(cellOf(row, cell, source), 0)!);
  if (given.every(name => /^[\s\d.,+-]*\d[\s\d.,+-]*$/.test(name))) {
    report('The header holds numbers only; is the first row of data used as names?');
  }
  return nameColumns(given, report);
}

function checkHeader(row: ScannedRow, source: string): void {
  if (row.fault) {
    const message =
      row.fault === 'nul' ? 'The header holds a NUL character: this is not a text file.' : faults[row.fault];
    throw new KnownError('bad_csv', message, {
      hint:
        row.fault === 'nul'
          ? 'Save the table as CSV, in UTF-8.'
          : `Correct the header: ${source.slice(row.start, row.lineEnd)}`,
      at: {line: row.line},
    });
  }
  if (row.cells > columnsAtMost) {
    throw new KnownError('too_large', `The header has ${row.cells} columns; ${columnsAtMost} is the most.`, {
      hint: 'Keep the columns you need and try again.',
      at: {line: row.line},
    });
  }
}

type Wanted = {readonly names: readonly string[]; readonly limit: number};

function readRows(scanner: RowScanner, source: string, {names, limit}: Wanted, problems: ProblemList) {
  const {row} = scanner;
  const width = names.length;
  const most = Math.min(rowsAtMost(source, width), limit);
  const lines = new Int32Array(most);
  const starts = names.map(() => new Int32Array(most));
  const ends = names.map(() => new Int32Array(most));
  let rows = 0;
  while (rows < limit && scanner.next()) {
    if (row.fault || row.cells !== width) {
      if (!isBlank(row, source)) problems.add(brokenRow(row, source, width));
      scanner.retreat();
      continue;
    }
    lines[rows] = row.line;
    for (let cell = 0; cell < width; cell++) {
      starts[cell]![rows] = row.starts[cell]!;
      ends[cell]![rows] = row.ends[cell]!;
    }
    rows += 1;
  }
  const columns = names.map<RawColumn>((name, cell) => ({
    name,
    source,
    starts: starts[cell]!.subarray(0, rows),
    ends: ends[cell]!.subarray(0, rows),
  }));
  return {rows, lines: lines.subarray(0, rows), columns};
}

// Each row but the last takes at least one character per cell, so the arrays never outgrow the text.
function rowsAtMost(source: string, width: number): number {
  let breaks = 0;
  for (const mark of ['\n', '\r']) {
    for (let at = source.indexOf(mark); at >= 0; at = source.indexOf(mark, at + 1)) breaks += 1;
  }
  return Math.min(breaks, Math.ceil(source.length / width)) + 1;
}

function isBlank(row: ScannedRow, source: string): boolean {
  return row.cells === 1 && !row.fault && source.slice(row.start, row.lineEnd).trim() === '';
}

function brokenRow(row: ScannedRow, source: string, width: number) {
  const cells = `${row.cells} ${row.cells === 1 ? 'cell' : 'cells'}`;
  const message = row.fault ? faults[row.fault] : `This row has ${cells}, but the header has ${width}.`;
  return {line: row.line, row: source.slice(row.start, row.lineEnd), message, rejected: true};
}

function cellOf(row: ScannedRow, cell: number, source: string): RawColumn {
  return {name: '', source, starts: row.starts.subarray(cell), ends: row.ends.subarray(cell)};
}

function nameOf(delimiter: string): string {
  const names: Readonly<Record<string, string>> = {',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar'};
  return names[delimiter] ?? `\`${delimiter}\``;
}
