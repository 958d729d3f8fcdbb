import type {LevelColumn} from '../data/table.ts';

/** The name of the level that stands for all rare ones; scikit-learn's `infrequent_sklearn`. */
export const rareLevel = '(rare)';

/** What an encoder learned of one column: the levels that keep a place of their own, and those grouped as rare. */
export type LevelMap = {readonly levels: readonly string[]; readonly rare: readonly string[]};

type Words = Pick<LevelColumn, 'codes' | 'levels'>;

/**
 * Learn the levels that occur in the training rows, in code-point order.
 *
 * @param rareBelow - levels that come less often are grouped into `(rare)`: below 1 it is a share of the rows, from 1
 *   on a number of rows; 0 groups nothing.
 * @see sklearn.preprocessing.OneHotEncoder, `min_frequency`.
 */
export function fitLevelMap(column: Words, rareBelow = 0): LevelMap {
  const counts = new Int32Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code]!++;
  const least = rareBelow < 1 ? rareBelow * column.codes.length : rareBelow;
  return {
    levels: column.levels.filter((_, code) => counts[code]! > 0 && counts[code]! >= least),
    rare: column.levels.filter((_, code) => counts[code]! > 0 && counts[code]! < least),
  };
}

/** The level that each one-hot column stands for, in order: those kept, then `(rare)` where there are rare ones. */
export function oneHotLevels(map: LevelMap): readonly string[] {
  return map.rare.length > 0 ? [...map.levels, rareLevel] : map.levels;
}

/** Encoded values, with the number of rows whose level the training rows never showed. */
export type Encoded<T> = {readonly values: T; readonly unknown: number};

/**
 * One column of 0 and 1 per learned level.
 *
 * A level never seen in training is 1 in `(rare)` where that exists and 0 everywhere else; a gap is 0 everywhere.
 *
 * @returns n values in each of as many columns as `oneHotLevels` names.
 * @see sklearn.preprocessing.OneHotEncoder(handle_unknown='infrequent_if_exist')
 */
export function oneHot(column: Words, map: LevelMap): Encoded<readonly Float64Array[]> {
  const places = placeLevels(column.levels, map);
  const values = oneHotLevels(map).map(() => new Float64Array(column.codes.length));
  const rare = map.rare.length > 0 ? map.levels.length : -1;
  let unknown = 0;
  column.codes.forEach((code, row) => {
    if (code < 0) return;
    const place = places[code]!;
    if (place < 0) unknown++;
    const target = values[place < 0 ? rare : place];
    if (target) target[row] = 1;
  });
  return {values, unknown};
}

/**
 * One column of ranks: 0 for the first learned level by code point, and so on.
 *
 * All rare levels share the rank after the last; a level never seen in training is −1; a gap stays a gap.
 *
 * @see sklearn.preprocessing.OrdinalEncoder(handle_unknown='use_encoded_value', unknown_value=-1)
 */
export function ordinal(column: Words, map: LevelMap): Encoded<Float64Array> {
  const places = placeLevels(column.levels, map);
  let unknown = 0;
  const values = Float64Array.from(column.codes, code => {
    if (code < 0) return Number.NaN;
    if (places[code]! < 0) unknown++;
    return places[code]!;
  });
  return {values, unknown};
}

// The place of each level of this column among the learned ones; −1 where it was never learned.
function placeLevels(levels: readonly string[], map: LevelMap): Int32Array {
  const places = new Map<string, number>(map.levels.map((level, place) => [level, place]));
  for (const level of map.rare) places.set(level, map.levels.length);
  return Int32Array.from(levels, level => places.get(level) ?? -1);
}
