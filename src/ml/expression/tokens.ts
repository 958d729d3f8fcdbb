import {expressionError} from './problem.ts';

/** One word, number, quoted text or sign of an expression; `end` closes the list. */
export type Token = {
  readonly kind: 'number' | 'word' | 'column' | 'text' | 'sign' | 'end';
  /** Without the quotes or backticks. */
  readonly text: string;
  readonly at: number;
};

const pattern =
  /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|`(?<column>[^`]+)`|"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<sign>\*\*|[<>=!]=|[-+*/%(),<>=]))/uy;

const instead = new Map([
  ['^', 'Write `**` for a power, as in `age ** 2`.'],
  ['&', 'Write the word `and`.'],
  ['|', 'Write the word `or`.'],
  ['!', 'Write the word `not`, or `!=` for "is not".'],
  ['"', 'Close the text with a second `"`.'],
  ["'", "Close the text with a second `'`."],
  ['`', 'Put a backtick on both sides of the column name.'],
]);

/**
 * Cut the text of an expression into tokens.
 *
 * @throws {KnownError} `bad_expression` at the first character that cannot be read.
 */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  pattern.lastIndex = 0;
  for (let from = 0; from < end; from = pattern.lastIndex) {
    const match = pattern.exec(text);
    if (!match) throw unreadable(text, from + text.slice(from).search(/\S/));
    tokens.push(tokenOf(match));
  }
  return [...tokens, {kind: 'end', text: '', at: end}];
}

function tokenOf(match: RegExpExecArray): Token {
  const {number, word, column, double, single, sign} = match.groups!;
  const at = match.index + match[0].search(/\S/);
  if (number !== undefined) return {kind: 'number', text: number, at};
  if (word !== undefined) return {kind: 'word', text: word, at};
  if (column !== undefined) return {kind: 'column', text: column, at};
  if (sign !== undefined) return {kind: 'sign', text: sign, at};
  return {kind: 'text', text: double ?? single!, at};
}

function unreadable(text: string, at: number) {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return expressionError(
    text,
    at,
    `The character ${character} cannot be read here.`,
    instead.get(character) ?? 'Put a column name with spaces or signs between backticks: `unit price`.',
  );
}
