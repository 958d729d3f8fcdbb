import {rateCard} from '../cards/schedule.ts';
import {addAnswer} from '../quiz/attempt.ts';
import type {GradedAnswer, LessonRecord, Progress, Rating, TaskRecord} from '../schema/progress.ts';
import type {ProgressEvent} from './events.ts';

// Enough to undo and to count a day's reviews, while the file stays small.
const reviewsKept = 1000;

/** The progress after something the learner did; the progress given stays as it is. */
export function applyEvent(progress: Progress, event: ProgressEvent): Progress {
  switch (event.type) {
    case 'settings_changed':
      return {...progress, settings: {...progress.settings, ...event.settings}};
    case 'note_written':
      return {...progress, notes: {...progress.notes, [event.lesson]: event.text}};
    case 'prequestion_answered':
      return {...progress, prequestions: {...progress.prequestions, [event.question]: event.correct}};
    case 'quiz_started':
      return {...progress, attempts: [...progress.attempts, event.attempt]};
    case 'question_answered':
      return answerQuestion(progress, event.attempt, event.answer);
    case 'card_rated':
      return rate(progress, event.card, event.rating, event.at);
    case 'card_undone':
      return undoRating(progress);
    default:
      return 'task' in event ? applyToTask(progress, event) : applyToLesson(progress, event);
  }
}

type LessonEvent = Extract<
  ProgressEvent,
  {readonly type: 'lesson_opened' | 'page_read' | 'ask_answered' | 'time_spent' | 'lesson_skipped'}
>;
type TaskEvent = Extract<ProgressEvent, {readonly task: string}>;

function applyToLesson(progress: Progress, event: LessonEvent): Progress {
  const {lesson: id, at} = event;
  const known = progress.lessons[id] ?? {opened: at, last: at, read: {}, asks: {}, seconds: 0, skipped: false};
  const lessons = {...progress.lessons, [id]: {...changeLesson(known, event), last: at}};
  return {...progress, lessons, current: event.type === 'lesson_skipped' ? progress.current : id};
}

function changeLesson(lesson: LessonRecord, event: LessonEvent): LessonRecord {
  switch (event.type) {
    case 'lesson_opened':
      return lesson;
    case 'page_read': {
      const read = Math.max(lesson.read[event.section] ?? 0, event.page + 1);
      return {...lesson, read: {...lesson.read, [event.section]: read}};
    }
    case 'ask_answered':
      return {...lesson, asks: {...lesson.asks, [event.ask]: event.correct}};
    case 'time_spent':
      return {...lesson, seconds: lesson.seconds + event.seconds};
    case 'lesson_skipped':
      return {...lesson, skipped: event.skipped};
  }
}

function applyToTask(progress: Progress, event: TaskEvent): Progress {
  const known = progress.tasks[event.task] ?? {runs: 0, hints: 0};
  return {...progress, tasks: {...progress.tasks, [event.task]: changeTask(known, event)}};
}

function changeTask(task: TaskRecord, event: TaskEvent): TaskRecord {
  switch (event.type) {
    case 'task_predicted':
      return {...task, predicted: event.option};
    case 'task_run':
      return {...task, runs: task.runs + 1, held: event.held};
    case 'hint_shown':
      return {...task, hints: task.hints + 1};
    case 'task_passed':
      return {...task, passed: task.passed ?? event.at};
  }
}

function answerQuestion(progress: Progress, attemptId: string, answer: GradedAnswer): Progress {
  const {question, correct, sure} = answer;
  const known = progress.questions[question];
  const record = {
    ...known,
    seen: (known?.seen ?? 0) + 1,
    right: (known?.right ?? 0) + (correct ? 1 : 0),
    last: {correct, sure},
    missed: known?.missed === true || !correct || sure === false,
  };
  return {
    ...progress,
    questions: {...progress.questions, [question]: record},
    attempts: progress.attempts.map(attempt => (attempt.id === attemptId ? addAnswer(attempt, answer) : attempt)),
  };
}

function rate(progress: Progress, card: string, rating: Rating, at: string): Progress {
  const before = progress.cards[card] ?? null;
  const review = {card, rating, at, before};
  return {
    ...progress,
    cards: {...progress.cards, [card]: rateCard(before, rating, new Date(at))},
    reviews: [...progress.reviews, review].slice(-reviewsKept),
  };
}

function undoRating(progress: Progress): Progress {
  const last = progress.reviews.at(-1);
  if (last === undefined) return progress;
  const {[last.card]: _, ...others} = progress.cards;
  const cards = last.before === null ? others : {...others, [last.card]: last.before};
  return {...progress, cards, reviews: progress.reviews.slice(0, -1)};
}
