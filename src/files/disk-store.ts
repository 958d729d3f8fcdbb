import {existsSync, readdirSync, readFileSync, statSync, utimesSync} from 'node:fs';
import path from 'node:path';
import {sha256} from '../engine/hash.ts';
import type {Store, StoredResult, StoreEntry} from '../engine/store.ts';
import {readJson, writeJson} from '../engine/value.ts';
import {removeQuietly, type WriteFile, writeFileAtomic} from './atomic-write.ts';

export type DiskStoreOptions = {
  /** Told the file that was damaged. */
  readonly onDamage?: (file: string) => void;
  readonly write?: WriteFile;
};

/**
 * The store on disk: `objects/ab/abcd…` named by content, `results/ab/abcd….json` named by step key.
 * An entry that is damaged is put out of the way and counts as absent, so the step that made it runs again.
 */
export function diskStore(folder: string, options: DiskStoreOptions = {}): Store {
  const {onDamage = () => {}, write = writeFileAtomic} = options;
  const fileOf = ({kind, name}: Pick<StoreEntry, 'kind' | 'name'>) =>
    kind === 'debris' ? path.join(folder, name) : path.join(folder, `${kind}s`, name.slice(0, 2), name + endings[kind]);
  const objectFile = (name: string) => fileOf({kind: 'object', name});
  const whole = new Set<string>();
  const readObject = (hash: string) => {
    const file = objectFile(hash);
    const bytes = readIfThere(file);
    if (!bytes || sha256(bytes) === hash) return bytes;
    onDamage(file);
    removeQuietly(file);
    return undefined;
  };
  const hasObject = (hash: string) => {
    // Hashing a large table takes a while, so what was found whole once is only looked for.
    const isWhole = whole.has(hash) ? existsSync(objectFile(hash)) : readObject(hash) !== undefined;
    if (isWhole) {
      whole.add(hash);
      markUsed(objectFile(hash));
    } else whole.delete(hash);
    return isWhole;
  };
  return {
    readObject,
    hasObject,
    writeObject(hash, bytes) {
      if (hasObject(hash)) return;
      write(objectFile(hash), bytes);
      whole.add(hash);
    },
    readResult(key) {
      const file = fileOf({kind: 'result', name: key});
      const bytes = readIfThere(file);
      if (!bytes) return undefined;
      const result = parseResult(bytes.toString('utf8'), key);
      if (result) return result;
      onDamage(file);
      removeQuietly(file);
      return undefined;
    },
    writeResult(result) {
      const file = fileOf({kind: 'result', name: result.key});
      const text = `${writeJson(result)}\n`;
      // A step that ran again has mostly the same to say, and writing over a file makes some disks wait.
      if (readIfThere(file)?.toString('utf8') === text) markUsed(file);
      else write(file, text);
    },
    entries: () => [...entriesOf(folder, 'object'), ...entriesOf(folder, 'result')],
    remove(entry) {
      if (entry.kind === 'object') whole.delete(entry.name);
      removeQuietly(fileOf(entry));
    },
  };
}

const endings = {object: '', result: '.json'} as const;

/** What cannot be read counts as absent: another process may have removed it a moment ago. */
function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The time of change of a file stands for its last use; a home that cannot be written to does not mind. */
function markUsed(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Garbage collection then takes it for older than it is.
  }
}

function entriesOf(folder: string, kind: 'object' | 'result'): readonly StoreEntry[] {
  const top = path.join(folder, `${kind}s`);
  if (!existsSync(top)) return [];
  return readdirSync(top, {recursive: true, encoding: 'utf8'}).flatMap(file => {
    const stat = statSync(path.join(top, file), {throwIfNoEntry: false});
    if (!stat?.isFile()) return [];
    const name = path.basename(file, endings[kind]);
    const isOurs = /^[0-9a-f]{64}$/.test(name);
    const entry = isOurs ? {kind, name} : {kind: 'debris' as const, name: path.join(`${kind}s`, file)};
    return [{...entry, bytes: stat.size, used: stat.mtimeMs}];
  });
}

function parseResult(text: string, key: string): StoredResult | undefined {
  try {
    const result = readJson(text) as StoredResult;
    const whole = result.version === 1 && result.key === key && /^[0-9a-f]{64}$/.test(result.output);
    return whole ? result : undefined;
  } catch {
    return undefined;
  }
}
