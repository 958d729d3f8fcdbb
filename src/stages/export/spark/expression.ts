import type {BinaryOperator} from '../../../ml/expression/syntax.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {type ExpressionForms, foldExpression} from '../fold-expression.ts';
import {pythonCall, pythonComment} from '../python/layout.ts';
import {pythonNumber, pythonString} from '../python/literal.ts';
import type {SparkNames} from './names.ts';

const infix: readonly BinaryOperator[] = ['+', '-', '*', '<', '<=', '>', '>=', '==', '!='];
const functions: {readonly [name: string]: string} = {
  log: 'log',
  log1p: 'log1p',
  sqrt: 'sqrt',
  abs: 'abs',
  round: 'bround',
  min: 'least',
  max: 'greatest',
};
const wordFunctions = {length: 'length', year: 'year', month: 'month', day: 'dayofmonth', weekday: 'weekday'} as const;

const known = `def known(value, *inputs):
    """A gap where anything that goes in is one, or what comes out is infinite or no number."""
    value = F.when(~F.isnan(value) & (F.abs(value) != float('inf')), value)
    for column in inputs:
        value = F.when(column.isNotNull(), value)
    return value`;

/** The list of created columns as expressions of Spark, and the helper that they call. */
export function createdSection({created}: FittedSteps, names: SparkNames): readonly string[] {
  const forms = formsFor(names);
  const entries = created.map(({name, text, ast}) => {
    const pair = pythonCall('', [pythonString(names(name)), `lambda: ${foldExpression(ast, forms)}`], 5);
    return `${pythonComment(text, '    ')}\n    ${pair.replaceAll('\n', '\n    ')},`;
  });
  return [known, `CREATED = [\n${entries.join('\n')}\n]`];
}

function formsFor(names: SparkNames): ExpressionForms<string> {
  const column = (name: string) => `F.col(${pythonString(names(name))})`;
  const number = (condition: string) => `(${condition}).cast('double')`;
  const isTrue = (text: string) => `(${text} != 0)`;
  return {
    number: value => `F.lit(${pythonNumber(value)})`,
    column,
    negate: operand => `(-${operand})`,
    not: operand => number(`${operand} == 0`),
    binary(operator, left, right) {
      if (operator === '/') return `F.try_divide(${left}, ${right})`;
      if (operator === '%') return `F.when(${right} != 0, F.pmod(${left}, ${right}))`;
      if (operator === '**') return `known(F.pow(${left}, ${right}), ${left}, ${right})`;
      if (operator === 'and' || operator === 'or') {
        const both = `${isTrue(left)} ${operator === 'and' ? '&' : '|'} ${isTrue(right)}`;
        return `known(${number(both)}, ${left}, ${right})`;
      }
      const written = `${left} ${infix.find(sign => sign === operator)} ${right}`;
      return ['+', '-', '*'].includes(operator) ? `(${written})` : number(written);
    },
    isWord: (name, word) => number(`${column(name)} == ${pythonString(word)}`),
    call(name, inputs) {
      const written = `F.${functions[name]!}(${inputs.join(', ')})`;
      return name === 'abs' || name === 'round' ? written : `known(${[written, ...inputs].join(', ')})`;
    },
    ofWords: (name, from) =>
      name === 'length' ? `F.length(${column(from)})` : `F.${wordFunctions[name]}(F.to_date(F.substring(${column(from)}, 1, 10)))`,
    choose: (condition, then, otherwise) =>
      `F.when(${condition}.isNotNull(), F.when(${condition} != 0, ${then}).otherwise(${otherwise}))`,
  };
}
