import type {BinaryOperator} from '../../../ml/expression/syntax.ts';
import {cannotExport} from '../cannot-export.ts';
import type {CreatedColumn} from '../fitted-steps.ts';
import {type ExpressionForms, foldExpression} from '../fold-expression.ts';
import type {Graph, Tensor} from './graph.ts';

/** How an expression reaches the columns: numbers as n × 1 floats, words as 1 where they are equal to one. */
export type ColumnAccess = {
  readonly number: (name: string) => Tensor;
  readonly isWord: (name: string, word: string) => Tensor;
};

const arithmetic: {readonly [O in BinaryOperator]?: string} = {
  '+': 'Add',
  '-': 'Sub',
  '*': 'Mul',
  '/': 'Div',
  '**': 'Pow',
};
const comparisons: {readonly [O in BinaryOperator]?: string} = {
  '<': 'Less',
  '<=': 'LessOrEqual',
  '>': 'Greater',
  '>=': 'GreaterOrEqual',
  '==': 'Equal',
};
const functions: {readonly [name: string]: string} = {
  log: 'Log',
  sqrt: 'Sqrt',
  abs: 'Abs',
  round: 'Round',
  min: 'Min',
  max: 'Max',
};

/**
 * Compute a created column in the graph; where it has no value stands what it was given in training.
 *
 * @throws {KnownError} `bad_setting` for the functions of dates and of the length of words, which ONNX does not have.
 */
export function createColumn(graph: Graph, {ast, fill}: CreatedColumn, columns: ColumnAccess): Tensor {
  const value = foldExpression(ast, formsFor(graph, columns));
  return graph.op('Where', [graph.op('IsNaN', [value]), graph.floats([fill]), value]);
}

function formsFor(graph: Graph, columns: ColumnAccess): ExpressionForms<Tensor> {
  const constant = (value: number) => graph.floats([value]);
  const number = (condition: Tensor) => graph.op('Cast', [condition], {to: {int: 1}});
  const gapsOf = (inputs: readonly Tensor[]) =>
    inputs.map(input => graph.op('IsNaN', [input])).reduce((all, next) => graph.op('Or', [all, next]));
  const gapWhere = (condition: Tensor, value: Tensor) => graph.op('Where', [condition, constant(Number.NaN), value]);
  /** What is infinite or made of a gap is a gap, as everywhere in this program. */
  const known = (value: Tensor, inputs: readonly Tensor[]) =>
    gapWhere(graph.op('Or', [gapsOf(inputs), graph.op('IsInf', [value])]), value);
  const isZero = (value: Tensor) => graph.op('Equal', [value, constant(0)]);
  const isTrue = (value: Tensor) => graph.op('Not', [isZero(value)]);
  return {
    number: constant,
    column: columns.number,
    negate: operand => graph.op('Neg', [operand]),
    not: operand => known(number(isZero(operand)), [operand]),
    binary(operator, left, right) {
      const inputs = [left, right];
      if (operator === '%') return known(modulo(graph, left, right), inputs);
      const type = arithmetic[operator];
      if (type) return known(graph.op(type, inputs), inputs);
      if (operator === '!=') return known(number(graph.op('Not', [graph.op('Equal', inputs)])), inputs);
      const comparison = comparisons[operator];
      if (comparison) return known(number(graph.op(comparison, inputs)), inputs);
      return known(number(graph.op(operator === 'and' ? 'And' : 'Or', inputs.map(isTrue))), inputs);
    },
    isWord: columns.isWord,
    call: (name, inputs) =>
      name === 'log1p'
        ? known(graph.op('Log', [graph.op('Add', [inputs[0]!, constant(1)])]), inputs)
        : known(graph.op(functions[name]!, inputs), inputs),
    ofWords(name) {
      throw cannotExport(
        `${name}(…) in features.create`,
        'ONNX',
        'Compute that column in the data before it comes in.',
      );
    },
    choose: (condition, then, otherwise) =>
      gapWhere(graph.op('IsNaN', [condition]), graph.op('Where', [isTrue(condition), then, otherwise])),
  };
}

// The rest has the sign of the divisor: x − ⌊x / y⌋ · y.
function modulo(graph: Graph, left: Tensor, right: Tensor): Tensor {
  const times = graph.op('Floor', [graph.op('Div', [left, right])]);
  return graph.op('Sub', [left, graph.op('Mul', [times, right])]);
}
