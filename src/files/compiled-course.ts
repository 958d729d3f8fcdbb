import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Course} from '../tutor/parse/course.ts';
import {assetsFolder} from './assets.ts';

/** The bundled course as the build left it, without the readers of Markdown and YAML; only a copy that was not built needs them. */
export async function compiledCourse(): Promise<Course> {
  const file = path.join(assetsFolder('lessons'), 'course.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Course;
  return (await import('./lessons.ts')).bundledCourse();
}
