import {existsSync, readdirSync, readFileSync, renameSync} from 'node:fs';
import path from 'node:path';
import type {RunStore} from '../app/ports.ts';
import type {RunRecord} from '../engine/run-record.ts';
import {writeFileAtomic} from './atomic-write.ts';

/**
 * Run records as one JSON file each, `runs/<run>.json`; run ids begin with their time, so names sort by age.
 * A damaged record is set aside under `.damaged` and left out.
 */
export function diskRunStore(home: string, onDamage: (file: string) => void = () => {}): RunStore {
  const folder = path.join(home, 'runs');
  const fileOf = (run: string) => path.join(folder, `${run}.json`);
  const names = () =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter(file => /^[\w.-]+\.json$/.test(file))
          .map(file => file.slice(0, -'.json'.length))
          .sort()
          .reverse()
      : [];
  const read = (run: string): RunRecord | undefined => {
    const file = fileOf(run);
    if (!/^[\w.-]+$/.test(run) || !existsSync(file)) return undefined;
    const record = parseRecord(readFileSync(file, 'utf8'));
    if (record) return record;
    onDamage(file);
    renameSync(file, `${file}.damaged`);
    return undefined;
  };
  return {
    read,
    list: () =>
      names()
        .map(read)
        .filter(record => record !== undefined),
    latest(name) {
      for (const run of names()) {
        const record = read(run);
        if (record?.name === name) return record;
      }
      return undefined;
    },
    write: record => writeFileAtomic(fileOf(record.run), `${JSON.stringify(record)}\n`),
  };
}

function parseRecord(text: string): RunRecord | undefined {
  try {
    const record = JSON.parse(text) as RunRecord;
    return record.version === 1 && Array.isArray(record.steps) ? record : undefined;
  } catch {
    return undefined;
  }
}
