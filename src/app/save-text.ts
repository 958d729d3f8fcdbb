import {KnownError} from '../errors.ts';
import type {Ports} from './ports.ts';

/** A text to be written to a file that a person named; relative names start at `folder`. */
export type SaveRequest = {
  readonly name: string;
  readonly folder: string;
  readonly text: string;
  /** The person has said that a file of that name may be replaced. */
  readonly replace: boolean;
};

/** Whether the text was written; `exists` is a file of that name that was left as it is. */
export type Saved = {readonly outcome: 'written' | 'exists'};

/**
 * Write a text to a file, and never over another one unless that was asked for.
 *
 * @throws {KnownError} `bad_usage` without a name, `cannot_write` where the file cannot be written.
 */
export async function saveText(
  {name, folder, text, replace}: SaveRequest,
  ports: Pick<Ports, 'readText' | 'saveFile'>,
): Promise<Saved> {
  if (name.trim() === '') throw new KnownError('bad_usage', 'The file has no name.', {hint: 'Write a name for it.'});
  if (!replace && isThere(name.trim(), folder, ports)) return {outcome: 'exists'};
  ports.saveFile(name.trim(), folder, text);
  return {outcome: 'written'};
}

/** Tell whether something of that name is there, whatever it holds. */
export function isThere(name: string, folder: string, {readText}: Pick<Ports, 'readText'>): boolean {
  try {
    // No byte of it is wanted.
    readText(name, folder, 0);
    return true;
  } catch (error) {
    // A file that may not be read is there all the same.
    return ((error as KnownError).cause as {readonly code?: string} | undefined)?.code !== 'ENOENT';
  }
}
