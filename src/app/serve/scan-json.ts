/** What a JSON text looks like from outside, before anything is made of it. */
export type JsonShape = {
  /** How deep lists and objects lie in one another. */
  readonly depth: number;
  /** How many `"name":` it has. */
  readonly names: number;
  /** It has a run of digits that a double may not hold. */
  readonly hasLongNumber: boolean;
};

const [quote, backslash, colon] = [0x22, 0x5c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];
const [zero, nine] = [0x30, 0x39];
const longDigits = 16;

/** Look a JSON text over in one pass, whether it is well formed or not. */
export function scanJson(text: string): JsonShape {
  let [depth, deepest, names, digits] = [0, 0, 0, 0];
  let hasLongNumber = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) {
      digits += 1;
      if (digits === longDigits) hasLongNumber = true;
      continue;
    }
    digits = 0;
    if (code === quote) at = endOfText(text, at);
    else if (code === colon) names += 1;
    else if (code === openList || code === openObject) deepest = Math.max(deepest, ++depth);
    else if (code === closeList || code === closeObject) depth -= 1;
  }
  return {depth: deepest, names, hasLongNumber};
}

/** The place of the quote that ends the text which begins at a quote; the end where there is none. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, place: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(place - 1 - slashes) === backslash) slashes += 1;
  return slashes % 2 === 1;
}

/** How many names all objects of a value have together. */
export function countNames(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value);
  let names = Array.isArray(value) ? 0 : inside.length;
  for (const part of inside) if (typeof part === 'object') names += countNames(part);
  return names;
}

// A text with the colon that makes it a name, or a bracket; whatever lies between does not matter.
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|[[\]{}]/g;

/** The first name that comes twice in one object of a well-formed JSON text, and where it comes again. */
export function findRepeatedName(text: string): {readonly name: string; readonly position: number} | undefined {
  const open: Set<string>[] = [];
  for (const {0: found, 1: word, 2: mark, index} of text.matchAll(token)) {
    if (found === '{' || found === '[') open.push(new Set());
    else if (found === '}' || found === ']') open.pop();
    else if (mark !== undefined) {
      const name = JSON.parse(word!) as string;
      if (open.at(-1)?.has(name)) return {name, position: index};
      open.at(-1)?.add(name);
    }
  }
  return undefined;
}
