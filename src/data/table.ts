/**
 * A column of numbers. A gap is NaN here and `null` everywhere a person or JSON sees it.
 * `encoded` marks 0/1 and rank columns made from a category: they are never scaled.
 */
export type NumberColumn = {
  readonly name: string;
  readonly type: 'number' | 'encoded';
  readonly values: Float64Array;
};

/**
 * A column of words, stored once each: row i says `levels[codes[i]]`, and a gap is code −1.
 * Levels are distinct and sorted by code point, so equal columns are equal byte for byte.
 */
export type LevelColumn = {
  readonly name: string;
  readonly type: 'category' | 'date' | 'text';
  readonly codes: Int32Array;
  readonly levels: readonly string[];
};

export type Column = NumberColumn | LevelColumn;
export type ColumnType = Column['type'];
/** One value as people and JSON see it; a gap is `null`. */
export type Cell = number | string | null;

/** An immutable table, column by column; tables made from one another share what did not change. */
export type Table = {
  readonly rows: number;
  readonly columns: readonly Column[];
};

/** Tell whether a column holds numbers. */
export function isNumeric(column: Column): column is NumberColumn {
  return column.type === 'number' || column.type === 'encoded';
}

/** Make a table of columns that must all have the same length; `rows` is needed only where there are none. */
export function makeTable(columns: readonly Column[], rows = columns[0] ? columnLength(columns[0]) : 0): Table {
  for (const column of columns) {
    if (columnLength(column) !== rows) {
      throw new Error(`Column ${column.name} has ${columnLength(column)} rows, the table ${rows}.`);
    }
  }
  return {rows, columns};
}

/** The number of rows of one column. */
export function columnLength(column: Column): number {
  return isNumeric(column) ? column.values.length : column.codes.length;
}

/** The column of that name, or undefined. */
export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find(column => column.name === name);
}

/** One value as people see it. */
export function cellAt(column: Column, row: number): Cell {
  if (isNumeric(column)) {
    const value = column.values[row]!;
    return Number.isNaN(value) ? null : value;
  }
  return column.levels[column.codes[row]!] ?? null;
}

/** All values of one column, as people see them. */
export function cellsOf(column: Column): readonly Cell[] {
  return Array.from({length: columnLength(column)}, (_, row) => cellAt(column, row));
}

/** One row as an object, keyed by column name. */
export function rowAt(table: Table, row: number): Record<string, Cell> {
  return Object.fromEntries(table.columns.map(column => [column.name, cellAt(column, row)]));
}

/** The chosen rows, in the order given; a row may come more than once. Levels stay as they are. */
export function takeRows(table: Table, rows: Int32Array): Table {
  return {rows: rows.length, columns: table.columns.map(column => takeColumnRows(column, rows))};
}

/** The chosen rows of one column. */
export function takeColumnRows<C extends Column>(column: C, rows: Int32Array): C {
  return isNumeric(column)
    ? {...column, values: pick(column.values, new Float64Array(rows.length), rows)}
    : {...column, codes: pick(column.codes, new Int32Array(rows.length), rows)};
}

// A plain loop: on large tables `from` with a function takes six times as long.
function pick<A extends Float64Array | Int32Array>(from: A, to: A, rows: Int32Array): A {
  for (let index = 0; index < rows.length; index++) to[index] = from[rows[index]!]!;
  return to;
}

/** The table without the named columns; a name it does not have is no error. */
export function dropColumns(table: Table, names: readonly string[]): Table {
  return {rows: table.rows, columns: table.columns.filter(column => !names.includes(column.name))};
}

/** The number of gaps in a column. */
export function countGaps(column: Column): number {
  // Most columns have none, which is found out much faster than counted.
  if (isNumeric(column) ? !column.values.includes(Number.NaN) : !column.codes.includes(-1)) return 0;
  let gaps = 0;
  if (isNumeric(column)) for (const value of column.values) gaps += Number.isNaN(value) ? 1 : 0;
  else for (const code of column.codes) gaps += code < 0 ? 1 : 0;
  return gaps;
}

/** Make a level column from words; `null` is a gap. */
export function makeLevels(
  name: string,
  words: ReadonlyArray<string | null>,
  type: LevelColumn['type'] = 'category',
): LevelColumn {
  const levels = [...new Set(words.filter(word => word !== null))].sort(byCodePoint);
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  return {name, type, levels, codes: Int32Array.from(words, word => (word === null ? -1 : codeOf.get(word)!))};
}

/** The same column with only the levels that occur in it. */
export function pruneLevels(column: LevelColumn): LevelColumn {
  const used = [...new Set(column.codes)].filter(code => code >= 0).sort((a, b) => a - b);
  if (used.length === column.levels.length) return column;
  const newCode = new Map(used.map((code, index) => [code, index]));
  return {
    ...column,
    levels: used.map(code => column.levels[code]!),
    codes: column.codes.map(code => newCode.get(code) ?? -1),
  };
}

/** Order words by code point, never by a locale: the same everywhere, and the same as Python's `sorted`. */
export function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

// Half of a surrogate pair stands for a code point above U+FFFF and so sorts after every single unit.
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
