import type {Expression, Operand, Parsed, Token} from './expression.ts';
import {fault, parseSum, tokenise} from './expression.ts';
import type {Json} from './result.ts';

const relations = ['==', '!=', '<', '<=', '>', '>=', 'has', 'lacks'] as const;
/** How the two sides of a condition are compared. */
export type Relation = (typeof relations)[number];

/** Something that is true or false of a run, such as `test.accuracy > before.test.accuracy + 0.05`. */
export type Condition = {
  readonly source: string;
  readonly left: Expression;
  readonly relation: Relation;
  readonly right: Expression;
};

// A dotted word after these is a path, the fields of a lab's actions among them; any other word on the right stands for itself.
const roots =
  /^(?:before|result|test|train|baseline|cross_validation|repeated|metrics|data|split|steps|confusion|roc|tuning|pipeline|honest_metrics|explanation|learning_curve|plan|failed|verification|diff|predict|shelf|merge|month|batches|monitor|policies|export)\./u;
const wholePaths: readonly string[] = ['before.fingerprint', 'fingerprint', 'before.test_uses', 'test_uses'];
const conditionHint = 'Write `path relation value`, such as `test.accuracy >= 0.9` or `warnings has leak.target_like`.';

/** Read a condition; a fault says how many characters in it stands. */
export function parseCondition(source: string): Parsed<Condition> {
  const tokens = tokenise(source);
  if ('fault' in tokens) return tokens;
  const at = tokens.value.findIndex(isRelation);
  const sign = tokens.value[at];
  if (sign === undefined) return fault(`\`${source}\` compares nothing.`, conditionHint, 0);
  const relation = sign.text as Relation;
  const left = parseSum(tokens.value.slice(0, at), sign.offset, pathOperand);
  if ('fault' in left) return left;
  const asWord = relation === 'has' || relation === 'lacks';
  const right = parseSum(tokens.value.slice(at + 1), source.length, asWord ? wordOperand : rightOperand);
  if ('fault' in right) return right;
  return {value: {source, left: left.value, relation, right: right.value}};
}

function isRelation(token: Token): boolean {
  return token.kind !== 'quoted' && relations.some(relation => relation === token.text);
}

function pathOperand(token: Token): Parsed<Operand> {
  if (token.kind === 'number') return {value: {kind: 'number', value: Number(token.text)}};
  if (token.kind === 'quoted') return fault(`"${token.text}" is a word, not a path.`, conditionHint, token.offset);
  const path = token.text.split('.');
  const run = path[0] === 'before' || path[0] === 'result' ? path.shift()! : 'result';
  if (path.length === 0) return fault(`\`${run}\` names no value.`, `Write \`${run}.test.accuracy\`.`, token.offset);
  return {value: {kind: 'path', run, path}};
}

function rightOperand(token: Token): Parsed<Operand> {
  const isPath = token.kind === 'word' && (roots.test(token.text) || wholePaths.includes(token.text));
  return isPath || token.kind === 'number' ? pathOperand(token) : wordOperand(token);
}

const constants: {readonly [word: string]: Json} = {true: true, false: false, null: null, none: null};

function wordOperand(token: Token): Parsed<Operand> {
  if (token.kind === 'number') return {value: {kind: 'number', value: Number(token.text)}};
  const isConstant = token.kind === 'word' && Object.hasOwn(constants, token.text);
  return {value: {kind: 'word', value: isConstant ? constants[token.text]! : token.text}};
}
