import {useEffect, useState} from 'react';
import type {Job} from '../../../app/actions.ts';
import type {Tutor} from '../../../app/tutor.ts';
import {useTutor} from '../../navigation/contexts.ts';

/** What the engine has said to a question so far. */
export type Answer<T> =
  | {readonly kind: 'working'}
  | {readonly kind: 'ready'; readonly value: T}
  | {readonly kind: 'failed'; readonly error: unknown};

// Answers that were given before are shown at once; the oldest go first.
const known = new WeakMap<Tutor, Map<string, unknown>>();
const answersKept = 200;

/**
 * Ask the engine something and remember the answer. A question that nobody waits for any more is given up.
 *
 * @param key - names the question: the same key is not asked twice. null asks nothing.
 */
export function useAnswer<T>(key: string | null, ask: () => Job<T>): Answer<T> {
  const tutor = useTutor();
  const answers = known.get(tutor) ?? new Map<string, unknown>();
  known.set(tutor, answers);
  const [failure, setFailure] = useState<{readonly key: string; readonly error: unknown} | null>(null);
  const [, setAnswered] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the question
  useEffect(() => {
    if (key === null || answers.has(key)) return;
    let isWanted = true;
    const job = begin(ask);
    job.result.then(
      value => {
        remember(answers, key, value);
        if (isWanted) setAnswered(key);
      },
      error => isWanted && setFailure({key, error}),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  if (key !== null && answers.has(key)) return {kind: 'ready', value: answers.get(key) as T};
  return failure?.key === key && key !== null ? {kind: 'failed', error: failure.error} : {kind: 'working'};
}

/** A question that cannot even be asked fails like one that is refused. */
function begin<T>(ask: () => Job<T>): Job<T> {
  try {
    return ask();
  } catch (error) {
    return {result: Promise.reject(error), cancel: () => {}};
  }
}

function remember(answers: Map<string, unknown>, key: string, value: unknown): void {
  answers.set(key, value);
  if (answers.size <= answersKept) return;
  const [oldest] = answers.keys();
  answers.delete(oldest!);
}
