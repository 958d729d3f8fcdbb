// Turns the files of a course into the one JSON file that the program reads when it starts.
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import * as esbuild from 'esbuild';

const nothing = {title: 'ML Pipeline Tutor', parts: [], lessons: [], glossary: [], misconceptions: []};

/** Write `course.json` for a folder of lessons into `folder`; problems are printed, and what could be read is used. */
export async function compileCourse({root, lessons, folder}) {
  const {courseFiles, parseCourse} = await importSources(root);
  const {value = nothing, problems} = parseCourse(courseFiles(lessons));
  for (const {message, at} of problems) process.stderr.write(`course: ${at.file}:${at.line ?? 1} ${message}\n`);
  await mkdir(folder, {recursive: true});
  await writeFile(path.join(folder, 'course.json'), JSON.stringify(value));
}

async function importSources(root) {
  const temporary = await mkdtemp(path.join(tmpdir(), 'mlpt-course-'));
  const outfile = path.join(temporary, 'course.mjs');
  try {
    await esbuild.build({
      stdin: {
        contents:
          "export {courseFiles} from './src/files/lessons.ts'; export {parseCourse} from './src/tutor/parse/course.ts';",
        resolveDir: root,
      },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: {js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);"},
      logLevel: 'warning',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(temporary, {recursive: true});
  }
}
