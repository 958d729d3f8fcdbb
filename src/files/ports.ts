import {randomBytes} from 'node:crypto';
import {accessSync, constants, mkdirSync} from 'node:fs';
import path from 'node:path';
import {memoryRunStore} from '../app/memory-run-store.ts';
import type {Ports} from '../app/ports.ts';
import {memoryStore} from '../engine/store.ts';
import {bundledDatasets} from './datasets.ts';
import {diskStore} from './disk-store.ts';
import {diskRunStore} from './run-store.ts';
import {readNamedText} from './sources/read-file.ts';
import {sourceReader} from './sources/read-source.ts';

export type PortOptions = {
  readonly home: string;
  readonly product: string;
  /** Told, in a sentence, of anything that was damaged or cannot be kept. */
  readonly onNotice: (message: string) => void;
};

/** Connect the actions to this machine: its disk, its clock, its randomness. */
export function createPorts({home, product, onNotice}: PortOptions): Ports {
  const datasets = bundledDatasets();
  const onDamage = (file: string) => onNotice(`${file} was damaged and is not used; what it held is made anew.`);
  const kept = canWrite(home);
  if (!kept) {
    onNotice(`Cannot write to ${home}, so nothing is kept. Name a folder of your own with --home DIR or MLPT_HOME.`);
  }
  return {
    store: kept ? diskStore(path.join(home, 'store'), onDamage) : memoryStore(),
    runs: kept ? diskRunStore(home, onDamage) : memoryRunStore(),
    datasets,
    readSource: sourceReader(datasets),
    readText: readNamedText,
    now: () => new Date(),
    elapsed: () => performance.now(),
    freshSeed: () => randomBytes(4).readUInt32LE(),
    product,
    node: process.version,
  };
}

/** Tell whether a folder can be made and written to. */
export function canWrite(folder: string): boolean {
  try {
    mkdirSync(folder, {recursive: true});
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
