import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {leastUsed} from '../app/collect-garbage.ts';
import type {Store} from '../engine/store.ts';

export type SoftCap = {
  /** The store may grow to this many bytes before what no run and no model names is dropped. */
  readonly most: number;
  /** The hashes that something still names: those stay, whatever they weigh. */
  readonly named: () => ReadonlySet<string>;
  /** Told, in a sentence, when the store is over its limit and nothing may be dropped. */
  readonly onNotice: (message: string) => void;
};

type Count = {readonly bytes: number; readonly checked: number};

/**
 * Keep a store near a size. What it holds is counted as it grows, in a small file, so that a run needs no walk through
 * thousands of files; two programs at once may miscount a little, and the next walk puts that right.
 */
export function withSoftCap(store: Store, folder: string, {most, named, onNotice}: SoftCap): Store {
  const file = path.join(folder, 'size.json');
  const save = (count: Count) => writeQuietly(file, JSON.stringify(count));
  const sweep = () => {
    const entries = store.entries();
    const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    // A little under the limit, so that the next run does not find it full again.
    const dropped = leastUsed(entries, named(), total - most * 0.9, Date.now());
    for (const entry of dropped) store.remove(entry);
    const bytes = total - dropped.reduce((sum, entry) => sum + entry.bytes, 0);
    save({bytes, checked: bytes});
    if (bytes > most) onNotice(fullNotice(bytes));
  };
  return {
    ...store,
    writeObject(hash, bytes) {
      if (store.hasObject(hash)) return;
      store.writeObject(hash, bytes);
      const known = readCount(file);
      const count = known ? {...known, bytes: known.bytes + bytes.length} : {bytes: sizeOf(store), checked: 0};
      // Where nothing could be dropped last time, there is no use in looking again before it has grown some more.
      if (count.bytes > most && count.bytes > count.checked + most / 20) sweep();
      else save(count);
    },
    remove(entry) {
      store.remove(entry);
      const count = readCount(file);
      if (count) save({...count, bytes: Math.max(0, count.bytes - entry.bytes)});
    },
  };
}

function sizeOf(store: Store): number {
  return store.entries().reduce((sum, entry) => sum + entry.bytes, 0);
}

function readCount(file: string): Count | undefined {
  try {
    const {bytes, checked} = JSON.parse(readFileSync(file, 'utf8')) as Count;
    return Number.isFinite(bytes) && Number.isFinite(checked) ? {bytes, checked} : undefined;
  } catch {
    return undefined;
  }
}

/** The count is only a hint: it may be lost or half written, and is then made anew. */
function writeQuietly(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    // The next object that is written counts again.
  }
}

function fullNotice(bytes: number): string {
  const megabytes = Math.round(bytes / 1024 / 1024);
  return `The store holds ${megabytes} MB, and runs or models name all of it. Run \`ml-pipeline-tutor runs gc --keep 20\` to keep the newest runs only.`;
}
