import {duplicateRows} from './duplicate-rows.ts';
import {type Column, isNumeric, type LevelColumn, type NumberColumn, type Table} from './table.ts';

/** What a screen shows of a column of numbers; `null` where there is no value to compute from. */
export type NumberSummary = {
  readonly kind: 'number';
  readonly name: string;
  readonly type: NumberColumn['type'];
  /** The number of values; gaps do not count. */
  readonly count: number;
  readonly gaps: number;
  readonly mean: number | null;
  /** With the divisor n − 1, as pandas' `describe`; `null` for fewer than two values. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  readonly max: number | null;
  readonly histogram: Histogram;
};

/** Counts of values in bins of equal width: bin i holds [edges[i], edges[i + 1]), the last one its upper edge too. */
export type Histogram = {
  readonly edges: readonly number[];
  readonly counts: readonly number[];
};

/** What a screen shows of a column of words. */
export type LevelSummary = {
  readonly kind: 'level';
  readonly name: string;
  readonly type: LevelColumn['type'];
  readonly count: number;
  readonly gaps: number;
  readonly distinct: number;
  /** The commonest words first; equally common ones in code-point order. */
  readonly top: readonly {readonly level: string; readonly count: number}[];
};

export type ColumnSummary = NumberSummary | LevelSummary;

/** What a screen shows of a table. */
export type TableSummary = {
  readonly rows: number;
  readonly columns: readonly ColumnSummary[];
  /** The number of rows that repeat an earlier row. */
  readonly duplicates: number;
};

type SummaryOptions = {readonly bins?: number; readonly top?: number};

/** Describe every column of a table, with `bins` bars in a histogram and the `top` commonest words. */
export function summariseTable(table: Table, options: SummaryOptions = {}): TableSummary {
  return {
    rows: table.rows,
    columns: table.columns.map(column => summariseColumn(column, options)),
    duplicates: duplicateRows(table).length,
  };
}

/** Describe one column. */
export function summariseColumn(column: Column, {bins = 10, top = 10}: SummaryOptions = {}): ColumnSummary {
  return isNumeric(column) ? summariseNumbers(column, bins) : summariseLevels(column, top);
}

/**
 * Describe a column of numbers as pandas' `describe` does.
 *
 *     sd = √(Σ(x − mean)² / (n − 1))
 *
 * @see https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.describe.html
 */
function summariseNumbers(column: NumberColumn, bins: number): NumberSummary {
  const {name, type} = column;
  const sorted = column.values.filter(value => !Number.isNaN(value)).sort();
  const count = sorted.length;
  const mean = count === 0 ? null : sum(sorted) / count;
  const squares = mean === null ? 0 : sum(sorted.map(value => (value - mean) ** 2));
  return {
    kind: 'number',
    name,
    type,
    count,
    gaps: column.values.length - count,
    mean,
    sd: count < 2 ? null : Math.sqrt(squares / (count - 1)),
    min: quantile(sorted, 0),
    q1: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q3: quantile(sorted, 0.75),
    max: quantile(sorted, 1),
    histogram: histogram(sorted, bins),
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The value below which a share of the values lies, between two values on the straight line through them.
 *
 *     position = (n − 1) · share
 *
 * @param sorted - ascending, without gaps.
 * @see numpy.quantile, method `linear`
 */
function quantile(sorted: Float64Array, share: number): number | null {
  if (sorted.length === 0) return null;
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below]!;
  return low + (sorted[Math.ceil(position)]! - low) * (position - below);
}

/** Count sorted values in bins of equal width; a column with one value only has a single bin. */
function histogram(sorted: Float64Array, bins: number): Histogram {
  if (sorted.length === 0) return {edges: [], counts: []};
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  if (low === high) return {edges: [low, high], counts: [sorted.length]};
  const width = (high - low) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) counts[Math.min(bins - 1, Math.floor((value - low) / width))]! += 1;
  const edges = Array.from({length: bins + 1}, (_, edge) => (edge === bins ? high : low + edge * width));
  return {edges, counts};
}

function summariseLevels(column: LevelColumn, top: number): LevelSummary {
  const counts = new Int32Array(column.levels.length);
  let gaps = 0;
  for (const code of column.codes) {
    if (code < 0) gaps += 1;
    else counts[code]! += 1;
  }
  const used = column.levels.map((level, code) => ({level, count: counts[code]!})).filter(entry => entry.count > 0);
  return {
    kind: 'level',
    name: column.name,
    type: column.type,
    count: column.codes.length - gaps,
    gaps,
    distinct: used.length,
    top: used.sort((a, b) => b.count - a.count).slice(0, top),
  };
}
