import type {ValueOf} from './build.ts';
import {
  flag,
  integer,
  list,
  literal,
  map,
  number,
  openRecord,
  optional,
  orNull,
  text,
  withDefault,
  word,
} from './build.ts';

/** How deep a learner reads. */
export const depths = ['quick', 'standard', 'deep'] as const;
/** A reading depth. */
export type Depth = (typeof depths)[number];

/** Colours of the screen; `auto` follows the terminal. */
export const themeWishes = ['auto', 'dark', 'light', 'ansi16', 'mono'] as const;
/** Characters that pictures are drawn with; `auto` follows the terminal. */
export const glyphWishes = ['auto', 'braille', 'block', 'ascii'] as const;
/** What a learner is here for. */
export const profiles = ['school', 'professional'] as const;
/** How a dialogue goes on: one turn at a time, or a page at a time. */
export const paces = ['turn', 'page'] as const;

/** The choices of a learner who has made none. */
export const defaultSettings = {
  depth: 'standard',
  cards_a_day: 20,
  theme: 'auto',
  glyphs: 'auto',
  profile: null,
  pace: 'turn',
  read_aloud: false,
} as const;

/** How well a card was remembered, in the learner's words. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;
/** A rating of a card. */
export type Rating = (typeof ratings)[number];

const time = (description: string) => text(`${description}, as ISO time`);
const count = (description: string) => integer(description, {minimum: 0});
const sure = orNull(flag('Whether the learner was sure; null where it was not asked'));

/** What the scheduler remembers of a card. */
export const cardStateSchema = openRecord('What the scheduler remembers of a card', {
  due: time('When it is due'),
  stability: number('Days until the chance of remembering falls to 90 %', {minimum: 0}),
  difficulty: number('How hard it is, from 1 to 10', {minimum: 0, maximum: 10}),
  interval: number('Days between the last review and the due date', {minimum: 0}),
  step: count('Position in the short steps at the beginning'),
  reps: count('Number of reviews'),
  lapses: count('Number of times it was forgotten'),
  phase: word(['new', 'learning', 'review', 'relearning'], 'The phase it is in'),
  reviewed: orNull(time('When it was last reviewed')),
});

/** One rating, with the state before it so that it can be undone. */
export const reviewSchema = openRecord('A rating of a card', {
  card: text('Key of the card'),
  rating: word(ratings, 'How well it was remembered'),
  at: time('When'),
  before: orNull(cardStateSchema),
});

const answerSchema = openRecord('A graded answer', {
  question: text('Id of the question'),
  correct: flag('Whether it was right'),
  share: number('How much of it was right', {minimum: 0, maximum: 1}),
  sure,
  at: time('When'),
});

const attemptSchema = openRecord('A quiz in progress or done', {
  id: text('Name of the attempt'),
  kind: word(['lesson', 'placement', 'final', 'review'], 'What the quiz was for'),
  lesson: orNull(text('The lesson of a lesson quiz')),
  started: time('When it began'),
  questions: list(text('Id of a question'), 'The questions drawn'),
  answers: list(answerSchema, 'Every answer given, retries included'),
});

const lessonRecord = openRecord('What was done in a lesson', {
  opened: time('When it was first opened'),
  last: time('When it was last worked on'),
  read: withDefault(map(count('Pages read'), 'Pages read by section'), {}),
  asks: withDefault(map(flag('Whether the answer was right'), 'Answers to the asks of the text'), {}),
  seconds: withDefault(number('Time spent, in seconds', {minimum: 0}), 0),
  skipped: withDefault(flag('Passed over by the placement quiz'), false),
});

const taskRecord = openRecord('What was done in a lab task', {
  predicted: optional(text('Id of the prediction')),
  held: optional(flag('Whether the prediction came true')),
  runs: withDefault(count('Number of runs'), 0),
  hints: withDefault(count('Number of hints shown'), 0),
  passed: optional(time('When it was first passed')),
});

const questionRecord = openRecord('What is known of a question', {
  seen: count('Times answered'),
  right: count('Times answered right'),
  last: openRecord('The latest answer', {correct: flag('Whether it was right'), sure}),
  missed: withDefault(flag('Ever answered wrong or unsure, and so a card'), false),
});

/** The progress file: everything the learner did, by stable ids, so that editing content loses none of it. */
export const progressSchema = openRecord('Progress of a learner', {
  version: literal(1),
  settings: withDefault(
    openRecord('Choices of the learner', {
      depth: withDefault(word(depths, 'How deep to read'), 'standard'),
      cards_a_day: withDefault(count('Most cards reviewed in a day'), 20),
      theme: withDefault(word(themeWishes, 'Colours of the screen'), 'auto'),
      glyphs: withDefault(word(glyphWishes, 'Characters that pictures are drawn with'), 'auto'),
      profile: withDefault(orNull(word(profiles, 'What the learner is here for; null until asked')), null),
      pace: withDefault(word(paces, 'How a dialogue goes on'), 'turn'),
      read_aloud: withDefault(flag('Whether texts are spoken'), false),
    }),
    defaultSettings,
  ),
  current: withDefault(orNull(text('The lesson worked on last')), null),
  lessons: withDefault(map(lessonRecord, 'Lessons by id'), {}),
  tasks: withDefault(map(taskRecord, 'Lab tasks by id'), {}),
  prequestions: withDefault(map(flag('Whether the answer was right'), 'Ungraded answers before a lesson'), {}),
  questions: withDefault(map(questionRecord, 'Questions by id'), {}),
  attempts: withDefault(list(attemptSchema, 'Every quiz'), []),
  cards: withDefault(map(cardStateSchema, 'Cards by key'), {}),
  reviews: withDefault(list(reviewSchema, 'The latest ratings'), []),
  notes: withDefault(map(text('What the learner wrote'), 'Explanations in the learner’s own words, by lesson'), {}),
});

/** Everything a learner did. */
export type Progress = ValueOf<typeof progressSchema>;
/** What was done in one lesson. */
export type LessonRecord = ValueOf<typeof lessonRecord>;
/** What was done in one lab task. */
export type TaskRecord = ValueOf<typeof taskRecord>;
/** A quiz in progress or done: the questions drawn and every answer given, retries included. */
export type Attempt = ValueOf<typeof attemptSchema>;
/** One graded answer; `sure` is what the learner said before seeing the outcome. */
export type GradedAnswer = ValueOf<typeof answerSchema>;
/** What the scheduler remembers of one card. */
export type CardState = ValueOf<typeof cardStateSchema>;
/** One rating of a card, which can be undone. */
export type Review = ValueOf<typeof reviewSchema>;
/** What is known of a learner’s answers to one question. */
export type QuestionRecord = ValueOf<typeof questionRecord>;
