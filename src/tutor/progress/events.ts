import type {SectionId} from '../parse/lesson.ts';
import type {Attempt, GradedAnswer, Progress, Rating} from '../schema/progress.ts';

/** Something the learner did; `at` is the ISO time it happened. */
export type ProgressEvent = {readonly at: string} & (
  | {readonly type: 'lesson_opened'; readonly lesson: string}
  /** Pages are counted from 0. */
  | {readonly type: 'page_read'; readonly lesson: string; readonly section: SectionId; readonly page: number}
  | {readonly type: 'ask_answered'; readonly lesson: string; readonly ask: string; readonly correct: boolean}
  | {readonly type: 'time_spent'; readonly lesson: string; readonly seconds: number}
  /** The placement quiz showed that the lesson can be passed over; `false` takes that back. */
  | {readonly type: 'lesson_skipped'; readonly lesson: string; readonly skipped: boolean}
  | {readonly type: 'note_written'; readonly lesson: string; readonly text: string}
  | {readonly type: 'task_predicted'; readonly task: string; readonly option: string}
  | {readonly type: 'task_run'; readonly task: string; readonly held: boolean}
  | {readonly type: 'task_passed'; readonly task: string}
  | {readonly type: 'hint_shown'; readonly task: string}
  | {readonly type: 'prequestion_answered'; readonly question: string; readonly correct: boolean}
  | {readonly type: 'quiz_started'; readonly attempt: Attempt}
  | {readonly type: 'question_answered'; readonly attempt: string; readonly answer: GradedAnswer}
  | {readonly type: 'card_rated'; readonly card: string; readonly rating: Rating}
  /** Takes back the latest rating. */
  | {readonly type: 'card_undone'}
  | {readonly type: 'settings_changed'; readonly settings: Partial<Progress['settings']>}
);
