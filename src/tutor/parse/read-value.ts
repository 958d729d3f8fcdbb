import type {JsonSchema, Schema} from '../schema/build.ts';
import {suggestName} from '../text/nearest.ts';
import {readConstant, readScalar} from './read-scalar.ts';
import type {PlainRecord, Reader} from './reader.ts';
import {complain, describe, invalid, isOfType, isRecord, missingField, nameOf, show, wrongType} from './reader.ts';
import type {Locate, Reading, ValuePath} from './source.ts';

/**
 * Check a plain value against a schema, fill in defaults and read its small languages.
 *
 * A wrong item of a list or map is left out, and so is a wrong field that may be absent; a record that lacks
 * something it needs is wrong as a whole. Every problem is reported.
 */
export function readValue<T>(value: unknown, schema: Schema<T>, locate: Locate): Reading<T> {
  const reader = {locate, problems: []};
  const read = readNode(value, schema, [], reader);
  return {value: read === invalid ? undefined : (read as T), problems: reader.problems};
}

function readNode(value: unknown, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  if (schema.anyOf !== undefined) return readAny(value, schema, path, reader);
  if (schema.oneOf !== undefined) return readKind(value, schema, path, reader);
  if (schema.const !== undefined) return readConstant(value, schema, path, reader);
  if (schema.type === 'object') return readObject(value, schema, path, reader);
  if (schema.type === 'array') return readList(value, schema, path, reader);
  return schema.type === undefined || schema.type === 'null' ? value : readScalar(value, schema, path, reader);
}

function readAny(value: unknown, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  const fitting = schema.anyOf!.find(option => isOfType(value, option.type));
  return fitting === undefined ? wrongType(value, schema, path, reader) : readNode(value, fitting, path, reader);
}

function readKind(value: unknown, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  if (!isRecord(value)) return wrongType(value, {...schema, type: 'object'}, path, reader);
  const [first] = schema.oneOf!;
  const tag = Object.keys(first!.properties!).find(name => first!.properties![name]!.const !== undefined)!;
  const kinds = schema.oneOf!.map(option => String(option.properties![tag]!.const));
  const chosen = kinds.indexOf(String(value[tag]));
  if (chosen >= 0) return readNode(value, schema.oneOf![chosen]!, path, reader);
  if (!(tag in value)) return missingField(tag, {description: `one of ${kinds.join(', ')}`}, path, reader);
  const message = `\`${tag}\` is ${show(value[tag])}, which is not one of ${kinds.join(', ')}.`;
  return complain(reader, [...path, tag], message, suggestName(String(value[tag]), kinds));
}

function readList(value: unknown, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  if (!Array.isArray(value)) return wrongType(value, schema, path, reader);
  const {minItems = 0, maxItems = Number.POSITIVE_INFINITY} = schema;
  if (value.length < minItems || value.length > maxItems) {
    const wanted = value.length < minItems ? `at least ${minItems}` : `at most ${maxItems}`;
    complain(reader, path, `\`${nameOf(path)}\` has ${value.length} items, but needs ${wanted}.`, describe(schema));
  }
  return value
    .map((item, index) => readNode(item, schema.items ?? {}, [...path, index], reader))
    .filter(item => item !== invalid);
}

function readObject(value: unknown, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  if (!isRecord(value)) return wrongType(value, schema, path, reader);
  if (schema.properties === undefined) return readMap(value, schema, path, reader);
  const isOpen = schema.additionalProperties === true;
  // Records that people write carry their place; stored ones keep what a newer version added.
  const read: {[name: string]: unknown} = isOpen ? {...value} : {at: reader.locate(path)};
  let isWhole = true;
  for (const [name, field] of Object.entries(schema.properties)) {
    const item = readField(value, name, field, schema.required!.includes(name), path, reader);
    if (item === invalid) isWhole = false;
    if (item === undefined || item === invalid) delete read[name];
    else read[name] = item;
  }
  if (!isOpen) reportUnknownFields(value, schema, path, reader);
  return isWhole ? read : invalid;
}

function readField(
  record: PlainRecord,
  name: string,
  field: JsonSchema,
  isRequired: boolean,
  path: ValuePath,
  reader: Reader,
): unknown {
  if (!Object.hasOwn(record, name)) return isRequired ? missingField(name, field, path, reader) : field.default;
  const read = readNode(record[name], field, [...path, name], reader);
  return read === invalid && !isRequired ? field.default : read;
}

function readMap(value: PlainRecord, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  const entries = Object.entries(value).map(
    ([name, item]) => [name, readNode(item, values, [...path, name], reader)] as const,
  );
  return Object.fromEntries(entries.filter(([, item]) => item !== invalid));
}

function reportUnknownFields(value: PlainRecord, schema: JsonSchema, path: ValuePath, reader: Reader): void {
  const known = Object.keys(schema.properties!);
  for (const name of Object.keys(value).filter(key => !known.includes(key))) {
    complain(
      reader,
      path,
      `There is no field \`${name}\` here.`,
      unknownFieldHint(name, known),
      reader.locate(path, {key: name}),
    );
  }
}

/** In `{text: one, two}` the comma ends the text; what comes after it looks like a field. */
function unknownFieldHint(name: string, known: readonly string[]): string {
  return /[\s.!?]/u.test(name)
    ? 'A comma ended the text before it: put that text in quotes.'
    : suggestName(name, known);
}
