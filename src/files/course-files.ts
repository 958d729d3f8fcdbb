import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {KnownError} from '../errors.ts';
import type {SourceFile} from '../tutor/parse/source.ts';

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
