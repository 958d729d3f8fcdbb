/** Plain data that survives JSON. */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};

/** What travels between steps: plain data in which long runs of numbers may be typed arrays. */
export type Value = Json | Float64Array | Int32Array | readonly Value[] | {readonly [key: string]: Value};

/**
 * Write JSON so that equal data gives equal text: keys sorted by UTF-16 unit, no spaces, and the numbers that
 * JSON cannot write (NaN, ±Infinity, −0) spelled out instead of silently turned into `null` or 0.
 *
 * @param standIn - asked for every object and array, in the order in which they are written, what to write in its place.
 */
export function canonicalJson(value: Json): string;
export function canonicalJson(value: Value, standIn: (item: object) => Json | undefined): string;
export function canonicalJson(value: Value, standIn?: (item: object) => Json | undefined): string {
  if (typeof value === 'number') return canonicalNumber(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const other = standIn?.(value);
  if (other !== undefined) return canonicalJson(other);
  const write = (item: Value) => canonicalJson(item, standIn!);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  const items = value as {readonly [key: string]: Value};
  const keys = Object.keys(items).sort();
  return `{${keys.map(key => `${JSON.stringify(key)}:${write(items[key]!)}`).join(',')}}`;
}

function canonicalNumber(value: number): string {
  return JSON.stringify(spellNumber(value));
}

function spellNumber(value: number): Json {
  if (Object.is(value, -0)) return {$number: '-0'};
  return Number.isFinite(value) ? value : {$number: String(value)};
}

/** Write JSON that keeps the order of keys and every number, those included that JSON cannot write. */
export function writeJson(value: Json, indent = 0): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === 'number' ? spellNumber(item) : item), indent);
}

/** Read what `writeJson` wrote. @throws {SyntaxError} as `JSON.parse` does. */
export function readJson(text: string): Json {
  return text.includes('"$number"') ? JSON.parse(text, (_, item) => reviveNumber(item)) : JSON.parse(text);
}

/** Undo what `canonicalJson` and `writeJson` did to a number that JSON cannot write. */
export function reviveNumber(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$number' in value)) return value;
  return Number(value.$number);
}
