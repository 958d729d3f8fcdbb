import type {Place, Problem} from '../../errors.ts';
import type {Schema} from '../schema/build.ts';
import type {AuthoredCard} from '../schema/cards.ts';
import {cardsSchema} from '../schema/cards.ts';
import type {Misconception, Outline, Term} from '../schema/course.ts';
import {courseSchema, glossarySchema, misconceptionsSchema} from '../schema/course.ts';
import type {Lab} from '../schema/lab.ts';
import {labSchema} from '../schema/lab.ts';
import type {Quiz} from '../schema/quiz.ts';
import {quizSchema} from '../schema/quiz.ts';
import type {NamedRuns} from '../schema/run.ts';
import {nearestName} from '../text/nearest.ts';
import {figuresInValue} from './figures.ts';
import type {LessonText} from './lesson.ts';
import {parseLessonText} from './lesson.ts';
import type {Reading, SourceFile} from './source.ts';
import {readYaml} from './yaml.ts';

/** A whole lesson: its text, questions, cards and lab, and every named run of its files. */
export type Lesson = LessonText & {
  readonly folder: string;
  readonly part: string;
  readonly quiz: Quiz;
  readonly cards: readonly AuthoredCard[];
  readonly lab?: Lab;
};

/** A whole course as plain data: it survives JSON. Lessons stand in course order. */
export type Course = {
  readonly title: string;
  readonly parts: Outline['parts'];
  readonly lessons: readonly Lesson[];
  readonly glossary: readonly Term[];
  readonly misconceptions: readonly Misconception[];
};

/** Read a course from its files; what can be read is there even where other files have problems. */
export function parseCourse(files: readonly SourceFile[]): Reading<Course> {
  const outline = readFile(files, 'course.yaml', courseSchema);
  const glossary = readFile(files, 'glossary.yaml', glossarySchema);
  const misconceptions = readFile(files, 'misconceptions.yaml', misconceptionsSchema);
  const problems = [...outline.problems, ...glossary.problems, ...misconceptions.problems];
  if (outline.value === undefined) return {value: undefined, problems};
  const {title, parts} = outline.value;
  const readings = parts.flatMap(part => part.lessons.map(entry => readEntry(files, entry, part.id)));
  const value: Course = {
    title,
    parts,
    lessons: readings.flatMap(reading => (reading.value === undefined ? [] : [reading.value])),
    glossary: glossary.value ?? [],
    misconceptions: misconceptions.value ?? [],
  };
  return {value, problems: [...problems, ...readings.flatMap(reading => reading.problems)]};
}

type Entry = Outline['parts'][number]['lessons'][number];

function readEntry(files: readonly SourceFile[], entry: Entry, part: string): Reading<Lesson> {
  const lesson = parseLesson(files, entry.folder, part);
  const {value} = lesson;
  if (value === undefined || value.id === entry.id) return lesson;
  const message = `The lesson in ${entry.folder} is called \`${value.id}\`, but course.yaml says \`${entry.id}\`.`;
  return {value, problems: [...lesson.problems, {message, hint: 'Make the two ids equal.', at: value.at}]};
}

/** Read the four files of one lesson's folder. */
export function parseLesson(files: readonly SourceFile[], folder: string, part: string): Reading<Lesson> {
  const source = files.find(file => file.path === `${folder}/lesson.md`);
  if (source === undefined) return missingFile(files, `${folder}/lesson.md`);
  const text = parseLessonText(source);
  const quiz = readFile(files, `${folder}/quiz.yaml`, quizSchema);
  const cards = readFile(files, `${folder}/cards.yaml`, cardsSchema);
  const lab = readFile(files, `${folder}/lab.yaml`, labSchema);
  const problems = [text, quiz, cards, lab].flatMap(reading => reading.problems);
  if (text.value === undefined) return {value: undefined, problems};
  const heads = [text.value, quiz.value, cards.value, lab.value].map(head => head?.runs ?? {});
  const runs = joinRuns(heads);
  const value: Lesson = {
    ...text.value,
    runs: runs.value,
    figures: [...text.value.figures, ...figuresInValue([quiz.value, cards.value, lab.value])],
    folder,
    part,
    quiz: quiz.value ?? {at: {file: `${folder}/quiz.yaml`}, runs: {}, draw: 5, pass: 0.8, pool: []},
    cards: cards.value?.cards ?? [],
    ...(lab.value === undefined ? {} : {lab: lab.value}),
  };
  return {value, problems: [...problems, ...runs.problems]};
}

/** A run's name means one thing in all four files of a lesson. */
function joinRuns(heads: readonly NamedRuns[]): {readonly value: NamedRuns; readonly problems: readonly Problem[]} {
  const entries = heads.flatMap(head => Object.entries(head));
  const value: {[name: string]: NamedRuns[string]} = {};
  const problems: Problem[] = [];
  for (const [name, run] of entries) {
    if (name in value) problems.push(repeatedRun(name, run.at));
    else value[name] = run;
  }
  return {value, problems};
}

function repeatedRun(name: string, at: Place): Problem {
  const hint = 'Define it once; all files of the lesson see it.';
  return {message: `The run \`${name}\` is defined twice in this lesson.`, hint, at};
}

function readFile<T>(files: readonly SourceFile[], path: string, schema: Schema<T>): Reading<T> {
  const source = files.find(file => file.path === path);
  return source === undefined ? missingFile(files, path) : readYaml(source, schema);
}

function missingFile(files: readonly SourceFile[], path: string): Reading<never> {
  const nearest = nearestName(
    path,
    files.map(file => file.path),
  );
  const hint = nearest === undefined ? 'Create it; lessons/README.md shows its form.' : `Rename ${nearest}?`;
  return {value: undefined, problems: [{message: `The file ${path} is missing.`, hint, at: {file: path}}]};
}
