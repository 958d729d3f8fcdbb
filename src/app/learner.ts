import {KnownError} from '../errors.ts';
import {applyEvent} from '../tutor/progress/apply.ts';
import type {ProgressEvent} from '../tutor/progress/events.ts';
import type {Progress} from '../tutor/schema/progress.ts';

/** Where progress is kept between two starts. */
export type ProgressStore = {
  /** What was kept, and in words what was wrong with it, if anything was. */
  load(): {readonly progress: Progress; readonly notices: readonly string[]};
  /** @throws {KnownError} `cannot_write` when it cannot be kept. */
  save(progress: Progress): void;
};

/** An event without its time: the learner's clock adds it. */
export type Happening = ProgressEvent extends infer E
  ? E extends {readonly at: string}
    ? Omit<E, 'at'>
    : never
  : never;

/** The person at the keyboard: what they did so far, and a way to add to it. Screens subscribe and never keep a copy. */
export type Learner = {
  readonly progress: () => Progress;
  readonly record: (happening: Happening) => void;
  /** @returns a function that ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Things to tell the person once, such as progress that could not be kept; newest last. */
  readonly notices: () => readonly string[];
};

/** Open a learner's progress; every event is kept at once, so that nothing is lost whatever ends the program. */
export function openLearner(store: ProgressStore, now: () => Date): Learner {
  const loaded = store.load();
  let progress = loaded.progress;
  let notices = loaded.notices;
  const listeners = new Set<() => void>();
  const save = () => {
    try {
      store.save(progress);
    } catch (error) {
      const next = error instanceof KnownError && error.hint !== '' ? ` ${error.hint}` : '';
      const notice = `Your progress could not be kept: ${(error as Error).message}${next}`;
      if (!notices.includes(notice)) notices = [...notices, notice];
    }
  };
  return {
    progress: () => progress,
    notices: () => notices,
    record(happening) {
      progress = applyEvent(progress, {...happening, at: now().toISOString()} as ProgressEvent);
      save();
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
