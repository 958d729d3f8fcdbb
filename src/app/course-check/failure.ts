import {KnownError, type Place, type Problem} from '../../errors.ts';

/** Say at its place in the course why something could not be executed. */
export function failure(error: unknown, at: Place, what: string): Problem {
  if (!(error instanceof KnownError)) throw error;
  return {message: `${what} fails: ${error.message}`, hint: error.hint, at};
}
