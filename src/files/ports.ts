import {randomBytes} from 'node:crypto';
import {accessSync, constants} from 'node:fs';
import {userInfo} from 'node:os';
import path from 'node:path';
import {hashesOf} from '../app/collect-garbage.ts';
import type {RunStore} from '../app/ports.ts';
import type {SchedulePorts} from '../app/schedule/desk.ts';
import {memoryRegistry, namedByModels, type Registry} from '../engine/registry.ts';
import type {Store} from '../engine/store.ts';
import {assetsFolder} from './assets.ts';
import {listBatches} from './batches.ts';
import {compiledCourse} from './compiled-course.ts';
import {courseFiles} from './course-files.ts';
import {bundledDatasets} from './datasets.ts';
import {diskStore} from './disk-store.ts';
import {enterHome, othersIn} from './in-use.ts';
import {isInside} from './is-inside.ts';
import {makeFolder} from './make-folder.ts';
import {diskRegistry} from './model-store.ts';
import {runsBeside, storeBeside} from './read-only-home.ts';
import {diskRunStore} from './run-store.ts';
import {saveFile} from './save-file.ts';
import {diskDesk} from './schedule-desk.ts';
import {withSoftCap} from './soft-cap.ts';
import {readNamedText} from './sources/read-file.ts';
import {sourceReader} from './sources/read-source.ts';

export type PortOptions = {
  readonly home: string;
  readonly product: string;
  /** Told, in a sentence, of anything that was damaged or cannot be kept. */
  readonly onNotice: (message: string) => void;
};

/** Connect the actions to this machine: its disk, its clock, its randomness. */
export function createPorts({home, product, onNotice}: PortOptions): SchedulePorts {
  const datasets = bundledDatasets();
  const kept = canWrite(home);
  if (!kept) {
    onNotice(`Cannot write to ${home}, so nothing is kept. Name a folder of your own with --home DIR or MLPT_HOME.`);
  }
  const onDisk = runsIn(home, onNotice);
  const runs = kept ? onDisk : runsBeside(onDisk);
  const models = kept ? keptModels(home, onNotice) : memoryRegistry();
  return {
    store: kept ? keptStore(home, runs, models, onNotice) : storeBeside(storeIn(home, onNotice)),
    runs,
    models,
    othersAtWork: () => kept && othersIn(home),
    isInside,
    datasets,
    readSource: sourceReader(datasets),
    readText: readNamedText,
    batches: listBatches,
    saveFile,
    ...(kept ? {schedules: diskDesk(home)} : {}),
    // Its package is not needed by most commands.
    progress: async () => (await import('./progress-file.ts')).progressFile(home, () => new Date()),
    course: compiledCourse,
    readCourseFiles: (folder, from) =>
      courseFiles(folder === undefined ? assetsFolder('lessons') : path.resolve(from, folder)),
    now: () => new Date(),
    elapsed: () => performance.now(),
    freshSeed: () => randomBytes(4).readUInt32LE(),
    product,
    node: process.version,
  };
}

/** The store may grow to this size before what nothing names is dropped. */
const mostBytes = 1024 * 1024 * 1024;

function keptStore(home: string, runs: RunStore, models: Registry, onNotice: (message: string) => void): Store {
  enterHome(home);
  const named = () => new Set([...hashesOf(runs.list()), ...namedByModels(models).hashes]);
  const options = {most: mostBytes, named, onNotice};
  return withSoftCap(storeIn(home, onNotice), path.join(home, 'store'), options);
}

function storeIn(home: string, onNotice: (message: string) => void): Store {
  const onDamage = (file: string) => onNotice(`${file} was damaged and is not used; what it held is made anew.`);
  return diskStore(path.join(home, 'store'), {onDamage});
}

function runsIn(home: string, onNotice: (message: string) => void): RunStore {
  const onDamage = (file: string) =>
    onNotice(`${file} is damaged. It was set aside as ${path.basename(file)}.damaged, and that run is listed no more.`);
  return diskRunStore(home, {onDamage});
}

function keptModels(home: string, onNotice: (message: string) => void): Registry {
  return diskRegistry(home, {who: userName(), onDamage: file => onNotice(`${file} is damaged and is not used.`)});
}

/** The name for the history of models; some systems have none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'you';
  }
}

/** Tell whether a folder can be made and written to. */
export function canWrite(folder: string): boolean {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
