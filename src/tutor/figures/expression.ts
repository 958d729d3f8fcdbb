import type {Json, Results} from './result.ts';
import {readPath} from './result.ts';

/** What is wrong in a short text such as a condition, and how many characters into it. */
export type Fault = {readonly message: string; readonly hint: string; readonly offset: number};
/** The outcome of reading a short text. */
export type Parsed<T> = {readonly value: T} | {readonly fault: Fault};

/** One side of a sum: a value out of a run, a number, or a word that stands for itself. */
export type Operand =
  | {readonly kind: 'path'; readonly run: string; readonly path: readonly string[]}
  | {readonly kind: 'number'; readonly value: number}
  | {readonly kind: 'word'; readonly value: Json};

/** One operand, or two joined by `+` or `-`. */
export type Expression = {
  readonly first: Operand;
  readonly rest?: {readonly sign: '+' | '-'; readonly operand: Operand};
};

/** The value of an expression, or which value is missing, in words. */
export type Evaluated = {readonly value: Json} | {readonly missing: string};

/** A word, number or sign of a short text, and how many characters in it begins. */
export type Token = {
  readonly kind: 'number' | 'word' | 'quoted' | 'symbol';
  readonly text: string;
  readonly offset: number;
};

const tokenPattern =
  /\s*(?:(?<number>-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.]))|(?<word>[A-Za-z_][\w-]*(?:\.[\w-]+)*)|"(?<quoted>[^"]*)"|(?<symbol>[=!<>]=|[<>+-]))/uy;

/** Cut a short text into numbers, words, quoted words and signs. */
export function tokenise(text: string): Parsed<readonly Token[]> {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < end) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) {
      const offset = start + text.slice(start).search(/\S/u);
      return fault(`\`${text.slice(offset, end)}\` cannot be read here.`, expressionHint, offset);
    }
    const [kind, token] = Object.entries(match.groups!).find(([, value]) => value !== undefined)!;
    const width = token!.length + (kind === 'quoted' ? 2 : 0);
    tokens.push({kind: kind as Token['kind'], text: token!, offset: tokenPattern.lastIndex - width});
  }
  return {value: tokens};
}

const expressionHint = 'Write a path such as `test.accuracy`, a number, or two of them with ` + ` or ` - ` between.';

/** Read a sum of one or two operands whose paths begin with a run's name: `unscaled.test.accuracy`. */
export function parseExpression(text: string): Parsed<Expression> {
  const tokens = tokenise(text);
  if ('fault' in tokens) return tokens;
  return parseSum(tokens.value, text.length, namedRunOperand);
}

/** Read one or two operands from tokens; `readOperand` says what a word stands for. */
export function parseSum(
  tokens: readonly Token[],
  end: number,
  readOperand: (token: Token) => Parsed<Operand>,
): Parsed<Expression> {
  const [firstToken, sign, secondToken, extra] = tokens;
  if (firstToken === undefined) return fault('A value is missing here.', expressionHint, end);
  const first = firstToken.kind === 'symbol' ? unexpected(firstToken) : readOperand(firstToken);
  if ('fault' in first) return first;
  if (sign === undefined) return {value: {first: first.value}};
  if (sign.text !== '+' && sign.text !== '-') return unexpected(sign);
  if (secondToken === undefined) return fault(`A value is missing after \`${sign.text}\`.`, expressionHint, end);
  const second = secondToken.kind === 'symbol' ? unexpected(secondToken) : readOperand(secondToken);
  if ('fault' in second) return second;
  if (extra !== undefined) return unexpected(extra);
  return {value: {first: first.value, rest: {sign: sign.text, operand: second.value}}};
}

function namedRunOperand(token: Token): Parsed<Operand> {
  if (token.kind === 'number') return {value: {kind: 'number', value: Number(token.text)}};
  const [run, ...path] = token.text.split('.');
  if (path.length === 0) {
    return fault(
      `\`${token.text}\` names no value.`,
      'Write the run, a dot and the value: `unscaled.test.accuracy`.',
      token.offset,
    );
  }
  return {value: {kind: 'path', run: run!, path}};
}

/** The value of an expression over finished runs; sums need numbers on both sides. */
export function evaluateExpression({first, rest}: Expression, results: Results): Evaluated {
  const left = evaluateOperand(first, results);
  if (rest === undefined || 'missing' in left) return left;
  const right = evaluateOperand(rest.operand, results);
  if ('missing' in right) return right;
  if (typeof left.value !== 'number' || typeof right.value !== 'number') {
    return {missing: `\`${operandSource(first)}\` and \`${operandSource(rest.operand)}\` are not both numbers.`};
  }
  return {value: rest.sign === '+' ? left.value + right.value : left.value - right.value};
}

function evaluateOperand(operand: Operand, results: Results): Evaluated {
  if (operand.kind !== 'path') return {value: operand.value};
  const result = results[operand.run];
  if (result === undefined)
    return {missing: missingRun[operand.run] ?? `The run \`${operand.run}\` has not been made yet.`};
  const value = readPath(result, operand.path);
  return value === undefined ? {missing: `The run has no \`${operand.path.join('.')}\`.`} : {value};
}

const missingRun: {readonly [run: string]: string} = {
  result: 'There is no run yet.',
  before: 'There is no earlier run to compare with.',
};

/** Write an operand the way an author does. */
export function operandSource(operand: Operand): string {
  if (operand.kind !== 'path') return String(operand.value);
  return operand.run === 'result' ? operand.path.join('.') : [operand.run, ...operand.path].join('.');
}

/** The operands of an expression: one or two. */
export function operandsOf({first, rest}: Expression): readonly Operand[] {
  return rest === undefined ? [first] : [first, rest.operand];
}

/** The names of the runs that an expression reads from. */
export function runsOf(expression: Expression): readonly string[] {
  return operandsOf(expression).flatMap(operand => (operand.kind === 'path' ? [operand.run] : []));
}

function unexpected(token: Token): {readonly fault: Fault} {
  return fault(`\`${token.text}\` is not expected here.`, expressionHint, token.offset);
}

/** A failed reading. */
export function fault(message: string, hint: string, offset: number): {readonly fault: Fault} {
  return {fault: {message, hint, offset}};
}
