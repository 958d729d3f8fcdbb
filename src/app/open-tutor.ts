import type {Course} from '../tutor/parse/course.ts';
import type {EngineClient} from './actions.ts';
import {openLearner, type ProgressStore} from './learner.ts';
import type {LessonRuns} from './lesson-runs.ts';
import type {DatasetLibrary} from './ports.ts';
import type {VoiceSearch} from './read-aloud/voice.ts';
import type {Tutor} from './tutor.ts';

/** What a tutor is put together from: whoever starts the program connects it to a machine, or to nothing in a test. */
export type TutorParts = {
  readonly course: Course;
  readonly store: ProgressStore;
  readonly engine: EngineClient;
  readonly datasets: DatasetLibrary;
  readonly now: () => Date;
  readonly freshSeed: () => number;
  readonly voice: () => VoiceSearch;
  readonly product: string;
  /** Where relative paths of the learner's own files start. */
  readonly folder: string;
};

/** Put a tutor together and read what the learner did so far. */
export function openTutor({store, freshSeed, folder, voice, ...parts}: TutorParts): Tutor {
  return {
    ...parts,
    learner: openLearner(store, parts.now),
    runs: lazyRuns(parts.engine, folder),
    freshSeed: () => freshSeed().toString(36),
    voice: once(voice),
  };
}

function once<T>(find: () => T): () => T {
  let found: {readonly it: T} | undefined;
  return () => {
    found ??= {it: find()};
    return found.it;
  };
}

/** Lesson runs need the settings of every stage; nothing of that is needed before the first run. */
function lazyRuns(engine: EngineClient, folder: string): LessonRuns {
  let loading: Promise<LessonRuns> | undefined;
  const load = () => {
    loading ??= import('./lesson-runs.ts').then(({lessonRuns}) => lessonRuns(engine, folder));
    return loading;
  };
  return {
    result: async (run, urgency) => (await load()).result(run, urgency),
    results: async (runs, urgency) => (await load()).results(runs, urgency),
  };
}
