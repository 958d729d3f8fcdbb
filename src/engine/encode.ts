import {canonicalJson, type Json, reviveNumber, type Value} from './value.ts';

const magic = 'MLPT1\n';
type ArrayMark = {readonly $array: 'f64' | 'i32' | 'list'; readonly offset: number; readonly length: number};

/**
 * Write a value as bytes, the same bytes for equal values.
 *
 * Layout: `MLPT1\n`, the length of the head as 8 hexadecimal digits, `\n`, the head (canonical JSON in which every
 * typed array is a mark with its place), then the typed arrays one after another, little endian, 8-byte aligned.
 * Every NaN is written as the same NaN: hardware knows many, and equal tables must give equal bytes.
 */
export function encodeValue(value: Value): Uint8Array {
  const arrays: Array<Float64Array | Int32Array> = [];
  let offset = 0;
  const mark = (array: Float64Array | Int32Array, $array: ArrayMark['$array']): Json => {
    const place = {$array, offset, length: array.length};
    arrays.push(array);
    offset += Math.ceil(array.byteLength / 8) * 8;
    return place;
  };
  const head = new TextEncoder().encode(canonicalJson(value, item => markArray(item, mark)));
  const start = magic.length + 9 + head.length;
  const bytes = new Uint8Array(start + offset);
  bytes.set(new TextEncoder().encode(`${magic}${head.length.toString(16).padStart(8, '0')}\n`));
  bytes.set(head, magic.length + 9);
  let at = start;
  for (const array of arrays) {
    bytes.set(bytesOf(array), at);
    at += Math.ceil(array.byteLength / 8) * 8;
  }
  return bytes;
}

type Mark = (array: Float64Array | Int32Array, kind: ArrayMark['$array']) => Json;

function markArray(value: object, mark: Mark): Json | undefined {
  if (value instanceof Float64Array) return mark(value, 'f64');
  if (value instanceof Int32Array) return mark(value, 'i32');
  return isLongNumberList(value) ? mark(Float64Array.from(value), 'list') : undefined;
}

/** A fitted state may hold many thousand plain numbers (k-NN keeps its rows): as bytes they are small and quick. */
function isLongNumberList(value: object): value is readonly number[] {
  return Array.isArray(value) && value.length > 64 && value.every(item => typeof item === 'number');
}

function bytesOf(array: Float64Array | Int32Array): Uint8Array {
  const clean = array instanceof Float64Array && array.includes(Number.NaN) ? withOneNaN(array) : array;
  return new Uint8Array(clean.buffer, clean.byteOffset, clean.byteLength);
}

function withOneNaN(array: Float64Array): Float64Array {
  const bits = new BigUint64Array(array.slice().buffer);
  for (let index = 0; index < array.length; index++) {
    if (Number.isNaN(array[index])) bits[index] = 0x7ff8000000000000n;
  }
  return new Float64Array(bits.buffer);
}

/**
 * Read back what `encodeValue` wrote.
 * @throws {Error} when the bytes are not of that form: the caller treats a damaged object as absent.
 */
export function decodeValue(bytes: Uint8Array): Value {
  const text = new TextDecoder();
  if (text.decode(bytes.subarray(0, magic.length)) !== magic) throw new Error('Not a stored value.');
  const headLength = Number.parseInt(text.decode(bytes.subarray(magic.length, magic.length + 8)), 16);
  const start = magic.length + 9 + headLength;
  const head: unknown = JSON.parse(text.decode(bytes.subarray(magic.length + 9, start)));
  return unmark(head, place => readArray(bytes, start, place));
}

function unmark(value: unknown, read: (mark: ArrayMark) => Value): Value {
  if (Array.isArray(value)) return value.map(item => unmark(item, read));
  if (value === null || typeof value !== 'object') return value as Json;
  if ('$array' in value) return read(value as ArrayMark);
  if ('$number' in value) return reviveNumber(value) as number;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, unmark(item, read)]));
}

function readArray(bytes: Uint8Array, start: number, {$array, offset, length}: ArrayMark): Value {
  const size = $array === 'i32' ? 4 : 8;
  const from = start + offset;
  if (from + length * size > bytes.length) throw new Error('A stored value is cut short.');
  // A copy, because a view needs an aligned start and the file's head has any length; a Buffer's own slice is a view.
  const copy = Uint8Array.prototype.slice.call(bytes, from, from + length * size).buffer;
  if ($array === 'i32') return new Int32Array(copy);
  const numbers = new Float64Array(copy);
  return $array === 'list' ? Array.from(numbers) : numbers;
}
