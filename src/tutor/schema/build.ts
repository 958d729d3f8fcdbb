import type {Place} from '../../errors.ts';
import type {Json} from '../figures/result.ts';
import type {FormatName, FormatValues} from './formats.ts';
import {patternOf} from './formats.ts';

/** The part of JSON Schema (2020-12) that content and progress files are described with. */
export type JsonSchema = {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null';
  readonly description?: string;
  readonly properties?: {readonly [name: string]: JsonSchema};
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly const?: Json;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
  readonly default?: Json;
};

declare const valueType: unique symbol;

/** A JSON Schema that also knows, for the compiler, what TypeScript value it describes. */
export type Schema<T> = JsonSchema & {readonly [valueType]?: T};
/** The value that a schema describes. */
export type ValueOf<S> = S extends {readonly [valueType]?: infer T} ? T : never;

/** A field that may be left out; with `always` the reader puts the default in its place. */
export type OptionalField<T, Always extends boolean> = {readonly optional: Schema<T>; readonly always: Always};
type Field = Schema<unknown> | OptionalField<unknown, boolean>;
type Fields = {readonly [name: string]: Field};

type MaybeAbsent<F extends Fields> = {[K in keyof F]: F[K] extends OptionalField<unknown, false> ? K : never}[keyof F];
type FieldValue<F> = F extends OptionalField<infer T, boolean> ? T : ValueOf<F>;
type Flat<T> = {[K in keyof T]: T[K]};
type FieldValues<F extends Fields> = {readonly [K in Exclude<keyof F, MaybeAbsent<F>>]: FieldValue<F[K]>} & {
  readonly [K in MaybeAbsent<F>]?: FieldValue<F[K]>;
};

/** Text on one or more lines. */
export function text(description: string): Schema<string> {
  return {type: 'string', description, minLength: 1};
}

/** Text in one of the small languages of `formats.ts`, such as a condition; it is read into its value. */
export function parsed<F extends FormatName>(format: F, description: string): Schema<FormatValues[F]> {
  const pattern = patternOf(format);
  return {type: 'string', description, minLength: 1, format, ...(pattern === undefined ? {} : {pattern})};
}

/** One of a few words. */
export function word<const C extends readonly string[]>(choices: C, description: string): Schema<C[number]> {
  return {type: 'string', description, enum: choices};
}

/** Exactly this value. */
export function literal<const T extends string | number | boolean>(value: T): Schema<T> {
  return {const: value};
}

type Bounds = {readonly minimum?: number; readonly maximum?: number};

/** A number within bounds. */
export function number(description: string, bounds: Bounds = {}): Schema<number> {
  return {type: 'number', description, ...bounds};
}

/** A whole number within bounds. */
export function integer(description: string, bounds: Bounds = {}): Schema<number> {
  return {type: 'integer', description, ...bounds};
}

/** True or false. */
export function flag(description: string): Schema<boolean> {
  return {type: 'boolean', description};
}

/** Any plain value. */
export function anything(description: string): Schema<Json> {
  return {description};
}

type Size = {readonly minItems?: number; readonly maxItems?: number};

/** A list whose items all have one shape. */
export function list<T>(items: Schema<T>, description: string, size: Size = {}): Schema<readonly T[]> {
  return {type: 'array', description, items, ...size};
}

/** Values under names that the author chooses. */
export function map<T>(values: Schema<T>, description: string): Schema<{readonly [name: string]: T}> {
  return {type: 'object', description, additionalProperties: values};
}

/** A number or a text, whichever is written. */
export function either<A, B>(first: Schema<A>, second: Schema<B>, description: string): Schema<A | B> {
  return {description, anyOf: [first, second]};
}

/** A value, or `null` where there is none. */
export function orNull<T>(schema: Schema<T>): Schema<T | null> {
  return {description: schema.description ?? '', anyOf: [schema, {type: 'null'}]};
}

/** One of several records told apart by the word under `tag`. */
export function oneKindOf<const R extends readonly Schema<object>[]>(
  records: R,
  description: string,
): Schema<ValueOf<R[number]>> {
  return {description, oneOf: records};
}

/** A record that a person writes: unknown fields are mistakes, and its value carries the place it stands `at`. */
export function record<const F extends Fields>(
  description: string,
  fields: F,
): Schema<Flat<{readonly at: Place} & FieldValues<F>>> {
  return {...fieldsSchema(description, fields), additionalProperties: false};
}

/** A record that the product writes: unknown fields belong to a newer version and are kept. */
export function openRecord<const F extends Fields>(description: string, fields: F): Schema<Flat<FieldValues<F>>> {
  return {...fieldsSchema(description, fields), additionalProperties: true};
}

/** A field that may be left out. */
export function optional<T>(schema: Schema<T>): OptionalField<T, false> {
  return {optional: schema, always: false};
}

/** A field that has a default where it is left out. */
export function withDefault<T>(schema: Schema<T>, fallback: T & Json): OptionalField<T, true> {
  return {optional: {...schema, default: fallback}, always: true};
}

function fieldsSchema(description: string, fields: Fields): JsonSchema {
  const entries = Object.entries(fields);
  return {
    type: 'object',
    description,
    properties: Object.fromEntries(entries.map(([name, field]) => [name, isOptional(field) ? field.optional : field])),
    required: entries.filter(([, field]) => !isOptional(field)).map(([name]) => name),
  };
}

function isOptional(field: Field): field is OptionalField<unknown, boolean> {
  return 'optional' in field;
}
