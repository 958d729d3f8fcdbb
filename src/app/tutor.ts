import type {Course} from '../tutor/parse/course.ts';
import type {EngineClient} from './actions.ts';
import type {Learner} from './learner.ts';
import type {LessonRuns} from './lesson-runs.ts';
import type {DatasetLibrary} from './ports.ts';
import type {VoiceSearch} from './read-aloud/voice.ts';

/** Everything a front end of the tutor works with, whether it draws a full screen or prints plain lines. */
export type Tutor = {
  readonly course: Course;
  readonly learner: Learner;
  readonly engine: EngineClient;
  /** The results of the runs that lessons and questions name, each computed once. */
  readonly runs: LessonRuns;
  readonly datasets: DatasetLibrary;
  readonly now: () => Date;
  /** A seed for shuffles, new at each call. */
  readonly freshSeed: () => string;
  /** The computer's voice; it is looked for when it is first asked for. */
  readonly voice: () => VoiceSearch;
  /** The version of the product, for certificates and reports. */
  readonly product: string;
};
