import {existsSync, readFileSync, rmSync} from 'node:fs';
import path from 'node:path';
import {sha256} from '../engine/hash.ts';
import type {Store, StoredResult} from '../engine/store.ts';
import {writeFileAtomic} from './atomic-write.ts';

/**
 * The store on disk: `objects/ab/abcd…` named by content, `results/ab/abcd….json` named by step key.
 * An entry that is damaged is put out of the way and counts as absent, so the step that made it runs again.
 *
 * @param onDamage - told the file that was damaged.
 */
export function diskStore(folder: string, onDamage: (file: string) => void = () => {}): Store {
  const objectFile = (hash: string) => path.join(folder, 'objects', hash.slice(0, 2), hash);
  const resultFile = (key: string) => path.join(folder, 'results', key.slice(0, 2), `${key}.json`);
  const discard = (file: string) => {
    onDamage(file);
    rmSync(file, {force: true});
  };
  return {
    hasObject: hash => existsSync(objectFile(hash)),
    readObject(hash) {
      const file = objectFile(hash);
      if (!existsSync(file)) return undefined;
      const bytes = readFileSync(file);
      if (sha256(bytes) === hash) return bytes;
      discard(file);
      return undefined;
    },
    writeObject(hash, bytes) {
      if (!existsSync(objectFile(hash))) writeFileAtomic(objectFile(hash), bytes);
    },
    readResult(key) {
      const file = resultFile(key);
      if (!existsSync(file)) return undefined;
      const result = parseResult(readFileSync(file, 'utf8'), key);
      if (!result) discard(file);
      return result;
    },
    writeResult(result) {
      writeFileAtomic(resultFile(result.key), `${JSON.stringify(result)}\n`);
    },
  };
}

function parseResult(text: string, key: string): StoredResult | undefined {
  try {
    const result = JSON.parse(text) as StoredResult;
    const whole = result.version === 1 && result.key === key && /^[0-9a-f]{64}$/.test(result.output);
    return whole ? result : undefined;
  } catch {
    return undefined;
  }
}
