import type {BinaryOperator} from '../../../ml/expression/syntax.ts';
import type {FittedSteps} from '../fitted-steps.ts';
import {type ExpressionForms, foldExpression} from '../fold-expression.ts';
import {pythonCall, pythonComment} from '../python/layout.ts';
import {pythonNumber, pythonString} from '../python/literal.ts';
import type {SparkNames} from './names.ts';

/** A part of an expression: its text, how tightly it holds together, and whether it is a bare number. */
type Written = {readonly text: string; readonly strength: number; readonly bare: boolean};

const [whole, product, sum, comparison] = [4, 3, 2, 1];
const strengths: {readonly [O in BinaryOperator]?: number} = {
  '*': product,
  '+': sum,
  '-': sum,
  '<': comparison,
  '<=': comparison,
  '>': comparison,
  '>=': comparison,
  '==': comparison,
  '!=': comparison,
};
const calls: Readonly<Record<string, string>> = {
  '/': 'F.try_divide',
  '%': 'remainder',
  '**': 'power',
  and: 'both',
  or: 'either',
  log: 'F.log',
  log1p: 'F.log1p',
  sqrt: 'root',
  abs: 'F.abs',
  round: 'F.bround',
  min: 'smallest',
  max: 'largest',
};
const wordFunctions = {length: 'length', year: 'year', month: 'month', day: 'dayofmonth', weekday: 'weekday'} as const;

/** Helpers that expressions may call, each put into the script where it is used. Spark itself hands gaps on. */
const helpers: {readonly [name: string]: string} = {
  finite: `def finite(value):
    """A gap where a result is infinite or no number."""
    return F.when(~F.isnan(value) & (F.abs(value) != float('inf')), value)`,
  power: `def power(base, exponent):
    return F.when(base.isNotNull() & exponent.isNotNull(), finite(F.pow(base, exponent)))`,
  root: `def root(value):
    return F.when(value >= 0, F.sqrt(value))`,
  remainder: `def remainder(value, divisor):
    """What is left after dividing, with the sign of the divisor."""
    return F.when(divisor != 0, value - F.floor(value / divisor) * divisor)`,
  both: `def both(left, right):
    return F.when(left.isNotNull() & right.isNotNull(), ((left != 0) & (right != 0)).cast('double'))`,
  either: `def either(left, right):
    return F.when(left.isNotNull() & right.isNotNull(), ((left != 0) | (right != 0)).cast('double'))`,
  smallest: `def smallest(left, right):
    return F.when(left.isNotNull() & right.isNotNull(), F.least(left, right))`,
  largest: `def largest(left, right):
    return F.when(left.isNotNull() & right.isNotNull(), F.greatest(left, right))`,
  choose: `def choose(condition, then, otherwise):
    return F.when(condition.isNotNull(), F.when(condition != 0, then).otherwise(otherwise))`,
  date_of: `def date_of(name):
    return F.to_date(F.substring(F.col(name), 1, 10))`,
};

/** The list of created columns as expressions of Spark, and the helpers that they call. */
export function createdSection({created}: FittedSteps, names: SparkNames): readonly string[] {
  const forms = formsFor(names);
  const entries = created.map(({name, text, ast}) => {
    const formula = `lambda: ${alone(foldExpression(ast, forms))}`;
    const pair = pythonCall('', [pythonString(names(name)), formula], 5);
    return `${pythonComment(text, '    ')}\n    ${pair.replaceAll('\n', '\n    ')},`;
  });
  const list = `CREATED = [\n${entries.join('\n')}\n]`;
  const isUsed = (name: string) => list.includes(`${name}(`) || (name === 'finite' && list.includes('power('));
  return [...Object.entries(helpers).flatMap(([name, source]) => (isUsed(name) ? [source] : [])), list];
}

function formsFor(names: SparkNames): ExpressionForms<Written> {
  const written = (text: string, strength = whole): Written => ({text, strength, bare: false});
  const call = (name: string, inputs: readonly Written[]) =>
    written(`${calls[name]!}(${inputs.map(alone).join(', ')})`);
  const asNumber = (text: string) => written(`(${text}).cast('double')`);
  return {
    number: value => ({text: pythonNumber(value), strength: whole, bare: true}),
    column: name => written(`F.col(${pythonString(names(name))})`),
    negate: operand => written(`-${inside(operand, whole)}`, product),
    not: operand => asNumber(`${inside(operand, sum)} == 0`),
    binary(operator, left, right) {
      const strength = strengths[operator];
      if (strength === undefined) return call(operator, [left, right]);
      // Two bare numbers would be computed by Python, and a comparison would give no column.
      const first = left.bare && right.bare ? alone(left) : inside(left, Math.max(strength, sum));
      const text = `${first} ${operator} ${inside(right, strength === sum ? product : strength + 1)}`;
      return strength === comparison ? asNumber(text) : written(text, strength);
    },
    isWord: (name, word) => asNumber(`F.col(${pythonString(names(name))}) == ${pythonString(word)}`),
    call: (name, [first, ...others]) =>
      others.length === 0 ? call(name, [first!]) : others.reduce((all, next) => call(name, [all, next]), first!),
    ofWords(name, from) {
      const column = pythonString(names(from));
      return written(name === 'length' ? `F.length(${column})` : `F.${wordFunctions[name]}(date_of(${column}))`);
    },
    choose: (...inputs) => written(`choose(${inputs.map(alone).join(', ')})`),
  };
}

/** As an argument or a whole formula, where a bare number has to be made a column. */
function alone({text, bare}: Written): string {
  return bare ? `F.lit(${text})` : text;
}

/** In parentheses where it holds together less tightly than its place needs. */
function inside({text, strength}: Written, least: number): string {
  return strength < least ? `(${text})` : text;
}
