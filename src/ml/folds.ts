import type {Random} from '../data/random.ts';
import {KnownError} from '../errors.ts';
import {type Classes, partition, refuseUnclassed, type Split} from './split.ts';

/**
 * Cut the rows at random into k folds of equal size (the first n mod k have one row more); each is the test part once.
 *
 * @throws {KnownError} `bad_setting` where k is not a whole number from 2 to n.
 * @see sklearn.model_selection.KFold(shuffle=True)
 */
export function kFold(n: number, k: number, random: Random): readonly Split[] {
  refuseFolds(k, n, 'rows');
  const foldOf = new Int32Array(n);
  random.permutation(n).forEach((row, place) => {
    foldOf[row] = place % k;
  });
  return splitByFold(foldOf, k);
}

/**
 * Cut the rows at random into k folds that all have nearly the same share of every class: the rows are dealt out like
 * cards, class after class, so two folds differ by at most one row in each class and in all.
 *
 * @throws {KnownError} `bad_setting` where k is not a whole number from 2 to the size of the largest class;
 *   `bad_target` at the first row without a class.
 * @see sklearn.model_selection.StratifiedKFold(shuffle=True)
 */
export function stratifiedKFold({codes, levels}: Classes, k: number, random: Random): readonly Split[] {
  refuseUnclassed(codes);
  const rowsOf = levels.map((): number[] => []);
  for (const row of random.permutation(codes.length)) rowsOf[codes[row]!]!.push(row);
  refuseFolds(k, Math.max(0, ...rowsOf.map(rows => rows.length)), 'rows of the largest class');
  const foldOf = new Int32Array(codes.length);
  rowsOf.flat().forEach((row, place) => {
    foldOf[row] = place % k;
  });
  return splitByFold(foldOf, k);
}

function splitByFold(foldOf: Int32Array, k: number): readonly Split[] {
  return Array.from({length: k}, (_, fold) => partition(Uint8Array.from(foldOf, own => (own === fold ? 1 : 0))));
}

function refuseFolds(k: number, most: number, what: string): void {
  if (Number.isInteger(k) && k >= 2 && k <= most) return;
  throw new KnownError('bad_setting', `${most} ${what} cannot be cut into ${k} folds.`, {
    hint: `Choose a whole number of folds from 2 to ${Math.max(2, most)}.`,
  });
}
