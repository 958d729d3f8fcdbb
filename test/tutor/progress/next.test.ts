import {expect, test} from 'vitest';
import {applyEvent} from '../../../src/tutor/progress/apply.ts';
import {certificate} from '../../../src/tutor/progress/certificate.ts';
import {nextThing} from '../../../src/tutor/progress/next.ts';
import {emptyProgress} from '../../../src/tutor/progress/state.ts';
import {unlockedCards} from '../../../src/tutor/progress/unlocked.ts';
import {startAttempt} from '../../../src/tutor/quiz/attempt.ts';
import type {Progress} from '../../../src/tutor/schema/progress.ts';
import {miniCourse} from '../mini-course.ts';

const course = miniCourse();
const at = '2026-03-01T09:00:00.000Z';
const now = new Date('2026-03-01T12:00:00.000Z');
const next = (progress: Progress, when = now) => nextThing(course, progress, when);

/** Do what `nextThing` says, once. */
function doNext(progress: Progress): Progress {
  const thing = next(progress);
  switch (thing.kind) {
    case 'page':
      return applyEvent(progress, {type: 'page_read', at, ...thing});
    case 'task':
      return applyEvent(progress, {type: 'task_passed', task: thing.task, at});
    case 'quiz':
      return passQuiz(progress, thing.lesson);
    default:
      return progress;
  }
}

function passQuiz(progress: Progress, lesson: string): Progress {
  const pool = course.lessons.find(({id}) => id === lesson)!.quiz.pool.slice(0, 5);
  const attempt = startAttempt({id: lesson, kind: 'lesson', lesson, started: at}, pool);
  return pool.reduce(
    (state, {id}) => {
      const answer = {question: id, correct: true, share: 1, sure: true, at};
      return applyEvent(state, {type: 'question_answered', attempt: lesson, answer, at});
    },
    applyEvent(progress, {type: 'quiz_started', attempt, at}),
  );
}

function trail(progress: Progress): readonly string[] {
  const thing = next(progress);
  if (thing.kind === 'finished' || thing.kind === 'review') return [thing.kind];
  const step =
    thing.kind === 'page' ? `${thing.section} ${thing.page}` : thing.kind === 'task' ? thing.task : thing.kind;
  return [`${thing.lesson}: ${step}`, ...trail(doNext(progress))];
}

test('continue leads through the pages, the tasks and the quiz of each lesson to the end', () => {
  expect(trail(emptyProgress)).toEqual([
    'scaling: standard 0',
    'scaling: standard 1',
    'scaling: dialogue 0',
    'scaling: analogy 0',
    'scaling: worked-example 0',
    'scaling: break-it 0',
    'scaling: turn-scaling-on',
    'scaling: scale-otherwise',
    'scaling: leak-on-purpose',
    'scaling: quiz',
    'neighbours: standard 0',
    'neighbours: standard 1',
    'neighbours: standard 2',
    'neighbours: dialogue 0',
    'neighbours: analogy 0',
    'neighbours: worked-example 0',
    'neighbours: break-it 0',
    'neighbours: know-by-heart',
    'neighbours: go-deaf',
    'neighbours: same-again',
    'neighbours: quiz',
    'finished',
  ]);
});

test('the depth the learner prefers is read, and one depth read to its end stands for all', () => {
  const deep = applyEvent(emptyProgress, {type: 'settings_changed', settings: {depth: 'deep'}, at});
  expect(next(deep)).toMatchObject({section: 'deep', page: 0});
  const quick = applyEvent(deep, {type: 'page_read', lesson: 'scaling', section: 'quick', page: 0, at});
  expect(next(quick)).toMatchObject({section: 'dialogue'});
});

test('the lesson at hand goes on before an earlier one that was left', () => {
  const opened = applyEvent(emptyProgress, {type: 'lesson_opened', lesson: 'neighbours', at});
  expect(next(opened)).toMatchObject({lesson: 'neighbours'});
});

test('a skipped lesson is passed over and can be taken back', () => {
  const skipped = applyEvent(emptyProgress, {type: 'lesson_skipped', lesson: 'scaling', skipped: true, at});
  expect(next(skipped)).toMatchObject({lesson: 'neighbours'});
  expect(next(applyEvent(skipped, {type: 'lesson_skipped', lesson: 'scaling', skipped: false, at}))).toMatchObject({
    lesson: 'scaling',
  });
});

test('due cards come before a new lesson, never in the middle of one', () => {
  const due = new Date('2026-04-01T00:00:00.000Z');
  const reading = applyEvent(emptyProgress, {type: 'page_read', lesson: 'scaling', section: 'quick', page: 0, at});
  const rated = applyEvent(reading, {type: 'card_rated', card: 'card/card-rows', rating: 'easy', at});
  expect(next(rated, due)).toMatchObject({kind: 'page', section: 'dialogue'});
  let done = rated;
  while (Object.values(next(done)).includes('scaling')) done = doNext(done);
  expect(next(done, due)).toEqual({kind: 'review', due: 1});
  expect(next(done)).toMatchObject({kind: 'page', lesson: 'neighbours'});
});

test('cards unlock with their lesson, and questions when they were missed', () => {
  expect(unlockedCards(course, emptyProgress)).toEqual([]);
  const read = applyEvent(emptyProgress, {type: 'page_read', lesson: 'scaling', section: 'quick', page: 0, at});
  expect(
    unlockedCards(course, read)
      .map(card => card.kind)
      .sort()
      .join(),
  ).toMatch(/^card,.*term,term,term$/u);
  const answer = {question: 'vote', correct: false, share: 0, sure: null, at};
  const missed = applyEvent(emptyProgress, {type: 'question_answered', attempt: 'x', answer, at});
  expect(unlockedCards(course, missed).map(card => card.key)).toEqual(['question/vote']);
});

test('editing content loses no progress: what is known of other ids stays', () => {
  let done = emptyProgress;
  while (next(done).kind !== 'finished') done = doNext(done);
  const edited = {...course, lessons: course.lessons.slice(1)};
  expect(nextThing(edited, done, now)).toEqual({kind: 'finished'});
  expect(Object.keys(done.lessons)).toEqual(['scaling', 'neighbours']);
});

test('the certificate tells mastery, tasks, quizzes, confidence and the learner’s own words', () => {
  let done = emptyProgress;
  while (next(done).kind !== 'finished') done = doNext(done);
  const noted = [
    {type: 'time_spent', lesson: 'scaling', seconds: 4500, at} as const,
    {type: 'note_written', lesson: 'scaling', text: 'One ruler\nfor all.', at} as const,
  ].reduce(applyEvent, done);
  expect(certificate(course, noted, 'Ada', now)).toMatchInlineSnapshot(`
    "# A miniature course: what Ada learned

    Written on 2026-03-01. Time spent: 1 h 15 min.

    ## Two stages

    | Lesson | Mastery | Lab tasks | Quiz |
    | --- | --- | --- | --- |
    | Put the columns on one ruler | 100% (mastered) | 3 of 3 | passed |
    | Ask the neighbours | 100% (mastered) | 3 of 3 | passed |

    Confidence. Sure: 10 of 10 right. Not sure: no answers. Your confidence fits your answers.

    ## In my own words

    **Put the columns on one ruler.** One ruler for all.
    "
  `);
  expect(certificate(course, emptyProgress, '', now)).toContain(
    '| Ask the neighbours | 0% (untouched) | 0 of 3 | open |',
  );
});
