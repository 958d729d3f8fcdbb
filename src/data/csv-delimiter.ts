import {scanRows} from './csv-scan.ts';

/** The delimiters that are looked for, the commonest first. */
export const delimiters = [',', ';', '\t', '|'] as const;

const rowsLookedAt = 50;

/**
 * Find the delimiter of a CSV text: the one whose rows agree best with the header about how many cells there are.
 *
 * A delimiter inside quotes does not count. Where none divides the header the table has one column, and the comma stands.
 */
export function sniffDelimiter(text: string): string {
  let best = {delimiter: ',', agreement: 0, cells: 1};
  for (const delimiter of delimiters) {
    const {agreement, cells} = countCells(text, delimiter);
    if (agreement > best.agreement || (agreement === best.agreement && cells > best.cells)) {
      best = {delimiter, agreement, cells};
    }
  }
  return best.delimiter;
}

function countCells(text: string, delimiter: string): {readonly agreement: number; readonly cells: number} {
  const scanner = scanRows(text, delimiter, 0);
  if (!scanner.next() || scanner.row.fault || scanner.row.cells === 1) return {agreement: 0, cells: 1};
  const {cells} = scanner.row;
  let rows = 1;
  let agreeing = 1;
  while (rows < rowsLookedAt && scanner.next()) {
    rows += 1;
    if (!scanner.row.fault && scanner.row.cells === cells) agreeing += 1;
    else scanner.retreat();
  }
  return {agreement: agreeing / rows, cells};
}
