import {KnownError} from '../errors.ts';
import {nameColumns} from './column-names.ts';
import {loadDanfo} from './frame.ts';
import {keyOfRow} from './group-rows.ts';
import {requireColumn} from './require-column.ts';
import {type Column, cellAt, isNumeric, makeLevels, makeTable, pruneLevels, type Table} from './table.ts';

/** Which rows a join keeps: those with a partner, all of the left, all of the right, or all. */
export type JoinKind = 'inner' | 'left' | 'right' | 'outer';

type Pair = {readonly left: number; readonly right: number};
const none = -1;

/**
 * Put the rows of two tables side by side where the columns of `on` are equal; a gap is equal to nothing.
 *
 * Columns come out as `on`, the others of the left, the others of the right; a name that both have gets `_2` on the right.
 * Rows come in the order of the left table, then rows of the right without a partner; a right join in the order of the right.
 *
 * @throws {KnownError} `unknown_column`, or `bad_column` if a column of `on` is numbers here and words there.
 */
export async function joinTables(left: Table, right: Table, on: readonly string[], how: JoinKind): Promise<Table> {
  const leftKeys = on.map(name => requireColumn(left, name));
  const rightKeys = on.map(name => requireColumn(right, name));
  checkKeys(leftKeys, rightKeys);
  const pairs = await findPairs(numberKeys(leftKeys, rightKeys, left.rows, right.rows), how);
  const rest = (table: Table) => table.columns.filter(column => !on.includes(column.name));
  const columns = [
    ...leftKeys.map((column, index) => mergeKey(column, rightKeys[index]!, pairs)),
    ...rest(left).map(column =>
      takeOrGap(
        column,
        pairs.map(pair => pair.left),
      ),
    ),
    ...rest(right).map(column =>
      takeOrGap(
        column,
        pairs.map(pair => pair.right),
      ),
    ),
  ];
  const names = nameColumns(
    columns.map(column => column.name),
    () => {},
  );
  return makeTable(
    columns.map((column, index) => ({...column, name: names[index]!})),
    pairs.length,
  );
}

type KeyNumbers = {readonly left: readonly number[]; readonly right: readonly number[]};

// danfojs joins the parts of a key with "_" and takes two gaps for equal: every different key is a number of its own here.
function numberKeys(
  left: readonly Column[],
  right: readonly Column[],
  leftRows: number,
  rightRows: number,
): KeyNumbers {
  const numbers = new Map<string, number>();
  const numberRows = (columns: readonly Column[], rows: number, side: string) =>
    Array.from({length: rows}, (_, row) => {
      const hasGap = columns.some(column => cellAt(column, row) === null);
      const key = hasGap ? `gap in ${side} ${row}` : keyOfRow(columns, row);
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
  return {left: numberRows(left, leftRows, 'left'), right: numberRows(right, rightRows, 'right')};
}

async function findPairs(keys: KeyNumbers, how: JoinKind): Promise<readonly Pair[]> {
  const {DataFrame, merge} = await loadDanfo();
  const frameOf = (numbers: readonly number[], side: string) =>
    new DataFrame(
      numbers.map((number, row) => [number, row]),
      {columns: ['key', side], dtypes: ['int32', 'int32']},
    );
  const merged = merge({left: frameOf(keys.left, 'left'), right: frameOf(keys.right, 'right'), on: ['key'], how});
  const rowOf = (value: unknown) => (Number.isNaN(value) ? none : Number(value));
  const pairs = merged.values.map(([, left, right]) => ({left: rowOf(left), right: rowOf(right)}));
  const [first, second] = how === 'right' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const place = (row: number) => (row === none ? Number.MAX_SAFE_INTEGER : row);
  return pairs.sort((a, b) => place(a[first]) - place(b[first]) || place(a[second]) - place(b[second]));
}

function checkKeys(left: readonly Column[], right: readonly Column[]): void {
  left.forEach((column, index) => {
    if (isNumeric(column) === isNumeric(right[index]!)) return;
    throw new KnownError('bad_column', `\`${column.name}\` holds numbers in one table and words in the other.`, {
      hint: 'Give the column the same type in both tables with `types`.',
      at: {name: column.name},
    });
  });
}

function mergeKey(left: Column, right: Column, pairs: readonly Pair[]): Column {
  if (isNumeric(left) && isNumeric(right)) {
    const values = Float64Array.from(pairs, pair =>
      pair.left === none ? right.values[pair.right]! : left.values[pair.left]!,
    );
    return {...left, values};
  }
  const cells = pairs.map(pair => (pair.left === none ? cellAt(right, pair.right) : cellAt(left, pair.left)));
  return makeLevels(left.name, cells as readonly (string | null)[], isNumeric(left) ? 'category' : left.type);
}

function takeOrGap(column: Column, rows: readonly number[]): Column {
  const chosen = Int32Array.from(rows);
  if (isNumeric(column)) {
    return {...column, values: Float64Array.from(chosen, row => (row === none ? Number.NaN : column.values[row]!))};
  }
  return pruneLevels({...column, codes: chosen.map(row => (row === none ? -1 : column.codes[row]!))});
}
