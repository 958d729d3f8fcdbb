import {useSyncExternalStore} from 'react';
import type {Progress} from '../../tutor/schema/progress.ts';
import {useTutor} from './contexts.ts';

/** What the learner did so far; the screen is drawn again whenever something is added. */
export function useProgress(): Progress {
  const {learner} = useTutor();
  return useSyncExternalStore(learner.subscribe, learner.progress);
}
