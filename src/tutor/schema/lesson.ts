import type {ValueOf} from './build.ts';
import {integer, list, optional, parsed, record, text, withDefault, word} from './build.ts';
import {runsSchema} from './run.ts';

/** The eight stages of the pipeline, in order. */
export const stages = [
  'ingestion',
  'preprocessing',
  'features',
  'training',
  'evaluation',
  'tuning',
  'deployment',
  'monitoring',
] as const;
/** One of the eight stages. */
export type Stage = (typeof stages)[number];

/** The front matter of `lesson.md`. */
export const lessonSchema = record('The head of a lesson', {
  id: parsed('id', 'Stable name of the lesson, the same as in course.yaml'),
  title: text('Title of the lesson'),
  stage: optional(word(stages, 'The stage of the pipeline it teaches, where there is one')),
  minutes: integer('How long the standard depth takes, in minutes', {minimum: 1, maximum: 90}),
  summary: text('What the lesson is about, in one sentence'),
  objectives: list(
    record('Something the learner can do afterwards', {
      id: parsed('id', 'Stable name of the objective'),
      text: text('What the learner can do; begins with a verb that can be tested'),
    }),
    'What the learner can do afterwards: 2 to 4',
  ),
  runs: withDefault(runsSchema, {}),
  prequestions: withDefault(
    list(parsed('id', 'Id of a question'), 'Questions of the pool asked, ungraded, before the lesson: 2 or 3'),
    [],
  ),
});

/** What the front matter of `lesson.md` holds. */
export type LessonHead = ValueOf<typeof lessonSchema>;
/** Something a learner can do after a lesson. */
export type Objective = LessonHead['objectives'][number];
