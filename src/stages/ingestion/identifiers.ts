import {type Column, isNumeric, type Table} from '../../data/table.ts';
import type {Warning} from '../stage.ts';

const fewestRows = 20;
const idName = /(^|[_\s.-])(id|uuid|guid|key|nr|no|number|index|row)$/i;

/** Warn of columns that only number the rows: a model can learn them by heart and learns nothing by it. */
export function identifierWarnings(table: Table, target: string | null): readonly Warning[] {
  return table.columns
    .filter(column => column.name !== target && isIdentifier(column, table.rows))
    .map(column => ({
      code: 'leak.identifier_like',
      message: `Column \`${column.name}\` is different in every row, like an identifier. It says who a row is, not what it is like: leave it out with \`ingestion.drop\`.`,
      at: `column \`${column.name}\``,
    }));
}

/**
 * A column of words is an identifier when no two rows share a value; a column of numbers only when they are also whole
 * and either run without a hole or are called something like `id`, because measurements may all differ, too.
 */
function isIdentifier(column: Column, rows: number): boolean {
  if (rows < fewestRows || column.type === 'date') return false;
  if (!isNumeric(column)) return column.levels.length === rows && !column.codes.includes(-1);
  if (!column.values.every(Number.isInteger) || new Set(column.values).size < rows) return false;
  const low = column.values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = column.values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return high - low === rows - 1 || idName.test(column.name);
}
