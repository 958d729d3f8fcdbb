import type {Lesson} from '../../tutor/parse/course.ts';
import type {Learner} from '../learner.ts';
import type {PagePlace} from './reading-path.ts';
import {
  lastAsk,
  type Pace,
  type ReadingAction,
  type ReadingState,
  reduceReading,
  startReading,
} from './reading-state.ts';
import {makeSession, type Session} from './session.ts';

/** A reading that a front end shows and drives. */
export type ReadingSession = Session<ReadingState, ReadingAction>;

/** Read a lesson; what is done in it is recorded as it happens. Opening it records nothing: `recordOpening` does. */
export function openReading(lesson: Lesson, learner: Learner, at?: Partial<PagePlace>): ReadingSession {
  const {pace} = learner.progress().settings;
  return makeSession<ReadingState, ReadingAction>(
    startReading(lesson, learner.progress(), at),
    (state, action) => reduceReading(lesson, pace, state, action),
    change => record(lesson, learner, pace, change),
  );
}

/** Note that a lesson is being read again, where its reading was opened at a page. */
export function recordOpening(lesson: Lesson, learner: Learner, session: ReadingSession): void {
  if (session.state().stop.kind === 'page') learner.record({type: 'lesson_opened', lesson: lesson.id});
}

type Change = {readonly before: ReadingState; readonly action: ReadingAction; readonly after: ReadingState};

function record(lesson: Lesson, learner: Learner, pace: Pace, {before, action, after}: Change): void {
  const {id} = lesson;
  if (before.stop.kind === 'start' && after.stop.kind !== 'start') {
    learner.record({type: 'lesson_opened', lesson: id});
  }
  if (action.type === 'answer') {
    const ask = lastAsk(lesson, after, pace)!;
    learner.record({
      type: 'ask_answered',
      lesson: id,
      ask: ask.id,
      correct: after.replies[ask.id]!.correct === true,
    });
  }
  if (action.type === 'prequestion-answered' && before.stop.kind === 'prequestion') {
    learner.record({type: 'prequestion_answered', question: before.stop.question, correct: action.correct});
  }
  if (before.stop.kind === 'page' && after.read !== before.read) {
    learner.record({type: 'page_read', lesson: id, section: before.stop.section, page: before.stop.page});
  }
  if (action.type === 'depth') learner.record({type: 'settings_changed', settings: {depth: action.depth}});
}
