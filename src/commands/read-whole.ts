import {KnownError} from '../errors.ts';
import type {CommandInput} from './command.ts';

/**
 * Read an option that is a whole number.
 *
 * @param name - as it is written: `max-rows`.
 * @throws {KnownError} `bad_usage` when it is something else, or out of range.
 */
export function readWhole(
  options: CommandInput['options'],
  name: string,
  otherwise: number,
  [least, most]: readonly [number, number],
): number {
  const key = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const value = options[key];
  if (value === undefined) return otherwise;
  const number = /^\d{1,15}$/.test(String(value)) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new KnownError('bad_usage', `--${name} cannot be \`${value}\`.`, {
    hint: `Give a whole number from ${least} to ${most}, such as --${name} ${otherwise}.`,
  });
}
