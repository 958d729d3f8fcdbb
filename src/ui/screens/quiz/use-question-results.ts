import {useEffect, useState} from 'react';
import {runsToShow} from '../../../app/sessions/question-runs.ts';
import {resultsFor} from '../../../app/sessions/quiz-session.ts';
import type {QuizItem} from '../../../app/sessions/quiz-state.ts';
import type {Results} from '../../../tutor/figures/result.ts';
import {useTutor} from '../../navigation/contexts.ts';

/** The numbers that a question's text needs. */
export type QuestionResults =
  | {readonly kind: 'ready'; readonly results: Results}
  | {readonly kind: 'computing'}
  | {readonly kind: 'failed'; readonly error: unknown; readonly again: () => void};

type Outcome = {readonly item: QuizItem} & ({readonly results: Results} | {readonly error: unknown});

const none: Results = {};

/** Have the engine compute what a question shows; what its grade needs is begun at the same time. */
export function useQuestionResults(item: QuizItem | undefined): QuestionResults {
  const tutor = useTutor();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [attempt, setAttempt] = useState(0);
  const runs = tutor.course.lessons.find(({id}) => id === item?.lesson)?.runs ?? {};
  const isFree = item === undefined || Object.keys(runsToShow(item.question, runs)).length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is one with the same question
  useEffect(() => {
    if (item === undefined) return;
    let isWanted = true;
    resultsFor(tutor, item).then(
      results => isWanted && setOutcome({item, results}),
      error => isWanted && setOutcome({item, error}),
    );
    return () => {
      isWanted = false;
    };
  }, [tutor, item, attempt]);
  const own = outcome?.item === item ? outcome : null;
  if (own && 'results' in own) return {kind: 'ready', results: own.results};
  if (isFree) return {kind: 'ready', results: none};
  if (own === null) return {kind: 'computing'};
  const again = () => {
    setOutcome(null);
    setAttempt(attempt + 1);
  };
  return {kind: 'failed', error: own.error, again};
}
