import {existsSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {KnownError} from '../errors.ts';

/** The folder of bundled datasets or lessons: beside the bundle once built, at the top of the repository before. */
export function assetsFolder(name: 'datasets' | 'lessons'): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const candidates = [
    path.join(here, 'assets', name),
    path.join(here, '../assets', name),
    path.join(here, '../..', name),
  ];
  const found = candidates.find(folder => existsSync(folder));
  if (found) return found;
  throw new KnownError('missing_file', `The bundled ${name} are missing beside ${here}.`, {
    hint: 'The installation is not whole: install ml-pipeline-tutor again.',
  });
}
