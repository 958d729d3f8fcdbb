import type {Condition, Relation} from './condition.ts';
import type {Evaluated, Expression, Operand} from './expression.ts';
import {evaluateExpression, operandSource} from './expression.ts';
import {shortNumber} from './format.ts';
import type {Json, RunResult} from './result.ts';
import {isList, isNamed} from './result.ts';

/** The run a condition is about, and the run before it where there is one. */
export type RunPair = {readonly result: RunResult; readonly before?: RunResult | undefined};

/** Whether a condition holds, the two values that were compared, and the same as a sentence. */
export type ConditionCheck = {
  readonly holds: boolean;
  readonly left: Json;
  readonly right: Json;
  readonly words: string;
};

/** Check a condition against a run; a value the run does not have makes it not hold, and `words` says which. */
export function checkCondition(condition: Condition, {result, before}: RunPair): ConditionCheck {
  const results = {result, before};
  const left = evaluateExpression(condition.left, results);
  const right = evaluateExpression(condition.right, results);
  if ('missing' in left || 'missing' in right) {
    return {
      holds: false,
      left: valueOrNull(left),
      right: valueOrNull(right),
      words: [left, right].flatMap(missingOf).join(' '),
    };
  }
  const holds = compare[condition.relation](left.value, right.value);
  return {holds, left: left.value, right: right.value, words: sentence(condition, left.value, right.value, holds)};
}

function valueOrNull(evaluated: Evaluated): Json {
  return 'missing' in evaluated ? null : evaluated.value;
}

function missingOf(evaluated: Evaluated): readonly string[] {
  return 'missing' in evaluated ? [evaluated.missing] : [];
}

// Sums such as 0.9 + 0.05 miss their decimal value by less than this.
const slack = 1e-9;

const compare: {readonly [relation in Relation]: (left: Json, right: Json) => boolean} = {
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
  '<': (left, right) => areNumbers(left, right) && Number(left) < Number(right) - slack,
  '<=': (left, right) => areNumbers(left, right) && Number(left) <= Number(right) + slack,
  '>': (left, right) => areNumbers(left, right) && Number(left) > Number(right) + slack,
  '>=': (left, right) => areNumbers(left, right) && Number(left) >= Number(right) - slack,
  has,
  lacks: (left, right) => !has(left, right),
};

function isEqual(left: Json, right: Json): boolean {
  if (areNumbers(left, right)) return Math.abs(Number(left) - Number(right)) <= slack;
  // Settings that are off are `none` in a pipeline file and null in JSON.
  return left === right || (left === 'none' && right === null) || JSON.stringify(left) === JSON.stringify(right);
}

function areNumbers(left: Json, right: Json): boolean {
  return typeof left === 'number' && typeof right === 'number';
}

function has(left: Json, right: Json): boolean {
  if (typeof left === 'string') return left.includes(String(right));
  if (left === null || typeof left !== 'object') return false;
  return isList(left) ? left.some(item => isNamed(item, String(right)) || item === right) : String(right) in left;
}

const verbs: {readonly [relation in Relation]: readonly [holds: string, fails: string]} = {
  '==': ['is', 'is not'],
  '!=': ['differs from', 'does not differ from'],
  '<': ['is less than', 'is not less than'],
  '<=': ['is at most', 'is more than'],
  '>': ['is more than', 'is not more than'],
  '>=': ['is at least', 'is less than'],
  has: ['has', 'does not have'],
  lacks: ['does not have', 'has'],
};

function sentence(condition: Condition, left: Json, right: Json, holds: boolean): string {
  const verb = verbs[condition.relation][holds ? 0 : 1];
  const subject = nameExpression(condition.left);
  if (condition.relation === 'has' || condition.relation === 'lacks') {
    // Words looked for in a text would run into the sentence.
    return `${subject} ${verb} ${typeof left === 'string' ? `“${write(right)}”` : write(right)}.`;
  }
  const isOrder = condition.relation.startsWith('<') || condition.relation.startsWith('>');
  if (isOrder && !areNumbers(left, right))
    return `${subject} (${write(left)}) cannot be compared with ${write(right)}.`;
  const isSum = condition.right.first.kind === 'path';
  const object = isSum ? `${nameExpression(condition.right)} (${write(right)})` : write(right);
  return `${subject} (${write(left)}) ${verb} ${object}.`;
}

function nameExpression({first, rest}: Expression): string {
  return rest === undefined ? nameOperand(first) : `${nameOperand(first)} ${rest.sign} ${nameOperand(rest.operand)}`;
}

function nameOperand(operand: Operand): string {
  if (operand.kind === 'number') return shortNumber(operand.value);
  if (operand.kind === 'word') return write(operand.value);
  const source = operandSource({...operand, run: 'result'});
  return operand.run === 'before' ? `${source} of the run before` : source;
}

function write(value: Json): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  return value === null ? 'none' : typeof value === 'string' ? value : JSON.stringify(value);
}
