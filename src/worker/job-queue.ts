import type {Urgency} from '../app/actions.ts';

/**
 * Work on one job at a time, in order of arrival, what somebody waits for before what is done ahead of need.
 *
 * @param collect - hands over the jobs that arrived while the thread was busy; asked before each choice of the next job.
 * @returns takes a job.
 */
export function jobQueue<T extends {readonly urgency: Urgency}>(
  work: (job: T) => Promise<void>,
  collect: () => readonly T[] = () => [],
): (job: T) => void {
  const waiting: T[] = [];
  let isBusy = false;
  const takeNext = () => {
    waiting.push(...collect());
    const at = waiting.findIndex(({urgency}) => urgency === 'now');
    return waiting.splice(Math.max(0, at), 1)[0];
  };
  const drain = async () => {
    isBusy = true;
    for (let job = takeNext(); job; job = takeNext()) await work(job);
    isBusy = false;
  };
  return job => {
    waiting.push(job);
    if (!isBusy) void drain();
  };
}
