import {useMemo} from 'react';
import {cardsToday, type WhereNext, whereNext} from '../../app/where-next.ts';
import {useScreens, useTutor} from './contexts.ts';
import {useProgress} from './use-progress.ts';

/** What is next and what is due, worked out anew whenever the learner has done something. */
export function useNext(): {
  readonly next: WhereNext;
  readonly cards: {readonly count: number; readonly minutes: number};
} {
  const {course, now} = useTutor();
  const hasCards = useScreens().has('cards');
  const progress = useProgress();
  return useMemo(
    () => ({
      next: whereNext(course, progress, now()),
      cards: hasCards ? cardsToday(course, progress, now()) : {count: 0, minutes: 0},
    }),
    [course, progress, now, hasCards],
  );
}
