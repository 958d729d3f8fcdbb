import type {JsonSchema} from './build.ts';
import {cardsSchema} from './cards.ts';
import {courseSchema, glossarySchema, misconceptionsSchema} from './course.ts';
import {labSchema} from './lab.ts';
import {lessonSchema} from './lesson.ts';
import {quizSchema} from './quiz.ts';

/** The JSON Schema of each content file, by the name of the file; `lesson` is the front matter of `lesson.md`. */
export const contentSchemas = {
  course: published('course', courseSchema),
  glossary: published('glossary', glossarySchema),
  misconceptions: published('misconceptions', misconceptionsSchema),
  lesson: published('lesson', lessonSchema),
  quiz: published('quiz', quizSchema),
  cards: published('cards', cardsSchema),
  lab: published('lab', labSchema),
} as const;

function published(name: string, schema: JsonSchema): JsonSchema & {readonly $schema: string; readonly title: string} {
  return {$schema: 'https://json-schema.org/draft/2020-12/schema', title: `ml-pipeline-tutor ${name}`, ...schema};
}
