import type danfo from 'danfojs-node/dist/danfojs-base/index.js';
import {levelType} from './infer-column.ts';
import {type Cell, type Column, cellAt, findColumn, isNumeric, makeLevels, makeTable, type Table} from './table.ts';

/** The part of danfojs-node in use. */
export type Danfo = typeof danfo;
/** A table of danfojs-node. */
export type Frame = InstanceType<Danfo['DataFrame']>;
type Value = Frame['values'][number][number];

/** Load danfojs-node; only exploring tables needs it, so it is not loaded before. */
export async function loadDanfo(): Promise<Danfo> {
  return (await import('danfojs-node/dist/danfojs-base/index.js')).default;
}

/**
 * Make a danfojs DataFrame of a table: gaps become NaN among numbers and `null` among words.
 *
 * danfojs gives a frame one property per column, so a column called `shape` or `values` would overwrite the frame's
 * own: such a column is called `shape_` in the frame, and `fromFrame` gives it its name back.
 */
export async function toFrame(table: Table): Promise<Frame> {
  const {DataFrame} = await loadDanfo();
  const rows = Array.from({length: table.rows}, (_, row) => table.columns.map(column => frameValue(column, row)));
  return new DataFrame(rows, {
    columns: table.columns.map(column => frameName(column.name, DataFrame.prototype)),
    dtypes: table.columns.map(column => (isNumeric(column) ? 'float32' : 'string')),
  });
}

/**
 * Make a table of a danfojs DataFrame; `null`, `undefined` and NaN become gaps.
 *
 * danfojs guesses its types from the first rows, so they are found from the values here.
 *
 * @param like - a table whose columns of the same name lend their types.
 */
export function fromFrame(frame: Frame, like?: Table): Table {
  const prototype = Object.getPrototypeOf(frame) as object;
  const columns = frame.columns.map((given, index) => {
    const name = tableName(given, prototype);
    const values = frame.values.map(row => row[index]);
    return columnOf(name, values, (like && findColumn(like, name)?.type) ?? typeOf(values, frame.dtypes[index]));
  });
  return makeTable(columns, frame.values.length);
}

function frameValue(column: Column, row: number): Cell {
  return isNumeric(column) ? column.values[row]! : cellAt(column, row);
}

function frameName(name: string, prototype: object): string {
  return isReserved(name.replace(/_+$/, ''), prototype) ? `${name}_` : name;
}

function tableName(name: string, prototype: object): string {
  return name.endsWith('_') && isReserved(name.replace(/_+$/, ''), prototype) ? name.slice(0, -1) : name;
}

function isReserved(name: string, prototype: object): boolean {
  return name in prototype || name.startsWith('$');
}

function typeOf(values: readonly Value[], dtype: string | undefined): Column['type'] {
  const present = values.filter(value => !isGap(value));
  if (present.length === 0) return dtype === 'string' ? 'category' : 'number';
  if (present.every(value => typeof value === 'number')) return 'number';
  return levelType([...new Set(present.map(String))], present.length);
}

function columnOf(name: string, values: readonly Value[], type: Column['type']): Column {
  if (type === 'number' || type === 'encoded') {
    return {name, type, values: Float64Array.from(values, value => (isGap(value) ? Number.NaN : Number(value)))};
  }
  const words = values.map(value => (isGap(value) ? null : String(value)));
  return makeLevels(name, words, type);
}

function isGap(value: Value): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}
