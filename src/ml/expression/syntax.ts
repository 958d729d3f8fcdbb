/** Where a part of an expression stands: the offset of its first character in the text. */
type At = {readonly at: number};

/** The operators that stand before one operand. */
export type UnaryOperator = '-' | 'not';
/** The operators that stand between two operands. */
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '**' | '<' | '<=' | '>' | '>=' | '==' | '!=' | 'and' | 'or';

/** An expression as a tree, in plain data. */
export type Expression =
  | (At & {readonly kind: 'number'; readonly value: number})
  | (At & {readonly kind: 'text'; readonly text: string})
  | (At & {readonly kind: 'column'; readonly name: string})
  | (At & {readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression})
  | (At & {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (At & {readonly kind: 'call'; readonly name: string; readonly inputs: readonly Expression[]});

/** One created feature: `name = expression`. */
export type Definition = {
  readonly text: string;
  readonly name: string;
  readonly ast: Expression;
  /** The columns it reads, each once, in the order they come in the text. */
  readonly columns: readonly string[];
};

/** Finds the candidate that a mistyped word was probably meant to be. */
export type Suggest = (word: string, candidates: readonly string[]) => string | undefined;
