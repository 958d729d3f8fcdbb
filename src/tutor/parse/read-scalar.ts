import type {JsonSchema} from '../schema/build.ts';
import type {FormatName} from '../schema/formats.ts';
import {formats} from '../schema/formats.ts';
import {suggestName} from '../text/nearest.ts';
import type {Reader} from './reader.ts';
import {complain, describe, isOfType, nameOf, show, wrongType} from './reader.ts';
import type {ValuePath} from './source.ts';

/** Read text, a number or a truth value. */
export function readScalar(value: unknown, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  if (!isOfType(value, schema.type)) return wrongType(value, schema, path, reader);
  if (typeof value === 'number') return readNumber(value, schema, path, reader);
  return typeof value === 'string' ? readText(value, schema, path, reader) : value;
}

function readNumber(value: number, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  const {minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY} = schema;
  if (value >= minimum && value <= maximum) return value;
  const limit = value < minimum ? `at least ${minimum}` : `at most ${maximum}`;
  return complain(reader, path, `\`${nameOf(path)}\` is ${value}, but must be ${limit}.`, describe(schema));
}

function readText(value: string, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  const name = nameOf(path);
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const message = `\`${name}\` is \`${value}\`, which is not one of ${schema.enum.join(', ')}.`;
    return complain(reader, path, message, suggestName(value, schema.enum));
  }
  if (value.trim() === '' && schema.minLength !== undefined) {
    return complain(reader, path, `\`${name}\` is empty.`, describe(schema));
  }
  if (schema.format === undefined) return value;
  const parsed = formats[schema.format as FormatName](value);
  if (!('fault' in parsed)) return parsed.value;
  const {message, hint, offset} = parsed.fault;
  return complain(reader, path, message, hint, reader.locate(path, {offset}));
}

/** Read a value that can only be one thing. */
export function readConstant(value: unknown, schema: JsonSchema, path: ValuePath, reader: Reader): unknown {
  if (value === schema.const) return value;
  const message = `\`${nameOf(path)}\` is ${show(value)}, but must be ${show(schema.const)}.`;
  return complain(reader, path, message, `Write \`${nameOf(path)}: ${String(schema.const)}\`.`);
}
