import type {Random} from '../data/random.ts';
import {KnownError} from '../errors.ts';
import {orderOf} from './order.ts';
import {shareOut} from './share-out.ts';

/** The row numbers of the two parts, each ascending; every row is in exactly one. */
export type Split = {readonly train: Int32Array; readonly test: Int32Array};

/** The class of every row: `levels[codes[i]]`. */
export type Classes = {readonly codes: Int32Array; readonly levels: readonly string[]};

/**
 * Put ⌈n · testSize⌉ rows drawn at random into the test part.
 *
 * @param testSize - a share between 0 and 1.
 * @throws {KnownError} `bad_setting` where a part would be empty.
 * @see sklearn.model_selection.train_test_split
 */
export function randomSplit(n: number, testSize: number, random: Random): Split {
  return splitFirst(random.permutation(n), countTest(n, testSize));
}

/**
 * Split so that every class has the same share in both parts, as nearly as whole rows allow.
 *
 * The test part has ⌈n · testSize⌉ rows; the classes share it by largest remainder, and a class with two rows or more
 * has at least one row in each part wherever the sizes allow it.
 *
 * @throws {KnownError} `bad_target` naming a class with a single row, or the first row without a class;
 *   `bad_setting` where a part would be empty.
 * @see sklearn.model_selection.StratifiedShuffleSplit
 */
export function stratifiedSplit(classes: Classes, testSize: number, random: Random): Split {
  const n = classes.codes.length;
  const counts = classSizes(classes);
  const quotas = shareOut(counts, countTest(n, testSize));
  const isTest = new Uint8Array(n);
  for (const row of random.permutation(n)) {
    const code = classes.codes[row]!;
    if (quotas[code]! === 0) continue;
    quotas[code]!--;
    isTest[row] = 1;
  }
  return partition(isTest);
}

/**
 * Split so that rows of one group (a person, a machine) are never in both parts.
 *
 * @param groups - the group of every row as a code; −1 is a gap.
 * @param testSize - the share of the groups (not of the rows), rounded up, that goes to the test part.
 * @throws {KnownError} `missing_value` at the first row without a group; `bad_setting` where a part would be empty.
 * @see sklearn.model_selection.GroupShuffleSplit
 */
export function groupSplit(groups: Int32Array, testSize: number, random: Random): Split {
  refuseGap(groups.indexOf(-1), 'group');
  const present = [...new Set(groups)].sort((a, b) => a - b);
  const chosen = random.permutation(present.length).subarray(0, countTest(present.length, testSize, 'groups'));
  const testGroups = new Set(Array.from(chosen, index => present[index]!));
  return partition(Uint8Array.from(groups, group => (testGroups.has(group) ? 1 : 0)));
}

/**
 * Split so that the test part is the latest ⌈n · testSize⌉ rows; of rows at the same time the later row is the later.
 *
 * @param times - numbers that grow with time, or the codes of a date column (its levels are in order of time).
 * @throws {KnownError} `missing_value` at the first row without a time; `bad_setting` where a part would be empty.
 */
export function timeSplit(times: Float64Array | Int32Array, testSize: number): Split {
  refuseGap(times instanceof Int32Array ? times.indexOf(-1) : times.findIndex(Number.isNaN), 'time');
  return splitFirst(orderOf(times).reverse(), countTest(times.length, testSize));
}

/** Turn a mark per row into the two lists of rows; a row marked 1 is in the test part. */
export function partition(isTest: Uint8Array): Split {
  const tests = isTest.reduce((sum, mark) => sum + mark, 0);
  const test = new Int32Array(tests);
  const train = new Int32Array(isTest.length - tests);
  let t = 0;
  isTest.forEach((mark, row) => {
    if (mark) test[t++] = row;
    else train[row - t] = row;
  });
  return {train, test};
}

function splitFirst(order: Int32Array, tests: number): Split {
  const isTest = new Uint8Array(order.length);
  for (const row of order.subarray(0, tests)) isTest[row] = 1;
  return partition(isTest);
}

function countTest(n: number, testSize: number, things = 'rows'): number {
  const tests = Math.ceil(n * testSize);
  if (testSize > 0 && tests < n) return tests;
  throw new KnownError('bad_setting', `\`test_size\` ${testSize} of ${n} ${things} leaves one part empty.`, {
    hint: 'Choose a share between 0 and 1, such as 0.25, and bring at least two rows or groups.',
  });
}

function classSizes({codes, levels}: Classes): readonly number[] {
  refuseUnclassed(codes);
  const counts = new Array<number>(levels.length).fill(0);
  for (const code of codes) counts[code]!++;
  const single = counts.indexOf(1);
  if (single >= 0) {
    throw new KnownError(
      'bad_target',
      `The class \`${levels[single]}\` has one row, and one row cannot be in both parts.`,
      {
        hint: 'Merge the class into another, drop its row, or set `split.stratify: false`.',
        at: {row: codes.indexOf(single) + 1},
      },
    );
  }
  return counts;
}

/** Refuse rows without a class: `bad_target` at the first one. */
export function refuseUnclassed(codes: Int32Array): void {
  const row = codes.indexOf(-1);
  if (row < 0) return;
  throw new KnownError('bad_target', `Row ${row + 1} has no class, so it cannot be stratified.`, {
    hint: 'Drop the rows without a target, or set `split.stratify: false`.',
    at: {row: row + 1},
  });
}

function refuseGap(row: number, what: string): void {
  if (row < 0) return;
  throw new KnownError('missing_value', `Row ${row + 1} has no ${what} to split by.`, {
    hint: `Fill in or drop the rows without a ${what}, or split by another column.`,
    at: {row: row + 1},
  });
}
