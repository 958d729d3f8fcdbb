import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Course, Lesson} from '../tutor/parse/course.ts';
import {assetsFolder} from './assets.ts';

/** The bundled course as the build left it, without the readers of Markdown and YAML; only a copy that was not built needs them. */
export async function compiledCourse(): Promise<Course> {
  const folder = assetsFolder('lessons');
  const file = path.join(folder, 'course.json');
  if (existsSync(file)) return openCompiled(readFileSync(file, 'utf8'));
  return (await import('./lessons.ts')).readCourse(folder);
}

/** The parts of a lesson that are large and wanted for one lesson at a time. */
const unopened = ['sections', 'figures'] as const;

/** A lesson as it is compiled: its large parts are JSON inside the JSON, so that a start need not read all of them. */
export type CompiledLesson = Omit<Lesson, (typeof unopened)[number]> & {
  readonly [part in (typeof unopened)[number]]: string;
};

/** Compile a course to the text that `compiledCourse` reads. */
export function compileCourse({lessons, ...course}: Course): string {
  const compiled = lessons.map(lesson => ({
    ...lesson,
    ...Object.fromEntries(unopened.map(part => [part, JSON.stringify(lesson[part])])),
  }));
  return JSON.stringify({...course, lessons: compiled});
}

/** Read a compiled course; a lesson's large parts are read when they are first looked at. */
export function openCompiled(text: string): Course {
  const {lessons, ...course} = JSON.parse(text) as Omit<Course, 'lessons'> & {lessons: readonly CompiledLesson[]};
  return {...course, lessons: lessons.map(openLesson)};
}

function openLesson(lesson: CompiledLesson): Lesson {
  const opened = {...lesson} as unknown as Lesson;
  for (const part of unopened) {
    Object.defineProperty(opened, part, {
      enumerable: true,
      configurable: true,
      get() {
        const value: unknown = JSON.parse(lesson[part]);
        Object.defineProperty(opened, part, {value, enumerable: true});
        return value;
      },
    });
  }
  return opened;
}
