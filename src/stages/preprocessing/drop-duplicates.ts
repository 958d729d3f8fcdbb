import {duplicateRows} from '../../data/duplicate-rows.ts';
import {dropColumns, isNumeric, pruneLevels, type Table, takeRows} from '../../data/table.ts';
import type {Step} from '../../engine/step.ts';
import type {Value} from '../../engine/value.ts';
import {count} from '../words.ts';

/**
 * Leave out rows that repeat an earlier row. It learns nothing, and it comes before the split: afterwards a row and
 * its copy could already stand on both sides.
 *
 * @param splitColumn - a column that does not count when rows are compared.
 */
export function dropDuplicatesStep(from: string, splitColumn: string | null): Step {
  return {
    id: 'preprocessing.duplicates',
    stage: 'preprocessing',
    version: 1,
    params: {duplicates: 'drop', split_column: splitColumn},
    random: false,
    needs: [from],
    run: ([input]) => {
      const table = input as unknown as Table;
      const kept = dropDuplicates(table, splitColumn);
      const report = {
        rows: [table.rows, kept.rows],
        columns: [table.columns.length, kept.columns.length],
        learned: [`${count(table.rows - kept.rows, 'repeated row')} left out`],
        warnings: [],
      };
      return {output: kept as unknown as Value, report};
    },
  };
}

/** The table without the rows that repeat an earlier one. */
export function dropDuplicates(table: Table, splitColumn: string | null): Table {
  const repeated = new Set(duplicateRows(dropColumns(table, splitColumn === null ? [] : [splitColumn])));
  if (repeated.size === 0) return table;
  const rows = Int32Array.from({length: table.rows}, (_, row) => row).filter(row => !repeated.has(row));
  const kept = takeRows(table, rows);
  return {...kept, columns: kept.columns.map(column => (isNumeric(column) ? column : pruneLevels(column)))};
}
