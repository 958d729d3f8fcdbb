import {formatPlace, KnownError} from '../errors.ts';

/** What went wrong, where, and what to do next, as paragraphs. */
export function failureTexts(error: unknown): readonly string[] {
  if (!(error instanceof KnownError)) return [`This did not work: ${error instanceof Error ? error.message : error}`];
  const where = error.at ? ` (${formatPlace(error.at)})` : '';
  return [`This did not work: ${error.message}${where}`, ...(error.hint === '' ? [] : [error.hint])];
}
