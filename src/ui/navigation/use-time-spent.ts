import {useInput} from 'ink';
import {useEffect, useRef} from 'react';
import {useTutor} from './contexts.ts';
import type {Route} from './route.ts';

/** Whoever presses no key for so long has left the desk. */
const longestPause = 180;
/** Time is written down at most this often while a lesson is open. */
const writeEvery = 60;

/** Count the time spent with the lesson of a place: from key to key, without long pauses. */
export function useTimeSpent(route: Route): void {
  const {learner, now} = useTutor();
  const lesson = 'lesson' in route ? route.lesson : null;
  const spent = useRef({since: now().getTime(), seconds: 0});
  const count = () => {
    const time = now().getTime();
    spent.current.seconds += Math.min(longestPause, Math.max(0, time - spent.current.since) / 1000);
    spent.current.since = time;
  };
  const write = (least: number) => {
    const {seconds} = spent.current;
    // Having looked at its first page only does not count as having begun a lesson.
    if (lesson === null || seconds < least || learner.progress().lessons[lesson] === undefined) return;
    spent.current.seconds = 0;
    learner.record({type: 'time_spent', lesson, seconds: Math.round(seconds)});
  };
  useInput(() => {
    count();
    write(writeEvery);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another lesson begins another count
  useEffect(() => {
    spent.current = {since: now().getTime(), seconds: 0};
    return () => {
      count();
      write(1);
    };
  }, [lesson]);
}
