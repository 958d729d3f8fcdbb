import type {Random} from '../../data/random.ts';
import type {Json} from '../../engine/value.ts';
import type {Setting} from '../../ml/setting.ts';
import {type Reading, readSetting} from '../read-setting.ts';

/** A range of numbers to draw from: evenly, evenly in the logarithm, or whole numbers with both ends. */
const kinds = ['uniform', 'log_uniform', 'int'] as const;
type RangeKind = (typeof kinds)[number];
export type Range = {readonly [kind in RangeKind]?: readonly [number, number]};

/** Read a range such as `{log_uniform: [0.001, 100]}`; both ends must be values that the setting takes. */
export function readRange(
  name: string,
  setting: Setting<unknown>,
  raw: {readonly [key: string]: unknown},
  method: string,
): Reading {
  const [kind, ...others] = Object.keys(raw);
  const example = setting.kind.type === 'integer' ? '`{int: [1, 9]}`' : '`{log_uniform: [0.001, 100]}`';
  if (!kinds.some(known => known === kind) || others.length > 0) {
    const hint = `A range is one of ${kinds.join(', ')}, such as ${example}.`;
    return {problem: `\`${name}\` is no list of values and no range.`, hint};
  }
  if (method === 'grid' || method === 'halving') {
    const hint = `Write a list of values, such as \`${name}: [1, 2]\`, or search with \`method: random\`.`;
    return {problem: `\`method: ${method}\` tries every value, and \`${name}\` is a range without end.`, hint};
  }
  const ends = raw[kind!];
  if (!isPair(ends) || !(ends[0] < ends[1])) {
    const problem = `\`${name}: {${kind}: …}\` needs a lower and a higher end.`;
    return {problem, hint: `Write both, such as ${example}.`};
  }
  return checkEnds(name, setting, kind as RangeKind, ends);
}

function checkEnds(name: string, setting: Setting<unknown>, kind: RangeKind, ends: readonly [number, number]): Reading {
  const {type} = setting.kind;
  if (type !== 'number' && type !== 'integer') {
    const values = setting.kind.type === 'choice' ? setting.kind.choices.join(', ') : '…';
    return {problem: `\`${name}\` is no number.`, hint: `Write a list of values, such as \`${name}: [${values}]\`.`};
  }
  if (type === 'integer' && kind !== 'int') {
    const hint = `Write \`${name}: {int: [${ends.map(Math.round).join(', ')}]}\`.`;
    return {problem: `\`${name}\` takes whole numbers only.`, hint};
  }
  if (kind === 'int' && !ends.every(Number.isInteger)) {
    const hint = `Write whole ones, or \`${name}: {uniform: [${ends.join(', ')}]}\`.`;
    return {problem: `\`${name}: {int: …}\` needs whole numbers at both ends.`, hint};
  }
  if (kind === 'log_uniform' && ends[0] <= 0) {
    const problem = `\`${name}: {log_uniform: …}\` starts at ${ends[0]}, which has no logarithm.`;
    return {problem, hint: 'Start above 0, such as `{log_uniform: [0.001, 100]}`.'};
  }
  const wrong = ends.map(end => readSetting(name, setting, end)).find(reading => 'problem' in reading);
  return wrong ?? {value: {[kind]: ends}};
}

/** Draw one value of a range; a broken number has four digits, which is all that a search can tell apart. */
export function drawFrom({uniform, log_uniform: log, int}: Range, random: Random): number {
  if (int) return int[0] + random.below(int[1] - int[0] + 1);
  if (uniform) return within(uniform, uniform[0] + random.next() * (uniform[1] - uniform[0]));
  const [low, high] = log!.map(Math.log) as [number, number];
  return within(log!, Math.exp(low + random.next() * (high - low)));
}

function within([low, high]: readonly [number, number], value: number): number {
  return Math.min(high, Math.max(low, Number(value.toPrecision(4))));
}

/** Tell a range from a list of values. */
export function isRange(values: Json): values is Range {
  return typeof values === 'object' && values !== null && !Array.isArray(values);
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}
