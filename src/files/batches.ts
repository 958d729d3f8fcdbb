import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {BatchFile} from '../app/ports.ts';
import {KnownError} from '../errors.ts';
import {assetsFolder} from './assets.ts';
import {readNamedFile} from './sources/read-file.ts';

/** Where batches lie: in a folder that a person names, or beside a bundled dataset. */
export type BatchPlace = {readonly folder: string} | {readonly dataset: string};

/**
 * The CSV files of a folder, in the order of the numbers in their names, so that `month_10` comes after `month_9`.
 *
 * @param from - the folder that a relative path starts from.
 * @param datasets - the folder of the bundled datasets.
 * @returns none for a dataset that has no batches.
 * @throws {KnownError} `missing_file` when there is no such folder, or no CSV file in it.
 */
export function listBatches(
  place: BatchPlace,
  from: string,
  datasets: string = assetsFolder('datasets'),
): readonly BatchFile[] {
  if ('folder' in place) return filesIn(place.folder, path.resolve(from, place.folder));
  const index = JSON.parse(readFileSync(path.join(datasets, 'index.json'), 'utf8')) as {
    readonly datasets: readonly Entry[];
  };
  const entry = index.datasets.find(({name}) => name === place.dataset);
  return entry?.batches === undefined ? [] : filesIn(entry.batches, path.join(datasets, entry.batches));
}

type Entry = {readonly name: string; readonly batches?: string};

function filesIn(named: string, folder: string): readonly BatchFile[] {
  const files = namesIn(named, folder).filter(file => /\.csv$/i.test(file));
  if (files.length === 0) {
    throw new KnownError('missing_file', `There is no CSV file in ${named}.`, {
      hint: 'Put one CSV file for each batch of new rows into it, named in their order: month_01.csv, month_02.csv.',
      at: {file: folder},
    });
  }
  return files
    .sort(byNumbers)
    .map(file => ({name: file.replace(/\.csv$/i, ''), read: () => readNamedFile(file, folder)}));
}

function namesIn(named: string, folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    const isFile = (cause as NodeJS.ErrnoException).code === 'ENOTDIR';
    throw new KnownError('missing_file', isFile ? `${named} is not a folder.` : `There is no folder ${named}.`, {
      hint: `Name the folder that holds the batches, a CSV file for each. It was looked for at ${folder}.`,
      at: {file: folder},
      cause,
    });
  }
}

/** Runs of digits count as numbers, everything else by code unit. */
function byNumbers(a: string, b: string): number {
  const parts = (name: string): readonly string[] => name.match(/\d+|\D+/g) ?? [];
  const [left, right] = [parts(a), parts(b)];
  for (let place = 0; place < Math.min(left.length, right.length); place++) {
    const [one, other] = [left[place]!, right[place]!];
    const gap = Number(one) - Number(other);
    if (!Number.isNaN(gap) && gap !== 0) return gap;
    if (Number.isNaN(gap) && one !== other) return one < other ? -1 : 1;
  }
  return left.length - right.length || (a < b ? -1 : 1);
}
