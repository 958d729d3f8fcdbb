import type {BinaryOperator, Expression} from '../../ml/expression/syntax.ts';

/** How one language writes the parts of a created feature; `T` is what it writes, a text or the name of a tensor. */
export type ExpressionForms<T> = {
  number(value: number): T;
  /** A column of numbers. */
  column(name: string): T;
  negate(operand: T): T;
  /** 1 where the operand is 0, else 0. */
  not(operand: T): T;
  binary(operator: BinaryOperator, left: T, right: T): T;
  /** 1 where a column of words says that word, else 0. */
  isWord(column: string, word: string): T;
  /** A function of numbers, by the name that expressions give it. */
  call(name: string, inputs: readonly T[]): T;
  /** A function of a column of words or dates. */
  ofWords(name: 'length' | 'year' | 'month' | 'day' | 'weekday', column: string): T;
  choose(condition: T, then: T, otherwise: T): T;
};

const wordFunctions: readonly string[] = ['length', 'year', 'month', 'day', 'weekday'];

/** Write an expression that is known to be right in another language, from its leaves up. */
export function foldExpression<T>(node: Expression, forms: ExpressionForms<T>): T {
  const fold = (part: Expression) => foldExpression(part, forms);
  switch (node.kind) {
    case 'number':
      return forms.number(node.value);
    case 'column':
      return forms.column(node.name);
    case 'unary':
      return node.operator === '-' ? forms.negate(fold(node.operand)) : forms.not(fold(node.operand));
    case 'binary':
      return foldEquality(node, forms) ?? forms.binary(node.operator, fold(node.left), fold(node.right));
    case 'call':
      return foldCall(node, forms);
    case 'text':
      throw new Error('A quoted text stands where a number is needed.');
  }
}

function foldEquality<T>(node: Expression & {kind: 'binary'}, forms: ExpressionForms<T>): T | undefined {
  const [quoted, other] = node.left.kind === 'text' ? [node.left, node.right] : [node.right, node.left];
  if (quoted.kind !== 'text' || other.kind !== 'column') return undefined;
  const isWord = forms.isWord(other.name, quoted.text);
  return node.operator === '==' ? isWord : forms.not(isWord);
}

function foldCall<T>({name, inputs}: Expression & {kind: 'call'}, forms: ExpressionForms<T>): T {
  const [first] = inputs;
  if (wordFunctions.includes(name) && first?.kind === 'column') {
    return forms.ofWords(name as Parameters<ExpressionForms<T>['ofWords']>[0], first.name);
  }
  const folded = inputs.map(input => foldExpression(input, forms));
  if (name === 'if') return forms.choose(folded[0]!, folded[1]!, folded[2]!);
  return forms.call(name, folded);
}
