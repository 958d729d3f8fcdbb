import path from 'node:path';
import type {ProgressStore} from '../../src/app/learner.ts';
import {memoryRunStore} from '../../src/app/memory-run-store.ts';
import type {Ports} from '../../src/app/ports.ts';
import {memoryRegistry} from '../../src/engine/registry.ts';
import {memoryStore} from '../../src/engine/store.ts';
import {listBatches} from '../../src/files/batches.ts';
import {compiledCourse} from '../../src/files/compiled-course.ts';
import {courseFiles} from '../../src/files/course-files.ts';
import {bundledDatasets} from '../../src/files/datasets.ts';
import {isInside} from '../../src/files/is-inside.ts';
import {saveFile} from '../../src/files/save-file.ts';
import {readNamedText} from '../../src/files/sources/read-file.ts';
import {sourceReader} from '../../src/files/sources/read-source.ts';
import {emptyProgress} from '../../src/tutor/progress/state.ts';
import type {Progress} from '../../src/tutor/schema/progress.ts';

/** Progress that is kept nowhere else. */
export function memoryProgress(progress: Progress = emptyProgress): ProgressStore {
  let kept = progress;
  return {
    load: () => ({progress: kept, notices: []}),
    save: changed => {
      kept = changed;
    },
  };
}

/** Everything an action needs, without a home on disk and without a clock that moves by itself. */
export function memoryPorts(change: Partial<Ports> = {}): Ports {
  const datasets = bundledDatasets(path.join(import.meta.dirname, '../../datasets'));
  let minutes = 0;
  let ticks = 0;
  let seeds = 1000;
  return {
    store: memoryStore(),
    runs: memoryRunStore(),
    models: memoryRegistry(),
    datasets,
    readSource: sourceReader(datasets),
    readText: readNamedText,
    batches: listBatches,
    saveFile,
    progress: async () => memoryProgress(),
    course: compiledCourse,
    readCourseFiles: (folder, from) => courseFiles(path.resolve(from, folder ?? 'lessons')),
    now: () => new Date(Date.UTC(2026, 0, 1, 0, minutes++)),
    elapsed: () => ticks++,
    freshSeed: () => seeds++,
    product: 'test',
    node: 'test',
    isInside,
    ...change,
  };
}
