import {actions, type EngineClient, type RequestOf} from '../../src/app/actions.ts';
import type {ProgressStore} from '../../src/app/learner.ts';
import {openTutor} from '../../src/app/open-tutor.ts';
import type {VoiceSearch} from '../../src/app/read-aloud/voice.ts';
import type {Tutor} from '../../src/app/tutor.ts';
import type {Course} from '../../src/tutor/parse/course.ts';
import {applyEvent} from '../../src/tutor/progress/apply.ts';
import type {ProgressEvent} from '../../src/tutor/progress/events.ts';
import {emptyProgress} from '../../src/tutor/progress/state.ts';
import type {Progress} from '../../src/tutor/schema/progress.ts';
import {miniCourse} from '../tutor/mini-course.ts';
import {memoryPorts} from './memory-ports.ts';

/** The engine in this thread, with everything it makes in memory. */
export function localEngine(): EngineClient {
  const ports = memoryPorts();
  return {
    call(name, request: RequestOf<typeof name>, onEvent = () => {}) {
      let isCancelled = false;
      const watch = {onEvent, cancelled: () => isCancelled};
      const act = actions[name] as (request: unknown, ports: unknown, watch: unknown) => Promise<never>;
      const cancel = () => {
        isCancelled = true;
      };
      return {result: act(request, ports, watch), cancel};
    },
    close: async () => {},
  };
}

/** An engine that answers nothing but this error. */
export function brokenEngine(error: Error): EngineClient {
  return {call: () => ({result: Promise.reject(error), cancel: () => {}}), close: async () => {}};
}

/** An engine that never answers. */
export function silentEngine(): EngineClient {
  return {call: () => ({result: new Promise(() => {}), cancel: () => {}}), close: async () => {}};
}

/** What a test's tutor is made from, where that matters. */
export type TestTutor = {
  readonly course?: Course;
  readonly progress?: Progress;
  readonly engine?: EngineClient;
  readonly notices?: readonly string[];
  readonly voice?: VoiceSearch;
};

/** A tutor on the miniature course whose clock stands still, and which keeps nothing on disk. */
export function testTutor({
  course = miniCourse(),
  progress = emptyProgress,
  engine = localEngine(),
  notices = [],
  voice = {install: 'Install a voice.'},
}: TestTutor = {}): Tutor {
  let seeds = 0;
  const store: ProgressStore = {load: () => ({progress, notices}), save: () => {}};
  return openTutor({
    course,
    store,
    engine,
    datasets: memoryPorts().datasets,
    now: () => new Date('2026-03-02T10:00:00.000Z'),
    freshSeed: () => ++seeds,
    voice: () => voice,
    product: 'test',
    folder: '.',
  });
}

const at = '2026-03-01T09:00:00.000Z';

/** Progress after some events, all at the same time. */
export function progressAfter(...events: readonly EventWithoutTime[]): Progress {
  return events.reduce((progress, event) => applyEvent(progress, {...event, at} as ProgressEvent), emptyProgress);
}

type EventWithoutTime = ProgressEvent extends infer E
  ? E extends {readonly at: string}
    ? Omit<E, 'at'>
    : never
  : never;
