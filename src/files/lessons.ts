import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {KnownError} from '../errors.ts';
import {type Course, parseCourse} from '../tutor/parse/course.ts';
import type {SourceFile} from '../tutor/parse/source.ts';
import {assetsFolder} from './assets.ts';
import {openCompiled} from './compiled-course.ts';

/** The bundled course: compiled when the program was built, or read from its files in the repository. */
export function bundledCourse(): Course {
  const folder = assetsFolder('lessons');
  const compiled = path.join(folder, 'course.json');
  return existsSync(compiled) ? openCompiled(readFileSync(compiled, 'utf8')) : readCourse(folder);
}

/** Read a course from a folder. @throws {KnownError} `bad_pipeline` listing every problem, when it cannot be used. */
export function readCourse(folder: string): Course {
  const {value, problems} = parseCourse(courseFiles(folder));
  if (value && problems.length === 0) return value;
  throw new KnownError('check_failed', `The course in ${folder} has ${problems.length} problems.`, {
    hint: `Run \`ml-pipeline-tutor course check ${folder}\`.`,
    problems,
  });
}

/** Every content file of a course folder, with its path from there. */
export function courseFiles(folder: string): readonly SourceFile[] {
  if (!existsSync(folder)) {
    throw new KnownError('missing_file', `There is no folder ${folder}.`, {
      hint: 'Name the folder that holds course.yaml.',
    });
  }
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter(file => /\.(md|yaml)$/.test(file) && path.basename(file) !== 'README.md')
    .sort()
    .map(file => ({path: file.split(path.sep).join('/'), text: readFileSync(path.join(folder, file), 'utf8')}));
}
