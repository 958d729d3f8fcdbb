import type {Place, Problem} from '../../errors.ts';
import {readValue} from '../parse/read-value.ts';
import {lineAndColumn, type Reading} from '../parse/source.ts';
import type {Progress} from '../schema/progress.ts';
import {defaultSettings, progressSchema} from '../schema/progress.ts';

/** The progress of someone who has not begun. */
export const emptyProgress: Progress = {
  version: 1,
  settings: defaultSettings,
  current: null,
  lessons: {},
  tasks: {},
  prequestions: {},
  questions: {},
  attempts: [],
  cards: {},
  reviews: [],
  notes: {},
};

/** Write progress as the text of its file. */
export function formatProgress(progress: Progress): string {
  return `${JSON.stringify(progress, null, 1)}\n`;
}

/**
 * Read a progress file and mend what can be mended.
 *
 * Fields this version does not know are kept. An entry that makes no sense is left out and reported;
 * the rest stays. The value is undefined only where nothing can be read: not JSON, or from a newer version.
 */
export function parseProgress(text: string, file: string): Reading<Progress> {
  const parsed = parseJson(text, file);
  if ('problem' in parsed) return {value: undefined, problems: [parsed.problem]};
  const version = readVersion(parsed.value);
  if (typeof version === 'number' && version > 1) {
    const hint = 'Update ml-pipeline-tutor, or begin anew with another --home.';
    const message = `This progress was written by a newer version of the tutor (format ${version}).`;
    return {value: undefined, problems: [{message, hint, at: {file}}]};
  }
  return readValue(parsed.value, progressSchema, (path, {key} = {}) => {
    const name = [...path, ...(key === undefined ? [] : [key])].join('.');
    return name === '' ? {file} : {file, name};
  });
}

function readVersion(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'version' in value ? value.version : undefined;
}

function parseJson(text: string, file: string): {readonly value: unknown} | {readonly problem: Problem} {
  try {
    return {value: JSON.parse(text)};
  } catch (error) {
    const position = /position (?<offset>\d+)/u.exec(String(error))?.groups?.offset;
    const offset = position === undefined ? text.length : Number(position);
    const at: Place = {file, ...lineAndColumn(text, offset)};
    const hint = 'Restore the copy that was kept beside it, or import an export of your progress.';
    return {problem: {message: 'The progress file is broken: it is not JSON from here on.', hint, at}};
  }
}
