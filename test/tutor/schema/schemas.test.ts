import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {checkCourse} from '../../../src/tutor/check/check-course.ts';
import {parseCourse} from '../../../src/tutor/parse/course.ts';
import {readYaml} from '../../../src/tutor/parse/yaml.ts';
import type {Schema} from '../../../src/tutor/schema/build.ts';
import {cardsSchema} from '../../../src/tutor/schema/cards.ts';
import {courseSchema, glossarySchema, misconceptionsSchema} from '../../../src/tutor/schema/course.ts';
import {contentSchemas} from '../../../src/tutor/schema/index.ts';
import {labSchema} from '../../../src/tutor/schema/lab.ts';
import {quizSchema} from '../../../src/tutor/schema/quiz.ts';
import {miniFolder, readCourseFiles} from '../mini-course.ts';

const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  validateFormats: false,
  allErrors: true,
});
const validators = Object.fromEntries(
  Object.entries(contentSchemas).map(([name, schema]) => [name, ajv.compile(schema)]),
);

const realLessons = path.join(import.meta.dirname, '../../../lessons');
const folders = [miniFolder, realLessons].filter(folder => existsSync(path.join(folder, 'course.yaml')));

function plainContent(file: {path: string; text: string}): unknown {
  return parse(file.path.endsWith('.md') ? file.text.split(/^---$/mu)[1]! : file.text);
}

const content = folders.flatMap(folder =>
  readCourseFiles(folder)
    .filter(file => /(?:\.yaml|lesson\.md)$/u.test(file.path))
    .map(file => ({
      name: `${path.basename(folder)}/${file.path}`,
      kind: path.basename(file.path).split('.')[0]!,
      file,
    })),
);

test.each(content)('$name fits the JSON Schema that editors use', ({kind, file}) => {
  const validate = validators[kind]!;
  validate(plainContent(file));
  expect(validate.errors).toBeNull();
});

test.each(folders)('the course in %s has no problem', folder => {
  const {value, problems} = parseCourse(readCourseFiles(folder));
  expect(problems).toEqual([]);
  expect(checkCourse(value!)).toEqual([]);
});

test('the JSON Schemas refuse what the reader refuses', () => {
  expect(validators.cards!({cards: [{id: 'Not An Id', objective: 'a', front: 'f', back: 'b'}]})).toBe(false);
  expect(validators.quiz!({pool: [{type: 'riddle', id: 'a', objective: 'a', level: 'why', stem: 's'}]})).toBe(false);
  expect(validators.course!({format: 2, parts: []})).toBe(false);
});

test('the schemas are plain JSON', () => {
  expect(JSON.parse(JSON.stringify(contentSchemas))).toEqual(contentSchemas);
});

test('the examples of lessons/README.md are read without a problem', () => {
  const readme = readFileSync(path.join(realLessons, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/^```yaml\n(?<yaml>[\s\S]*?)^```$/gmu)].map(match => match.groups!.yaml!);
  const schemas = [courseSchema, glossarySchema, misconceptionsSchema, quizSchema, cardsSchema, labSchema];
  expect(examples).toHaveLength(schemas.length);
  for (const [index, schema] of schemas.entries()) {
    expect(
      readYaml({path: `example ${index + 1}`, text: examples[index]!}, schema as Schema<unknown>).problems,
    ).toEqual([]);
  }
});
