import {expect, test} from 'vitest';
import {applyEvent} from '../../../src/tutor/progress/apply.ts';
import type {ProgressEvent} from '../../../src/tutor/progress/events.ts';
import {emptyProgress} from '../../../src/tutor/progress/state.ts';
import {startAttempt} from '../../../src/tutor/quiz/attempt.ts';

const at = '2026-03-01T09:00:00.000Z';
const after = (...events: readonly ProgressEvent[]) => events.reduce(applyEvent, emptyProgress);

test('reading is kept as pages read by section, and going back takes nothing away', () => {
  const progress = after(
    {type: 'lesson_opened', lesson: 'scaling', at},
    {type: 'page_read', lesson: 'scaling', section: 'standard', page: 1, at},
    {type: 'page_read', lesson: 'scaling', section: 'standard', page: 0, at: '2026-03-01T10:00:00.000Z'},
    {type: 'ask_answered', lesson: 'scaling', ask: 'q', correct: false, at},
    {type: 'time_spent', lesson: 'scaling', seconds: 40, at},
    {type: 'time_spent', lesson: 'scaling', seconds: 20, at},
  );
  expect(progress.current).toBe('scaling');
  expect(progress.lessons.scaling).toEqual({
    opened: at,
    last: at,
    read: {standard: 2},
    asks: {q: false},
    seconds: 60,
    skipped: false,
  });
});

test('a task keeps its prediction, runs, hints and the first time it was passed', () => {
  const progress = after(
    {type: 'task_predicted', task: 't', option: 'up', at},
    {type: 'hint_shown', task: 't', at},
    {type: 'task_run', task: 't', held: false, at},
    {type: 'task_run', task: 't', held: true, at},
    {type: 'task_passed', task: 't', at},
    {type: 'task_passed', task: 't', at: '2027-01-01T00:00:00.000Z'},
  );
  expect(progress.tasks.t).toEqual({predicted: 'up', hints: 1, runs: 2, held: true, passed: at});
});

test('an answer is kept in its attempt and in the history of its question; a wrong or unsure one becomes a card', () => {
  const attempt = startAttempt({id: 'one', kind: 'lesson', lesson: 'scaling', started: at}, [{id: 'a'}, {id: 'b'}]);
  const answer = {question: 'a', correct: true, share: 1, sure: false, at};
  const progress = after(
    {type: 'quiz_started', attempt, at},
    {type: 'question_answered', attempt: 'one', answer, at},
    {type: 'question_answered', attempt: 'one', answer: {...answer, sure: true}, at},
  );
  expect(progress.attempts[0]!.answers).toHaveLength(2);
  expect(progress.questions.a).toEqual({seen: 2, right: 2, last: {correct: true, sure: true}, missed: true});
});

test('a pre-question is not graded and makes no card', () => {
  const progress = after({type: 'prequestion_answered', question: 'a', correct: false, at});
  expect(progress.prequestions).toEqual({a: false});
  expect(progress.questions).toEqual({});
});

test('a rating schedules the card, and undo brings back what was before', () => {
  const once = after({type: 'card_rated', card: 'term/x', rating: 'good', at});
  const twice = applyEvent(once, {type: 'card_rated', card: 'term/x', rating: 'again', at: '2026-03-01T09:10:00.000Z'});
  expect(twice.cards['term/x']?.reps).toBe(2);
  const back = applyEvent(twice, {type: 'card_undone', at});
  expect(back).toEqual(once);
  expect(applyEvent(back, {type: 'card_undone', at})).toEqual(emptyProgress);
  expect(applyEvent(emptyProgress, {type: 'card_undone', at})).toEqual(emptyProgress);
});

test('settings, notes and skipping are kept, and the progress given stays as it is', () => {
  const progress = after(
    {type: 'settings_changed', settings: {depth: 'deep'}, at},
    {type: 'note_written', lesson: 'scaling', text: 'One ruler.', at},
    {type: 'lesson_skipped', lesson: 'scaling', skipped: true, at},
  );
  expect(progress).toMatchObject({settings: {depth: 'deep'}, notes: {scaling: 'One ruler.'}, current: null});
  expect(progress.lessons.scaling?.skipped).toBe(true);
  expect(emptyProgress.settings.depth).toBe('standard');
});
