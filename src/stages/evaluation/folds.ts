import {type Random, randomStream} from '../../data/random.ts';
import {type Column, cellsOf, findColumn, isNumeric, type LevelColumn} from '../../data/table.ts';
import type {Parts} from '../../engine/transform.ts';
import {KnownError} from '../../errors.ts';
import {kFold, stratifiedKFold} from '../../ml/folds.ts';
import {orderOf} from '../../ml/order.ts';
import {shareOut} from '../../ml/share-out.ts';
import {partition, type Split} from '../../ml/split.ts';
import {type Rows, takeFlowRows} from '../rows.ts';
import type {SplitSettings} from '../split/settings.ts';

/** What the split keeps together or in order, the folds keep together or in order as well. */
export type FoldRule = Pick<SplitSettings, 'group' | 'time'>;

/**
 * The folds of rows: with the share of each class kept where the target is classes, with groups kept whole where the
 * split keeps them, and always predicting later rows from earlier ones where the split goes by time.
 *
 * @throws {KnownError} `bad_setting` where there are too few rows, groups or times for so many folds.
 * @see sklearn.model_selection StratifiedKFold, KFold, GroupKFold, TimeSeriesSplit
 */
export function foldsOf(rows: Rows, k: number, seed: string, {group, time}: FoldRule): readonly Split[] {
  const random = randomStream(`${seed}/folds`);
  if (time !== null) return timeFolds(columnNamed(rows, time), k);
  if (group !== null) return groupFolds(columnNamed(rows, group), k, random);
  return rows.target && !isNumeric(rows.target)
    ? stratifiedKFold(rows.target, k, random)
    : kFold(rows.index.length, k, random);
}

/** The largest number of folds that rows can be cut into. */
export function mostFolds(rows: Rows, {group, time}: FoldRule): number {
  if (time !== null) return rows.index.length - 1;
  if (group !== null) return new Set(cellsOf(columnNamed(rows, group))).size;
  const {target} = rows;
  return target && !isNumeric(target) ? Math.max(...countClasses(target)) : rows.index.length;
}

/** The two parts of one fold. */
export function partsOf(rows: Rows, {train, test}: Split): Parts<Rows> {
  return {train: takeFlowRows(rows, train), test: takeFlowRows(rows, test)};
}

/** Draw some of the rows, with the share of each class kept. @returns as many rows as asked, or all. */
export function drawRows(rows: Rows, size: number, seed: string): Rows {
  const n = rows.index.length;
  if (size >= n) return rows;
  const order = randomStream(seed).permutation(n);
  const drawn = rows.target && !isNumeric(rows.target) ? drawClasses(rows.target, size, order) : order.slice(0, size);
  return takeFlowRows(rows, drawn.sort());
}

function drawClasses(target: LevelColumn, size: number, order: Int32Array): Int32Array {
  const quotas = shareOut(countClasses(target), size);
  return order.filter(row => quotas[target.codes[row]!]!-- > 0);
}

function countClasses({codes, levels}: LevelColumn): readonly number[] {
  const counts = new Array<number>(levels.length).fill(0);
  for (const code of codes) counts[code]!++;
  return counts;
}

function groupFolds(column: Column, k: number, random: Random): readonly Split[] {
  const cells = cellsOf(column);
  const groups = [...new Set(cells)];
  if (groups.length < k) throw tooFew(`${groups.length} groups`, k, groups.length);
  const place = random.permutation(groups.length);
  const foldOf = new Map(groups.map((name, index) => [name, place[index]! % k]));
  return Array.from({length: k}, (_, fold) =>
    partition(Uint8Array.from(cells, cell => (foldOf.get(cell) === fold ? 1 : 0))),
  );
}

/** Cut the rows by time into k + 1 equal pieces: each piece but the first is predicted from all that came before it. */
function timeFolds(column: Column, k: number): readonly Split[] {
  const order = orderOf(isNumeric(column) ? column.values : column.codes);
  const size = Math.floor(order.length / (k + 1));
  if (size === 0) throw tooFew(`${order.length} rows in order of time`, k, order.length - 1);
  return Array.from({length: k}, (_, fold) => {
    const start = order.length - (k - fold) * size;
    return {train: order.slice(0, start).sort(), test: order.slice(start, start + size).sort()};
  });
}

function columnNamed(rows: Rows, name: string): Column {
  const column = findColumn(rows.table, name);
  if (!column) throw new Error(`The split went by ${name}, which is no column any more.`);
  return column;
}

function tooFew(what: string, k: number, most: number): KnownError {
  return new KnownError('bad_setting', `${what} cannot be cut into ${k} folds.`, {
    hint: `Choose a whole number of folds from 2 to ${Math.max(2, most)}.`,
  });
}
