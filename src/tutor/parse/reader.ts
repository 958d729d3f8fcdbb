import type {Place, Problem} from '../../errors.ts';
import type {JsonSchema} from '../schema/build.ts';
import type {Locate, ValuePath} from './source.ts';

/** Stands for a value that has been complained about; what holds it is left out, or dropped in turn. */
export const invalid = Symbol('invalid');

/** Where values stand, and the problems found so far. */
export type Reader = {readonly locate: Locate; readonly problems: Problem[]};
/** A map of names and values not yet checked. */
export type PlainRecord = {readonly [name: string]: unknown};

/** Report a field that must be there. */
export function missingField(name: string, field: JsonSchema, path: ValuePath, reader: Reader): typeof invalid {
  const place = path.length === 0 ? 'this file' : `\`${nameOf(path)}\``;
  return complain(reader, path, `\`${name}\` is missing in ${place}.`, `Add \`${name}: …\`. ${describe(field)}`);
}

/** Report a value of another type than wanted. */
export function wrongType(value: unknown, schema: JsonSchema, path: ValuePath, reader: Reader): typeof invalid {
  const wanted = schema.type === undefined ? 'a number or text' : typeWords[schema.type];
  const name = path.length === 0 ? 'This file' : `\`${nameOf(path)}\``;
  return complain(reader, path, `${name} is ${show(value)}, but must be ${wanted}.`, describe(schema));
}

const typeWords = {
  string: 'text (put it in quotes)',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of names and values',
  null: 'empty',
} as const;

/** Tell whether a value has a type of JSON Schema. */
export function isOfType(value: unknown, type: JsonSchema['type']): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'null') return value === null;
  return type === undefined || typeof value === type;
}

/** Tell whether a value is a map of names and values. */
export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Write a wrong value into a message. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : typeof value === 'string' ? `\`${value}\`` : String(value);
}

/** The description of a schema as a sentence. */
export function describe(schema: JsonSchema): string {
  return `${schema.description ?? 'See lessons/README.md'}.`.replace(/\.\.$/u, '.');
}

/** The name of a value for a message: its own, or its list's with the position, counted from 1. */
export function nameOf(path: ValuePath): string {
  const last = path.at(-1);
  return typeof last === 'number' ? `${path.at(-2) ?? 'item'} ${last + 1}` : (last ?? 'this file');
}

/** Report a problem and stand in for the value it is about. */
export function complain(reader: Reader, path: ValuePath, message: string, hint: string, at?: Place): typeof invalid {
  reader.problems.push({message, hint, at: at ?? reader.locate(path)});
  return invalid;
}
