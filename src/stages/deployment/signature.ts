import {type Column, countGaps, isNumeric, pruneLevels, type Table} from '../../data/table.ts';
import type {SignatureColumn} from './artifact.ts';

/** Learn from the training rows what every input column looks like before any step has changed it. */
export function signatureOf(table: Table): readonly SignatureColumn[] {
  return table.columns.map(describe);
}

function describe(column: Column): SignatureColumn {
  const {name} = column;
  const gaps = countGaps(column) > 0;
  if (isNumeric(column)) return {name, type: 'number', gaps, range: rangeOf(column.values), levels: null};
  const levels = column.type === 'category' ? pruneLevels(column).levels : null;
  return {name, type: column.type, gaps, range: null, levels};
}

/** The smallest and the largest number; null where there is none. */
function rangeOf(values: Float64Array): readonly [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}
