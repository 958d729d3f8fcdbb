import type {ChartTable} from './chart.ts';

const mostRows = 16;

/**
 * A table in words: a line for each row, in which every cell stands after its heading, unless it begins with it. Empty cells say
 * nothing. Of a long table the rows at even distances.
 *
 * @returns the lines, and how many rows were left out.
 */
export function tableTexts({header, rows}: ChartTable): {readonly lines: readonly string[]; readonly leftOut: string} {
  const step = Math.max(1, (rows.length - 1) / (mostRows - 1));
  const count = Math.min(mostRows, rows.length);
  const shown = Array.from({length: count}, (_, index) => rows[Math.round(index * step)]!);
  const left = rows.length - shown.length;
  return {
    lines: shown.map(row =>
      row
        .map((cell, index) => cellText(header[index] ?? '', cell))
        .filter(text => text !== '')
        .join(', '),
    ),
    leftOut: left > 0 ? `(${left} rows between these are left out.)` : '',
  };
}

// These headings tell what a column is for and nothing of what is in it.
const silent: ReadonlySet<string> = new Set(['name', 'value']);

function cellText(heading: string, cell: string): string {
  const isSaid = cell === '' || silent.has(heading) || cell === heading || cell.startsWith(`${heading} `);
  return isSaid ? cell : `${heading} ${cell}`.trim();
}
