import {KnownError} from '../../errors.ts';

/** What is wrong in an expression: `bad_expression`, with the text and a mark under the character it starts at. */
export function expressionError(text: string, at: number, message: string, hint: string): KnownError {
  // One space for each space, tab or line break keeps the mark in place.
  const shown = text.replace(/\s/g, ' ');
  return new KnownError('bad_expression', `${message}\n  ${shown}\n  ${' '.repeat(at)}^`, {hint, at: {column: at + 1}});
}
