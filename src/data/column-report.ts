import {countDistinct} from './count-distinct.ts';
import {type Cell, type Column, type ColumnType, countGaps, isNumeric, type LevelColumn} from './table.ts';

/** What a schema report says of one column; `null` where a column has no such value. */
export type ColumnReport = {
  readonly name: string;
  readonly type: ColumnType;
  readonly gaps: number;
  /** The number of different values; gaps do not count. */
  readonly distinct: number;
  /** The first few different values. */
  readonly examples: readonly Cell[];
  /** The smallest and the largest number or date; `null` for words, which have no size. */
  readonly min: Cell;
  readonly max: Cell;
};

const examplesShown = 3;

/** Describe one column for the schema report. */
export function reportColumn(column: Column): ColumnReport {
  const {name, type} = column;
  const examples = firstExamples(column);
  if (!isNumeric(column)) {
    const used = usedLevels(column);
    const isDate = type === 'date';
    const min = isDate ? (used[0] ?? null) : null;
    return {
      name,
      type,
      gaps: countGaps(column),
      distinct: used.length,
      examples,
      min,
      max: isDate ? (used.at(-1) ?? null) : null,
    };
  }
  const distinct = countDistinct(column.values);
  const [min, max] = distinct === 0 ? [null, null] : rangeOf(column.values);
  return {name, type, gaps: countGaps(column), distinct, examples, min, max};
}

function rangeOf(values: Float64Array): readonly [number, number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return [min, max];
}

function firstExamples(column: Column): readonly Cell[] {
  const seen = new Set<number>();
  const values = isNumeric(column) ? column.values : column.codes;
  for (const value of values) {
    if (seen.size === examplesShown) break;
    if (isNumeric(column) ? !Number.isNaN(value) : value >= 0) seen.add(value);
  }
  return [...seen].map(value => (isNumeric(column) ? value : column.levels[value]!));
}

function usedLevels(column: LevelColumn): readonly string[] {
  const used = new Uint8Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) used[code] = 1;
  return column.levels.filter((_, code) => used[code] === 1);
}
