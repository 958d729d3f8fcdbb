import {expect, test} from 'vitest';
import {KnownError} from '../../../src/errors.ts';
import {parseExpression} from '../../../src/ml/expression/parse.ts';
import type {Expression} from '../../../src/ml/expression/syntax.ts';

// The tree with every parenthesis written out.
function show(ast: Expression): string {
  switch (ast.kind) {
    case 'number':
      return String(ast.value);
    case 'text':
      return `"${ast.text}"`;
    case 'column':
      return ast.name;
    case 'unary':
      return `(${ast.operator} ${show(ast.operand)})`;
    case 'binary':
      return `(${show(ast.left)} ${ast.operator} ${show(ast.right)})`;
    case 'call':
      return `${ast.name}(${ast.inputs.map(show).join(', ')})`;
  }
}

function failure(text: string): KnownError {
  try {
    parseExpression(text);
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

test.each([
  ['a + b * c - d', '((a + (b * c)) - d)'],
  ['-a ** 2', '(- (a ** 2))'],
  ['2 ** -a', '(2 ** (- a))'],
  ['a ** b ** c', '(a ** (b ** c))'],
  ['a / b % c', '((a / b) % c)'],
  ['not a == b and c or d', '(((not (a == b)) and c) or d)'],
  ['(a < b) == c', '((a < b) == c)'],
  ['a < b and b < c', '((a < b) and (b < c))'],
  ['if(a > 1.5e1, .5, min(a, b, 2))', 'if((a > 15), 0.5, min(a, b, 2))'],
  [`plan == "it's" or plan != 'no'`, `((plan == "it's") or (plan != "no"))`],
  ['`unit price` * größe_2', '(unit price * größe_2)'],
  ['log * log(log)', '(log * log(log))'],
])('%s is read as %s, with the precedence of Python', (text, shown) => {
  expect(show(parseExpression(`new = ${text}`).ast)).toBe(shown);
});

test('a definition knows its name and the columns it reads, each once', () => {
  const {name, columns} = parseExpression('`per euro` = b / (a + b) + c * 2');
  expect(name).toBe('per euro');
  expect(columns).toEqual(['b', 'a', 'c']);
});

test('the tree survives JSON', () => {
  const definition = parseExpression('x = if(plan == "a", -b, 2)');
  expect(JSON.parse(JSON.stringify(definition))).toEqual(definition);
});

test.each([
  ['x = a @ b', 6, /cannot be read/],
  ['x = a ^ 2', 6, /cannot be read/],
  ['x = "open', 4, /cannot be read/],
  ['x = a b', 6, /where an operator/],
  ['x = (a + b', 4, /never closed/],
  ['x = a +', 7, /stops here/],
  ['x = a + )', 8, /`\)` stands here/],
  ['x = a < b < c', 10, /two things at a time/],
  ['x = a = b', 6, /single `=`/],
  ['x = a + not b', 8, /cannot stand here/],
  ['x = log()', 8, /`\)` stands here/],
  ['x', 1, /one `=`/],
  ['and = a', 0, /word of the language/],
  ['', 0, /starts with its name/],
  ['3 = a', 0, /starts with its name/],
])('%s is refused with a mark at character %i', (text, at, message) => {
  const error = failure(text);
  expect(error.code).toBe('bad_expression');
  expect(error.message).toMatch(message);
  expect(error.message.split('\n').slice(1)).toEqual([`  ${text}`, `  ${' '.repeat(at)}^`]);
  expect(error.hint).toMatch(/^[A-Z].*\.$/);
  expect(error.at).toEqual({column: at + 1});
});

test('the sign of another language is answered with ours', () => {
  expect(failure('x = a && b').hint).toContain('`and`');
  expect(failure('x = a ^ b').hint).toContain('`**`');
});

test('line breaks keep the mark in place', () => {
  expect(failure('x =\n a @ b').message).toContain('x =  a @ b\n         ^');
});

test('what is nested without end or far too long is refused, not a crash', () => {
  expect(failure(`x = ${'('.repeat(900)}`).message).toContain('nested too deeply');
  expect(failure(`x = ${'-'.repeat(900)}a`).message).toContain('nested too deeply');
  expect(failure(`x = ${'a+'.repeat(2000)}a`).message).toContain('at most 2000 characters');
});
