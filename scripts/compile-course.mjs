// Turns the files of a course into the one JSON file that the program reads when it starts.
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {importSources} from './import-sources.mjs';

const nothing = {title: 'ML Pipeline Tutor', parts: [], lessons: [], glossary: [], misconceptions: []};
const sources = [
  "export {courseFiles} from './src/files/course-files.ts';",
  "export {compileCourse as compile} from './src/files/compiled-course.ts';",
  "export {parseCourse} from './src/tutor/parse/course.ts';",
].join(' ');

/** Write `course.json` for a folder of lessons into `folder`; problems are printed, and what could be read is used. */
export async function compileCourse({root, lessons, folder}) {
  const {compile, courseFiles, parseCourse} = await importSources(root, sources);
  const {value = nothing, problems} = parseCourse(courseFiles(lessons));
  for (const {message, at} of problems) process.stderr.write(`course: ${at.file}:${at.line ?? 1} ${message}\n`);
  await mkdir(folder, {recursive: true});
  await writeFile(path.join(folder, 'course.json'), compile(value));
}
