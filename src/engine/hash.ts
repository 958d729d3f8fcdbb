import {createHash} from 'node:crypto';
import {encodeValue} from './encode.ts';
import {canonicalJson, type Json, type Value} from './value.ts';

/** The sha256 of bytes or text, as 64 hexadecimal digits. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The hash of plain data, the same for equal data in any key order. */
export function hashJson(value: Json): string {
  return sha256(canonicalJson(value));
}

/** The hash of any value between steps: its fingerprint. */
export function fingerprint(value: Value): string {
  return `sha256:${sha256(encodeValue(value))}`;
}
