import {KnownError} from '../errors.ts';
import {nameColumns} from './column-names.ts';
import {type Frame, loadDanfo} from './frame.ts';
import {groupRows} from './group-rows.ts';
import {requireColumn} from './require-column.ts';
import {isNumeric, makeTable, pruneLevels, type Table, takeColumnRows} from './table.ts';

/** Count the rows of every group: the columns of `by`, then `count`; groups in order of their values, gaps last. */
export async function groupCount(table: Table, by: readonly string[]): Promise<Table> {
  const columns = by.map(name => requireColumn(table, name));
  const {groupOf, firstRows} = groupRows(columns);
  const grouped = await groupFrame(Array.from(groupOf, group => [group, 1]));
  const count = perGroup(grouped?.count(), firstRows.length, 0);
  return groupTable(table, by, firstRows, {count});
}

/**
 * Average a column of numbers in every group, gaps left out: the columns of `by`, then `count` and `mean`.
 *
 * @throws {KnownError} `bad_column` if the column holds words.
 */
export async function groupMean(table: Table, by: readonly string[], column: string): Promise<Table> {
  const numbers = requireColumn(table, column);
  if (!isNumeric(numbers)) {
    throw new KnownError('bad_column', `\`${column}\` holds words, which have no mean.`, {
      hint: 'Choose a column of numbers.',
      at: {name: column},
    });
  }
  const {groupOf, firstRows} = groupRows(by.map(name => requireColumn(table, name)));
  const rows = Array.from(groupOf, (group, row) => [group, numbers.values[row]!]);
  const grouped = await groupFrame(rows.filter(([, value]) => !Number.isNaN(value)));
  return groupTable(table, by, firstRows, {
    count: perGroup(grouped?.count(), firstRows.length, 0),
    mean: perGroup(grouped?.mean(), firstRows.length, Number.NaN),
  });
}

type Grouped = {count(): Frame; mean(): Frame};

// danfojs joins the values of two keys with "-", so ('a-b', 'c') and ('a', 'b-c') would be one group, and it fails on an
// empty frame: it is given one whole number per group, and no empty frame.
async function groupFrame(rows: ReadonlyArray<readonly number[]>): Promise<Grouped | undefined> {
  if (rows.length === 0) return undefined;
  const {DataFrame} = await loadDanfo();
  const frame = new DataFrame(rows, {columns: ['group', 'value'], dtypes: ['int32', 'float32']});
  return frame.groupby(['group']).col(['value']);
}

function perGroup(frame: Frame | undefined, groups: number, empty: number): Float64Array {
  const values = new Float64Array(groups).fill(empty);
  for (const [group, value] of frame?.values ?? []) values[Number(group)] = Number(value);
  return values;
}

function groupTable(
  table: Table,
  by: readonly string[],
  firstRows: Int32Array,
  numbers: {readonly [name: string]: Float64Array},
): Table {
  const keys = by.map(name => takeColumnRows(requireColumn(table, name), firstRows));
  const names = nameColumns([...by, ...Object.keys(numbers)], () => {});
  const results = Object.values(numbers).map((values, index) => {
    return {name: names[by.length + index]!, type: 'number' as const, values};
  });
  return makeTable([...keys.map(key => (isNumeric(key) ? key : pruneLevels(key))), ...results], firstRows.length);
}
