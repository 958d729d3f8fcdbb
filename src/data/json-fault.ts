/** Where a text stops being JSON, and in what way. */
export type JsonFault = {
  /** A clause: "it ends too early". */
  readonly message: string;
  /** The first character that cannot stand there; undefined where the text is too long to look for it. */
  readonly position: number | undefined;
};

/** Looking for the place reads the text some twenty times. */
const longestText = 5_000_000;

/**
 * Find the place where a text that `JSON.parse` refused stops being JSON.
 *
 * The engine's own messages differ from version to version, and many of them name no place.
 */
export function findJsonFault(text: string): JsonFault {
  if (text.length > longestText) return {message: 'it is damaged', position: undefined};
  if (mayGoOn(text)) return {message: 'it ends too early', position: text.length};
  // The beginning of length `good` could still become JSON; that of length `bad` cannot.
  let [good, bad] = [0, text.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (mayGoOn(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return {message: `\`${text[good]}\` is not expected there`, position: good};
}

/** The line and column of a position, both counted from 1. */
export function lineAndColumn(text: string, position: number): {readonly line: number; readonly column: number} {
  const before = text.slice(0, position).split('\n');
  return {line: before.length, column: before.at(-1)!.length + 1};
}

/** Tell whether nothing is wrong with the beginning of a text except that it ends. */
function mayGoOn(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    const {message} = error as Error;
    if (/end of JSON input|Unterminated/.test(message)) return true;
    return Number(/position (\d+)/.exec(message)?.[1]) === start.length;
  }
}
