/**
 * The few parts of protocol buffers that an ONNX file is made of. A message is the bytes of its fields one after
 * another; a field is its number and kind, then its value.
 *
 * @see https://protobuf.dev/programming-guides/encoding/
 */
export type Message = Uint8Array;

const [isNumber, isBytes, isFloat] = [0, 2, 5];
const encoder = new TextEncoder();

/** Put the fields of a message together. */
export function message(...fields: readonly Message[]): Message {
  const bytes = new Uint8Array(fields.reduce((sum, field) => sum + field.length, 0));
  let at = 0;
  for (const field of fields) {
    bytes.set(field, at);
    at += field.length;
  }
  return bytes;
}

/** A whole number. */
export function numberField(field: number, value: number): Message {
  return Uint8Array.from([...tag(field, isNumber), ...varint(value)]);
}

/** Bytes: another message, a text or a packed list. */
export function bytesField(field: number, bytes: Uint8Array): Message {
  return message(Uint8Array.from([...tag(field, isBytes), ...varint(bytes.length)]), bytes);
}

/** A text, in UTF-8. */
export function textField(field: number, text: string): Message {
  return bytesField(field, encoder.encode(text));
}

/** A number in single precision. */
export function floatField(field: number, value: number): Message {
  return message(Uint8Array.from(tag(field, isFloat)), bytesOf(Float32Array.of(value)));
}

/** A list of numbers in single precision. */
export function floatsField(field: number, values: readonly number[]): Message {
  return bytesField(field, bytesOf(Float32Array.from(values)));
}

/** A list of whole numbers. */
export function numbersField(field: number, values: readonly number[]): Message {
  return bytesField(field, Uint8Array.from(values.flatMap(varint)));
}

/** Numbers as ONNX keeps them: little endian, whatever this machine does. */
export function bytesOf(values: Float32Array | Float64Array | BigInt64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  const size = values.BYTES_PER_ELEMENT;
  values.forEach((value: number | bigint, place: number) => {
    if (typeof value === 'bigint') view.setBigInt64(place * size, value, true);
    else if (size === 4) view.setFloat32(place * size, value, true);
    else view.setFloat64(place * size, value, true);
  });
  return new Uint8Array(view.buffer);
}

function tag(field: number, kind: number): number[] {
  return varint(field * 8 + kind);
}

/** Seven bits to a byte, the lowest first; the eighth says that more follow. Negative numbers take ten bytes. */
function varint(value: number): number[] {
  if (value < 0) return bigVarint(BigInt.asUintN(64, BigInt(value)));
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

function bigVarint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) + 128);
  return [...bytes, Number(rest)];
}
