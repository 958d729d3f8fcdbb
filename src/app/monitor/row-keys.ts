import {cellAt, type Table} from '../../data/table.ts';

/** One text per row that is the same for equal rows, whatever the order of their columns. */
export function rowKeys({rows, columns}: Table): readonly string[] {
  const sorted = [...columns].sort((a, b) => (a.name < b.name ? -1 : 1));
  return Array.from({length: rows}, (_, row) => JSON.stringify(sorted.map(column => cellAt(column, row))));
}
