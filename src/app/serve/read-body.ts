import {parseExactJson} from '../../data/exact-json.ts';
import {findJsonFault, lineAndColumn} from '../../data/json-fault.ts';
import {KnownError} from '../../errors.ts';
import {countNames, findRepeatedName, scanJson} from './scan-json.ts';

/** Rows lie two deep; what lies deeper than this was made to hurt. */
const mostDepth = 32;
/** Looking for the fault reads the text some twenty times, which a large body is not worth. */
const longestForFault = 100_000;
const hint = 'Send one row as {"age": 41, "plan": "basic"}, or a list of rows.';

/**
 * Read the JSON of a request that nobody vouches for. Stricter than `JSON.parse`: a name must not come twice in one
 * object, nor lists and objects lie too deep; whole numbers too long for a double keep their digits as text.
 *
 * @throws {KnownError} `bad_json` with the place where that is known.
 */
export function parseBody(text: string): unknown {
  const {depth, names, hasLongNumber} = scanJson(text);
  if (depth > mostDepth) throw new KnownError('bad_json', 'The body is nested too deep.', {hint});
  const value = parse(text, hasLongNumber);
  if (countNames(value) !== names) refuseRepeatedName(text);
  return value;
}

function parse(text: string, hasLongNumber: boolean): unknown {
  try {
    return hasLongNumber ? parseExactJson(text) : (JSON.parse(text) as unknown);
  } catch (cause) {
    if (text.trim() === '') throw new KnownError('bad_json', 'The body is empty.', {hint, cause});
    if (text.length > longestForFault) throw new KnownError('bad_json', 'The body is not JSON.', {hint, cause});
    const {message, position} = findJsonFault(text);
    const at = position === undefined ? undefined : lineAndColumn(text, position);
    throw new KnownError('bad_json', `The body is not JSON: ${message}.`, {hint, at, cause});
  }
}

function refuseRepeatedName(text: string): void {
  const repeated = findRepeatedName(text);
  if (!repeated) return;
  throw new KnownError('bad_json', `The name \`${repeated.name}\` comes twice in one object.`, {
    hint: 'Say each value once: which of two was meant cannot be known.',
    at: lineAndColumn(text, repeated.position),
  });
}
