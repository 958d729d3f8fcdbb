import type {BinaryOperator} from '../../../ml/expression/syntax.ts';
import {indicatorName} from '../columns.ts';
import type {CreatedColumn, FittedSteps} from '../fitted-steps.ts';
import {type ExpressionForms, foldExpression} from '../fold-expression.ts';
import {pythonCall, pythonComment} from '../python/layout.ts';
import {pythonNumber, pythonString} from '../python/literal.ts';

/**
 * A part of an expression in Python: how it is written, and how tightly it holds together.
 *
 * Infinity is no value here but one in numpy. Where `loose`, it can only come out as infinity or NaN at the end, where
 * both become gaps, and the part is written as a person would; elsewhere, as in a divisor, it is made a gap at once.
 */
type Written = {
  readonly write: (loose: boolean) => string;
  readonly strength: number;
  /** No column is in it, so Python and not numpy would compute it. */
  readonly constant: boolean;
};

const [whole, product, sum] = [3, 2, 1];
const loosely: {readonly [O in BinaryOperator]?: number} = {'+': sum, '-': sum, '*': product, '/': product};

const ufuncs: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'mod',
  '**': 'power',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
  '==': 'equal',
  '!=': 'not_equal',
  and: 'logical_and',
  or: 'logical_or',
  log: 'log',
  log1p: 'log1p',
  sqrt: 'sqrt',
  abs: 'absolute',
  round: 'round',
  min: 'minimum',
  max: 'maximum',
};
const dateParts = {year: 'year', month: 'month', day: 'day', weekday: 'dayofweek'} as const;

/** Helpers that expressions may call, each put into the script where it is used. */
const helpers: {readonly [name: string]: string} = {
  known: `def known(function, *inputs):
    """Apply a numpy function; what is missing, infinite or no number gives a gap."""
    inputs = [np.asarray(values, dtype=float) for values in inputs]
    result = np.asarray(function(*inputs), dtype=float)
    gap = ~np.isfinite(result)
    for values in inputs:
        gap = gap | np.isnan(values)
    return np.where(gap, np.nan, result)`,
  choose: `def choose(condition, then, otherwise):
    """One or the other, row by row; a gap where the condition is one."""
    return np.where(np.isnan(condition), np.nan, np.where(condition != 0, then, otherwise))`,
  is_word: `def is_word(column, word):
    """1 where a column says that word, 0 where it says another, a gap where it says nothing."""
    return (column == word).astype(float).where(column.notna())`,
  date_of: `def date_of(column):
    return pd.to_datetime(column.str[:10], format='%Y-%m-%d', errors='coerce').dt`,
};

/**
 * The list of created columns, each as a Python function of the table, and the helpers that they call.
 *
 * @returns the parts of a script: helpers first, the list last.
 */
export function createdSection({created, impute}: FittedSteps): readonly string[] {
  const forms = formsFor(impute.indicated);
  const entries = created.map(({name, text, ast}: CreatedColumn) => {
    const formula = `lambda X: ${foldExpression(ast, forms).write(true)}`;
    return `${pythonComment(text, '    ')}\n    ${pythonCall('', [pythonString(name), formula], 5).replaceAll('\n', '\n    ')},`;
  });
  const list = `CREATED = [\n${entries.join('\n')}\n]`;
  const used = Object.entries(helpers).filter(([name]) => list.includes(`${name}(`));
  return [...used.map(([, source]) => source), list];
}

function formsFor(indicated: readonly string[]): ExpressionForms<Written> {
  const column = (name: string) => `X[${pythonString(columnInScript(name, indicated))}]`;
  const ofColumn = (text: string): Written => ({write: () => text, strength: whole, constant: false});
  return {
    number: forNumber,
    column: name => ofColumn(column(name)),
    negate: operand => ({...operand, write: loose => `-${inside(operand, product + 1, loose)}`, strength: product}),
    not: operand => known('equal', [operand, forNumber(0)]),
    binary: (operator, left, right) => infix(operator, left, right) ?? known(ufuncs[operator]!, [left, right]),
    isWord: (name, word) => ofColumn(`is_word(${column(name)}, ${pythonString(word)})`),
    call: (name, [first, ...others]) => {
      const ufunc = ufuncs[name]!;
      return others.length === 0
        ? known(ufunc, [first!])
        : others.reduce((all, next) => known(ufunc, [all, next]), first!);
    },
    ofWords: (name, from) =>
      ofColumn(name === 'length' ? `${column(from)}.str.len()` : `date_of(${column(from)}).${dateParts[name]}`),
    choose: (...inputs) => ({
      write: () => `choose(${inputs.map(input => input.write(false)).join(', ')})`,
      strength: whole,
      constant: false,
    }),
  };
}

function forNumber(value: number): Written {
  return {write: () => pythonNumber(value), strength: whole, constant: true};
}

/** A sum, a product or a quotient with its own sign, where Python's arithmetic does the same. */
function infix(operator: BinaryOperator, left: Written, right: Written): Written | undefined {
  const strength = loosely[operator];
  const constant = left.constant && right.constant;
  if (strength === undefined || constant) return undefined;
  const isDivision = operator === '/';
  const write = (loose: boolean) => {
    if (isDivision && !loose) return known('divide', [left, right]).write(false);
    return `${inside(left, strength, loose)} ${operator} ${inside(right, strength + 1, loose && !isDivision)}`;
  };
  return {write, strength, constant};
}

/** In parentheses where it holds together less tightly than its place needs. */
function inside(part: Written, least: number, loose: boolean): string {
  return part.strength < least ? `(${part.write(loose)})` : part.write(loose);
}

function known(ufunc: string, inputs: readonly Written[]): Written {
  return {
    write: () => `known(np.${ufunc}, ${inputs.map(input => input.write(false)).join(', ')})`,
    strength: whole,
    constant: false,
  };
}

/** scikit-learn's imputer has its own names for the columns that say where gaps were. */
export function columnInScript(name: string, indicated: readonly string[]): string {
  const column = indicated.find(candidate => indicatorName(candidate) === name);
  return column === undefined ? name : `missingindicator_${column}`;
}
