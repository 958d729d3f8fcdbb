/** What makes a row impossible to read. */
export type RowFault = 'open_quote' | 'stray_quote' | 'text_after_quote' | 'nul';

/**
 * The row under the scanner. It is one object written over and over, because a large file has millions of cells:
 * read what you need before the next call.
 */
export type ScannedRow = {
  /** Where the row begins, and where its first line ends. */
  readonly start: number;
  readonly lineEnd: number;
  /** The line it begins on, counted from 1. */
  readonly line: number;
  /** How many cells it has; only the first `starts.length` of them are kept. */
  readonly cells: number;
  readonly starts: Int32Array;
  /** A negative end marks a cell whose quotes are still doubled. */
  readonly ends: Int32Array;
  readonly fault: RowFault | undefined;
};

/** Steps through the rows of a CSV text. */
export type RowScanner = {
  /** Go to the next row that is not empty; false at the end of the text. */
  next(): boolean;
  readonly row: ScannedRow;
  /** Go back to the second line of a row that turned out broken, so that a runaway quote swallows one line, not the file. */
  retreat(): void;
};

const quote = 34;
const newline = 10;
const carriage = 13;
const nul = 0;

/** Where the scanner stands; a mutable record, for the same reason as the row. */
type Cursor = {
  readonly text: string;
  readonly delimiter: number;
  at: number;
  line: number;
  readonly row: {-readonly [K in keyof ScannedRow]: ScannedRow[K]};
};

/**
 * Open a scanner on a CSV text.
 *
 * @param width - how many cells of a row are kept; the others are only counted.
 * @see RFC 4180; beyond it, a lone CR or LF ends a row too, and empty lines are skipped.
 */
export function scanRows(text: string, delimiter: string, width: number): RowScanner {
  const [starts, ends] = [new Int32Array(width), new Int32Array(width)];
  const row = {start: 0, lineEnd: 0, line: 0, cells: 0, starts, ends, fault: undefined};
  const cursor: Cursor = {text, delimiter: delimiter.charCodeAt(0), at: 0, line: 1, row};
  return {next: () => readRow(cursor), row: cursor.row, retreat: () => retreat(cursor)};
}

function readRow(cursor: Cursor): boolean {
  const {text, row} = cursor;
  while (isBreak(text.charCodeAt(cursor.at))) skipBreak(cursor);
  if (cursor.at >= text.length) return false;
  row.start = cursor.at;
  row.line = cursor.line;
  row.cells = 0;
  row.fault = undefined;
  for (;;) {
    if (text.charCodeAt(cursor.at) === quote) readQuotedCell(cursor);
    else readPlainCell(cursor);
    if (row.fault || text.charCodeAt(cursor.at) !== cursor.delimiter) break;
    cursor.at += 1;
  }
  row.lineEnd = cursor.line === row.line && !row.fault ? cursor.at : findLineEnd(text, row.start);
  if (!row.fault) skipBreak(cursor);
  return true;
}

function retreat(cursor: Cursor): void {
  cursor.at = cursor.row.lineEnd;
  cursor.line = cursor.row.line;
  skipBreak(cursor);
}

function readPlainCell(cursor: Cursor): void {
  const {text, delimiter, row} = cursor;
  let at = cursor.at;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === newline || code === carriage) break;
    if (code === quote) row.fault = 'stray_quote';
    else if (code === nul) row.fault = 'nul';
  }
  keepCell(cursor, cursor.at, at);
  cursor.at = at;
}

function readQuotedCell(cursor: Cursor): void {
  const {text, row} = cursor;
  const start = cursor.at + 1;
  cursor.at = start;
  const doubled = skipToClosingQuote(cursor);
  if (cursor.at >= text.length) {
    row.fault = 'open_quote';
    return;
  }
  keepCell(cursor, start, doubled ? -cursor.at : cursor.at);
  cursor.at += 1;
  const after = text.charCodeAt(cursor.at);
  if (cursor.at < text.length && after !== cursor.delimiter && !isBreak(after)) row.fault = 'text_after_quote';
}

/** Stop at the quote that closes the cell, or at the end of the text; tell whether there were doubled quotes before. */
function skipToClosingQuote(cursor: Cursor): boolean {
  const {text, row} = cursor;
  let doubled = false;
  while (cursor.at < text.length) {
    const code = text.charCodeAt(cursor.at);
    if (isBreak(code)) {
      skipBreak(cursor);
      continue;
    }
    if (code === quote) {
      if (text.charCodeAt(cursor.at + 1) !== quote) break;
      doubled = true;
      cursor.at += 1;
    } else if (code === nul) row.fault = 'nul';
    cursor.at += 1;
  }
  return doubled;
}

function keepCell({row}: Cursor, start: number, end: number): void {
  if (row.cells < row.starts.length) {
    row.starts[row.cells] = start;
    row.ends[row.cells] = end;
  }
  row.cells += 1;
}

/** Step over one line end; at the end of the text there is none, and nothing moves. */
function skipBreak(cursor: Cursor): void {
  const {text, at} = cursor;
  if (at >= text.length) return;
  cursor.at += text.charCodeAt(at) === carriage && text.charCodeAt(at + 1) === newline ? 2 : 1;
  cursor.line += 1;
}

function findLineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end += 1;
  return end;
}

function isBreak(code: number): boolean {
  return code === newline || code === carriage;
}
