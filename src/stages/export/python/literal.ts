import type {Json} from '../../../engine/value.ts';

// What a reader of the script could not see, or could take for something else: control and format characters (also those
// that turn the direction of writing), blanks other than the space, halves of a pair.
const unseen = /[\p{C}\p{Zl}\p{Zp}]|[^\S ]/gu;

/**
 * A text as a Python string literal, so that no text, wherever it came from, can be anything but a string in a script.
 *
 * @see https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences
 */
export function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replace(unseen, escapeCharacter);
  return `${quote}${escaped}${quote}`;
}

/** A number as Python writes it; NaN and the infinities as numpy's. */
export function pythonNumber(value: number): string {
  if (Number.isNaN(value)) return 'np.nan';
  if (!Number.isFinite(value)) return value > 0 ? 'np.inf' : '-np.inf';
  return Object.is(value, -0) ? '-0.0' : String(value);
}

/** Plain data as a Python literal. */
export function pythonValue(value: Json): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return pythonNumber(value);
  if (typeof value === 'string') return pythonString(value);
  if (Array.isArray(value)) return `[${value.map(pythonValue).join(', ')}]`;
  const entries = Object.entries(value).map(([key, item]) => `${pythonString(key)}: ${pythonValue(item)}`);
  return `{${entries.join(', ')}}`;
}

/** A text that can stand in a comment: one line, with nothing in it that ends the line or hides. */
export function commentText(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(unseen, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const named: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t'};
  const code = character.codePointAt(0)!;
  const hex = (digits: number) => code.toString(16).padStart(digits, '0');
  if (named[character]) return named[character];
  if (code <= 0xff) return `\\x${hex(2)}`;
  return code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}
