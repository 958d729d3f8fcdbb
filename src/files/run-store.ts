import {existsSync, readdirSync, readFileSync, renameSync} from 'node:fs';
import path from 'node:path';
import type {RunStore} from '../app/ports.ts';
import {summaryOf} from '../app/runs-summary.ts';
import type {RunRecord} from '../engine/run-record.ts';
import {type Json, readJson, writeJson} from '../engine/value.ts';
import {removeQuietly, type WriteFile, writeFileAtomic} from './atomic-write.ts';
import {runIndex} from './run-index.ts';

export type RunStoreOptions = {
  /** Told the file that was damaged. */
  readonly onDamage?: (file: string) => void;
  readonly write?: WriteFile;
};

/**
 * Run records as one JSON file each, `runs/<run>.json`; run ids begin with their time, so names sort by age.
 * A damaged record is set aside under `.damaged` and left out.
 */
export function diskRunStore(
  home: string,
  {onDamage = () => {}, write = writeFileAtomic}: RunStoreOptions = {},
): RunStore {
  const folder = path.join(home, 'runs');
  const index = runIndex(folder, write);
  const fileOf = (run: string) => path.join(folder, `${run}.json`);
  const read = (run: string): RunRecord | undefined => {
    const file = fileOf(run);
    if (!/^[\w-]+$/.test(run) || !existsSync(file)) return undefined;
    const record = parseRecord(readFileSync(file, 'utf8'), run);
    if (record) return record;
    setAside(file);
    onDamage(file);
    return undefined;
  };
  const sumUp = (run: string) => {
    const record = read(run);
    return record && summaryOf(record);
  };
  const summaries = () => index.of(namesIn(folder), sumUp);
  return {
    read,
    summaries,
    list: () =>
      namesIn(folder)
        .map(read)
        .filter(record => record !== undefined),
    latest(name) {
      for (const {run, name: other, imported} of summaries()) {
        const record = other === name && !imported ? read(run) : undefined;
        if (record) return record;
      }
      return undefined;
    },
    write(record) {
      write(fileOf(record.run), `${writeJson(record as unknown as Json)}\n`);
      index.add(summaryOf(record));
    },
    remove: run => removeQuietly(fileOf(run)),
  };
}

/** The ids of the records in a folder, newest first. */
function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(file => /^[\w-]+\.json$/.test(file))
    .map(file => file.slice(0, -'.json'.length))
    .sort()
    .reverse();
}

function setAside(file: string): void {
  try {
    renameSync(file, `${file}.damaged`);
  } catch {
    // A home that cannot be written to keeps its damaged record; it is left out all the same.
  }
}

function parseRecord(text: string, run: string): RunRecord | undefined {
  try {
    const record = readJson(text) as unknown as RunRecord;
    return record.version === 1 && record.run === run && Array.isArray(record.steps) ? record : undefined;
  } catch {
    return undefined;
  }
}
