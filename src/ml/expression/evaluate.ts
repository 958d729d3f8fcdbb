import {type Column, findColumn, isNumeric, type LevelColumn, type Table} from '../../data/table.ts';
import {dateFunctions, foldFunctions, functionNames, numberFunctions} from './functions.ts';
import {operators} from './operators.ts';
import {expressionError} from './problem.ts';
import type {Definition, Expression, Suggest} from './syntax.ts';

type Call = Extract<Expression, {kind: 'call'}>;
type Binary = Extract<Expression, {kind: 'binary'}>;
type Place = {readonly definition: Definition; readonly table: Table; readonly suggest: Suggest};

/**
 * Compute a created feature for every row.
 *
 * A comparison gives 1 or 0. A gap in what is read, and a result that is no number (x / 0, the logarithm of 0, a square
 * root below 0), makes a gap; only the branch that `if` does not take may hold one. `%` has the sign of the divisor and
 * `round` takes a half to the even neighbour, as in numpy. `weekday` is 0 on a Monday. `length` counts characters.
 *
 * @param suggest - finds the name that a mistyped one was meant to be.
 * @returns n numbers in the unit that the expression has; gaps are NaN.
 * @throws {KnownError} `bad_expression` where a column or a function does not exist, or words are used as numbers; the
 *   message shows the place. A table without rows is enough to find out.
 */
export function evaluate(definition: Definition, table: Table, suggest: Suggest): Float64Array {
  return numbersOf({definition, table, suggest}, definition.ast);
}

function numbersOf(place: Place, node: Expression): Float64Array {
  switch (node.kind) {
    case 'number':
      return new Float64Array(place.table.rows).fill(finite(node.value));
    case 'text':
      throw wrong(
        place,
        node,
        'A quoted text is no number.',
        'Compare a column of words with it by `==` or `!=`: `plan == "family"`.',
      );
    case 'column':
      return columnNumbers(place, node);
    case 'unary': {
      const negate =
        node.operator === '-' ? (x: number) => 0 - x : (x: number) => (Number.isNaN(x) ? x : Number(x === 0));
      return numbersOf(place, node.operand).map(negate);
    }
    case 'binary':
      return isEquality(node) ? equality(place, node) : combine(place, node);
    case 'call':
      return call(place, node);
  }
}

function combine(place: Place, node: Binary): Float64Array {
  const operator = operators[node.operator];
  const left = numbersOf(place, node.left);
  const right = numbersOf(place, node.right);
  return left.map((x, row) => {
    const y = right[row]!;
    return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : finite(operator(x, y));
  });
}

function call(place: Place, node: Call): Float64Array {
  const {name, inputs} = node;
  const ofNumber = numberFunctions.get(name);
  if (ofNumber) return numbersOf(place, only(place, node)).map(x => finite(ofNumber(x)));
  const fold = foldFunctions.get(name);
  if (fold) {
    requireInputs(place, node, inputs.length >= 2, 'at least two inputs');
    return inputs.map(input => numbersOf(place, input)).reduce((all, next) => all.map((x, row) => fold(x, next[row]!)));
  }
  const ofDate = dateFunctions.get(name);
  if (ofDate) return mapLevels(wordsOf(place, only(place, node), 'date'), ofDate);
  if (name === 'length') return mapLevels(wordsOf(place, only(place, node)), word => [...word].length);
  if (name === 'if') return choose(place, node);
  throw unknown(place, node, 'function', functionNames);
}

function choose(place: Place, node: Call): Float64Array {
  requireInputs(place, node, node.inputs.length === 3, 'three inputs: `if(condition, then, otherwise)`');
  const [condition, then, otherwise] = node.inputs.map(input => numbersOf(place, input));
  return condition!.map((x, row) => (Number.isNaN(x) ? x : (x !== 0 ? then : otherwise)![row]!));
}

function only(place: Place, node: Call): Expression {
  requireInputs(place, node, node.inputs.length === 1, 'one input');
  return node.inputs[0]!;
}

function requireInputs(place: Place, node: Call, fits: boolean, wanted: string): void {
  if (fits) return;
  throw wrong(
    place,
    node,
    `\`${node.name}\` takes ${wanted}, not ${node.inputs.length}.`,
    'Separate inputs by commas.',
  );
}

function isEquality(node: Binary): boolean {
  const hasText = node.left.kind === 'text' || node.right.kind === 'text';
  return hasText && (node.operator === '==' || node.operator === '!=');
}

function equality(place: Place, node: Binary): Float64Array {
  const [quoted, other] = node.left.kind === 'text' ? [node.left, node.right] : [node.right, node.left];
  if (quoted.kind !== 'text') throw new Error('An equality of words has no quoted text.');
  const whenEqual = node.operator === '==' ? 1 : 0;
  return mapLevels(wordsOf(place, other), word => (word === quoted.text ? whenEqual : 1 - whenEqual));
}

// Every level is looked at once, however many rows have it.
function mapLevels(column: LevelColumn, of: (word: string) => number): Float64Array {
  const values = column.levels.map(of);
  return Float64Array.from(column.codes, code => values[code] ?? Number.NaN);
}

function columnOf(place: Place, node: Expression & {readonly kind: 'column'}): Column {
  const column = findColumn(place.table, node.name);
  if (column) return column;
  const names = place.table.columns.map(({name}) => name);
  throw unknown(place, node, 'column', names);
}

function columnNumbers(place: Place, node: Expression & {readonly kind: 'column'}): Float64Array {
  const column = columnOf(place, node);
  if (isNumeric(column)) return column.values;
  const hint =
    column.type === 'date'
      ? `Take a part of it: year, month, day or weekday(${node.name}).`
      : `Compare it with a quoted word: \`${node.name} == "${column.levels[0] ?? 'word'}"\`, or take length(${node.name}).`;
  throw wrong(
    place,
    node,
    `The column \`${node.name}\` holds ${column.type === 'date' ? 'dates' : 'words'}, not numbers.`,
    hint,
  );
}

function wordsOf(place: Place, node: Expression, type?: 'date'): LevelColumn {
  const wanted = type === 'date' ? 'a date column' : 'a column of words';
  if (node.kind !== 'column') throw wrong(place, node, `Here must be ${wanted}.`, 'Write the name of a column.');
  const column = columnOf(place, node);
  if (!isNumeric(column) && (type === undefined || column.type === type)) return column;
  const hint =
    type === 'date' ? 'Dates are written YYYY-MM-DD; check the type of the column.' : 'Write numbers without quotes.';
  throw wrong(place, node, `The column \`${node.name}\` is not ${wanted}.`, hint);
}

function unknown(place: Place, node: {at: number; name: string}, what: string, names: readonly string[]): Error {
  const nearest = place.suggest(node.name, names);
  const hint = nearest === undefined ? `There are: ${names.join(', ')}.` : `Did you mean \`${nearest}\`?`;
  return wrong(place, node, `There is no ${what} \`${node.name}\`.`, hint);
}

function wrong(place: Place, node: {readonly at: number}, message: string, hint: string): Error {
  return expressionError(place.definition.text, node.at, message, hint);
}

// What is no number becomes a gap, and −0 becomes 0, so that equal results are equal byte for byte.
function finite(x: number): number {
  return Number.isFinite(x) ? x + 0 : Number.NaN;
}
