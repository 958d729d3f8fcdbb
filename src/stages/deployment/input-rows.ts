import {type RawTable, rawText} from '../../data/raw.ts';
import {cellAt, type Table} from '../../data/table.ts';

/** Rows as they come in, before anything is known of their columns: one way in for JSON, CSV and tables. */
export type InputRows = {
  readonly rows: number;
  /** The names of all columns that any of the rows has. */
  readonly names: () => readonly string[];
  /** The first row without a column of that name; −1 where every row has it. */
  readonly lacks: (name: string) => number;
  /** The values by row of a column that every row has; null where there is no value. */
  readonly column: (name: string) => (row: number) => unknown;
  /** Where a row is, as its sender counts: the line of a file, or the place in a list, from 1. */
  readonly place: (row: number) => {readonly line: number} | {readonly row: number};
};

/** One row as an object: a value by column name. */
export type RowObject = {readonly [column: string]: unknown};

/** Rows as JSON objects. */
export function rowsOfObjects(objects: readonly RowObject[]): InputRows {
  return {
    rows: objects.length,
    names: () => [...new Set(objects.flatMap(Object.keys))],
    // A column may be called `toString` or the like: only an object's own values count.
    lacks: name => objects.findIndex(object => !Object.hasOwn(object, name)),
    column: name => row => (Object.hasOwn(objects[row]!, name) ? (objects[row]![name] ?? null) : null),
    place: row => ({row: row + 1}),
  };
}

/** Rows of a file, still as text: the signature says how to read them, nothing is inferred. */
export function rowsOfFile(raw: RawTable): InputRows {
  const columns = new Map(raw.columns.map(column => [column.name, column]));
  return {
    rows: raw.rows,
    names: () => [...columns.keys()],
    lacks: name => (columns.has(name) ? -1 : 0),
    column: name => {
      const column = columns.get(name)!;
      return row => rawText(column, row);
    },
    place: row => (raw.unit === 'line' ? {line: raw.lines[row]!} : {row: raw.lines[row]!}),
  };
}

/** Rows of a table that was read before. */
export function rowsOfTable(table: Table): InputRows {
  const columns = new Map(table.columns.map(column => [column.name, column]));
  return {
    rows: table.rows,
    names: () => [...columns.keys()],
    lacks: name => (columns.has(name) ? -1 : 0),
    column: name => {
      const column = columns.get(name)!;
      return row => cellAt(column, row);
    },
    place: row => ({row: row + 1}),
  };
}
