import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {RunResult} from '../../src/tutor/figures/result.ts';
import type {Course, Lesson} from '../../src/tutor/parse/course.ts';
import {parseCourse} from '../../src/tutor/parse/course.ts';
import type {SourceFile} from '../../src/tutor/parse/source.ts';
import type {Question, QuestionOf, QuestionType} from '../../src/tutor/schema/quiz.ts';

/** Read all files of a course folder. */
export function readCourseFiles(folder: string): readonly SourceFile[] {
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true});
  return entries
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = path.join(entry.parentPath, entry.name);
      return {path: path.relative(folder, file).split(path.sep).join('/'), text: readFileSync(file, 'utf8')};
    });
}

export const miniFolder = path.join(import.meta.dirname, '../fixtures/course');
export const miniFiles = readCourseFiles(miniFolder);
const mini = parseCourse(miniFiles);

/** The miniature course, which must be free of problems. */
export function miniCourse(): Course {
  if (mini.value === undefined || mini.problems.length > 0) throw new Error(JSON.stringify(mini.problems, null, 1));
  return mini.value;
}

/** A lesson of the miniature course. */
export function miniLesson(id: 'scaling' | 'neighbours'): Lesson {
  return miniCourse().lessons.find(lesson => lesson.id === id)!;
}

/** The question of one type in the lesson on scaling. */
export function miniQuestion<T extends QuestionType>(type: T): QuestionOf<T> {
  const found = miniLesson('scaling').quiz.pool.find((question): question is QuestionOf<T> => question.type === type);
  if (found === undefined) throw new Error(`no question of type ${type}`);
  return found;
}

/** The question of that id. */
export function questionById(id: string): Question {
  const found = miniCourse()
    .lessons.flatMap(lesson => lesson.quiz.pool)
    .find(question => question.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}

/** A run's JSON with the fields that conditions and figures of the miniature course speak of. */
export function runResult(testAccuracy: number, more: RunResult = {}): RunResult {
  return {
    honest: true,
    split: {train: 133, test: 45},
    steps: [{id: 'preprocessing.scale', status: 'ran'}],
    metrics: {train: {accuracy: 0.99}, test: {accuracy: testAccuracy}, baseline: {accuracy: 0.4}},
    confusion: {
      labels: ['a', 'b'],
      matrix: [
        [3, 1],
        [0, 4],
      ],
    },
    warnings: [],
    pipeline: {preprocessing: {scale: 'standard'}, training: {model: 'knn', params: {n_neighbors: 5}}},
    fingerprint: 'sha256:1',
    ...more,
  };
}

export const results = {unscaled: runResult(0.72), scaled: runResult(0.96)};
