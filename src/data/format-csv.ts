import {type Cell, cellAt, type Table} from './table.ts';

// Whatever a reader could take for a divider, a line end, a quote or blanks to drop.
const needsQuotes = /[",;\t|\r\n]|^\s|\s$/;

/**
 * Write a table as CSV (RFC 4180, LF line ends) so that `parseCsv` reads the same table back.
 *
 * A gap is an empty cell. Numbers keep all of their digits.
 */
export function formatCsv(table: Table): string {
  const lines = [formatLine(table.columns.map(column => column.name))];
  for (let row = 0; row < table.rows; row++) lines.push(formatLine(table.columns.map(column => cellAt(column, row))));
  return `${lines.join('\n')}\n`;
}

function formatLine(cells: readonly Cell[]): string {
  const line = cells.map(cell => quoteIfNeeded(formatCell(cell))).join(',');
  // An empty line would be skipped; two quotes are a row with one empty cell.
  return line || '""';
}

function formatCell(cell: Cell): string {
  // A long whole number would be read back as an identifier; with an exponent it stays a number.
  if (typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) > 2 ** 53) return cell.toExponential();
  return String(cell ?? '');
}

function quoteIfNeeded(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
