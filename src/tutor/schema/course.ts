import type {ValueOf} from './build.ts';
import {list, literal, parsed, record, text, withDefault} from './build.ts';

/** `course.yaml`: the only place that knows the order of the lessons. */
export const courseSchema = record('The order of the course', {
  format: literal(1),
  title: withDefault(text('The name of the course'), 'ML Pipeline Tutor'),
  parts: list(
    record('A part of the course', {
      id: parsed('id', 'Stable name of the part'),
      title: text('Name of the part as learners see it'),
      lessons: list(
        record('A lesson and where it is', {
          id: parsed('id', 'Stable name of the lesson'),
          folder: text('Folder of the lesson, such as 02-preprocessing'),
        }),
        'The lessons of the part, in order',
        {minItems: 1},
      ),
    }),
    'The parts of the course, in order',
    {minItems: 1},
  ),
});

/** `misconceptions.yaml`: the mistaken ideas that wrong answers stand for. */
export const misconceptionsSchema = list(
  record('A mistaken idea', {
    id: parsed('id', 'Stable name, such as scale-all-rows'),
    name: text('The idea in the words of someone who holds it'),
  }),
  'The mistaken ideas that wrong answers stand for',
);

/** `glossary.yaml`: the words of the course. */
export const glossarySchema = list(
  record('A word of the course', {
    id: parsed('id', 'Stable name, such as standard-scaling'),
    term: text('The word as it is written in lessons'),
    also: withDefault(list(text('Another spelling or name'), 'Other spellings and names'), []),
    meaning: parsed('figure-text', 'What it means, in one or two sentences'),
    introduced_in: parsed('id', 'The lesson that explains it'),
    see: withDefault(list(parsed('id', 'Id of a related term'), 'Ids of related terms'), []),
  }),
  'The words of the course',
);

/** What `course.yaml` holds. */
export type Outline = ValueOf<typeof courseSchema>;
/** A mistaken idea that wrong answers stand for. */
export type Misconception = ValueOf<typeof misconceptionsSchema>[number];
/** A word of the glossary. */
export type Term = ValueOf<typeof glossarySchema>[number];
