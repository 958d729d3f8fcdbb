import {KnownError} from '../../errors.ts';
import {expressionError} from './problem.ts';
import type {BinaryOperator, Definition, Expression} from './syntax.ts';
import {readTokens, type Token} from './tokens.ts';

// How tightly each operator binds, as in Python.
const strength: ReadonlyMap<string, number> = new Map([
  ['or', 1],
  ['and', 2],
  ...['<', '<=', '>', '>=', '==', '!='].map(sign => [sign, 4] as const),
  ...['+', '-'].map(sign => [sign, 5] as const),
  ...['*', '/', '%'].map(sign => [sign, 6] as const),
  ['**', 8],
]);
const comparison = 4;
const minus = 7;
const not = 3;
const deepest = 50;
const longest = 2000;

/**
 * Read the definition of a created feature, such as `hours_per_euro = watch_hours / monthly_fee`.
 *
 * Operators, from loose to tight: `or`; `and`; `not`; `< <= > >= == !=`; `+ -`; `* / %`; a minus sign; `**`.
 *
 * @throws {KnownError} `bad_expression` with the text and a mark under the first character that is wrong.
 */
export function parseExpression(text: string): Definition {
  if (text.length > longest) {
    const hint = 'Cut it into several created features.';
    throw new KnownError(
      'bad_expression',
      `An expression has at most ${longest} characters, this one ${text.length}.`,
      {hint},
    );
  }
  const reader = openReader(text);
  const name = reader.next();
  if (name.kind !== 'word' && name.kind !== 'column') {
    throw reader.wrong(name, 'A created feature starts with its name.', example);
  }
  if (isKeyword(name)) throw reader.wrong(name, `\`${name.text}\` is a word of the language, not a name.`, example);
  if (!isSign(reader.peek(), '=')) throw reader.wrong(reader.peek(), 'After the name comes one `=`.', example);
  reader.next();
  const ast = parse(reader, 0, 0);
  if (reader.peek().kind !== 'end') throw notExpected(reader);
  return {text, name: name.text, ast, columns: [...new Set(columnsOf(ast))]};
}

const example = 'Write it as `name = expression`, such as `hours_per_euro = watch_hours / monthly_fee`.';

type Reader = {
  peek(): Token;
  next(): Token;
  wrong(token: Token, message: string, hint: string): Error;
};

function openReader(text: string): Reader {
  const tokens = readTokens(text);
  let place = 0;
  return {
    peek: () => tokens[place]!,
    next: () => tokens[Math.min(place++, tokens.length - 1)]!,
    wrong: (token, message, hint) => expressionError(text, token.at, message, hint),
  };
}

function parse(reader: Reader, least: number, depth: number): Expression {
  let left = parseOperand(reader, least, depth);
  let compared = false;
  for (;;) {
    const token = reader.peek();
    const binds = operatorStrength(token);
    if (binds === undefined || binds < least) return left;
    if (binds === comparison && compared) {
      throw reader.wrong(token, 'Compare two things at a time.', 'Write `low < x and x < high`, or add parentheses.');
    }
    reader.next();
    compared = binds === comparison;
    // A power groups from the right, all others from the left.
    const right = parse(reader, token.text === '**' ? binds : binds + 1, depth + 1);
    left = {kind: 'binary', at: token.at, operator: token.text as BinaryOperator, left, right};
  }
}

function parseOperand(reader: Reader, least: number, depth: number): Expression {
  const token = reader.next();
  const {at, text, kind} = token;
  if (depth > deepest) throw reader.wrong(token, 'This is nested too deeply.', 'Cut it into several created features.');
  if (kind === 'number') return {kind: 'number', at, value: Number(text)};
  if (kind === 'text') return {kind: 'text', at, text};
  if (kind === 'column') return {kind: 'column', at, name: text};
  if (isSign(token, '-')) return {kind: 'unary', at, operator: '-', operand: parse(reader, minus, depth + 1)};
  if (isSign(token, '(')) return closeAfter(reader, token, parse(reader, 0, depth + 1));
  if (kind === 'word' && text === 'not') {
    if (least > not) throw reader.wrong(token, '`not` cannot stand here.', 'Put parentheses around it: `(not x)`.');
    return {kind: 'unary', at, operator: 'not', operand: parse(reader, not, depth + 1)};
  }
  if (kind === 'word' && !isKeyword(token)) {
    return isSign(reader.peek(), '(') ? parseCall(reader, token, depth) : {kind: 'column', at, name: text};
  }
  const found = kind === 'end' ? 'The expression stops here' : `\`${text}\` stands here`;
  throw reader.wrong(token, `${found}, where a column, a number or a function is needed.`, example);
}

function parseCall(reader: Reader, name: Token, depth: number): Expression {
  const open = reader.next();
  const inputs: Expression[] = [];
  while (inputs.length === 0 || isSign(reader.peek(), ',')) {
    if (inputs.length > 0) reader.next();
    inputs.push(parse(reader, 0, depth + 1));
  }
  return closeAfter(reader, open, {kind: 'call', at: name.at, name: name.text, inputs});
}

function closeAfter(reader: Reader, open: Token, inside: Expression): Expression {
  if (isSign(reader.peek(), ')')) {
    reader.next();
    return inside;
  }
  if (reader.peek().kind !== 'end') throw notExpected(reader);
  throw reader.wrong(open, 'This parenthesis is never closed.', 'Add a `)` where it ends.');
}

function notExpected(reader: Reader): Error {
  const token = reader.peek();
  if (isSign(token, '=')) return reader.wrong(token, 'A single `=` stands here.', 'Write `==` to compare.');
  const message = `\`${token.text}\` stands here, where an operator such as \`+\` or the end is needed.`;
  return reader.wrong(token, message, 'Put an operator between the two, or backticks around a name with spaces.');
}

function operatorStrength(token: Token): number | undefined {
  return token.kind === 'sign' || token.kind === 'word' ? strength.get(token.text) : undefined;
}

function isSign(token: Token, sign: string): boolean {
  return token.kind === 'sign' && token.text === sign;
}

function isKeyword(token: Token): boolean {
  return token.kind === 'word' && ['and', 'or', 'not'].includes(token.text);
}

function columnsOf(ast: Expression): readonly string[] {
  if (ast.kind === 'column') return [ast.name];
  if (ast.kind === 'unary') return columnsOf(ast.operand);
  if (ast.kind === 'binary') return [...columnsOf(ast.left), ...columnsOf(ast.right)];
  return ast.kind === 'call' ? ast.inputs.flatMap(columnsOf) : [];
}
