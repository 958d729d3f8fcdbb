import fc from 'fast-check';
import {expect, test} from 'vitest';
import {decodeValue, encodeValue} from '../../src/engine/encode.ts';
import {fingerprint} from '../../src/engine/hash.ts';
import {canonicalJson, readJson, type Value, writeJson} from '../../src/engine/value.ts';

test('a value with typed arrays, long lists and odd numbers survives being written and read', () => {
  const value: Value = {
    words: ['a', 'ä', '💡'],
    codes: Int32Array.of(3, -1, 0),
    numbers: Float64Array.of(0.1, Number.NaN, -0),
    list: Array.from({length: 100}, (_, index) => index / 7),
    nested: [{empty: new Float64Array(), nothing: null, yes: true, infinite: Number.NEGATIVE_INFINITY}],
  };
  expect(decodeValue(encodeValue(value))).toEqual(value);
});

test('bytes read from a file at any offset are decoded, whatever kind of array holds them', () => {
  const bytes = encodeValue({codes: Int32Array.of(1, 2, 3)});
  const shifted = Buffer.concat([Buffer.from('xyz'), bytes]).subarray(3);
  expect(decodeValue(shifted)).toEqual({codes: Int32Array.of(1, 2, 3)});
});

test('equal values give equal bytes whatever the order of their keys', () => {
  expect(fingerprint({b: 1, a: Float64Array.of(2)})).toBe(fingerprint({a: Float64Array.of(2), b: 1}));
});

test('every NaN is written as the same NaN', () => {
  const odd = new Float64Array(new BigUint64Array([0x7ff8000000000123n]).buffer);
  expect(fingerprint({column: odd})).toBe(fingerprint({column: Float64Array.of(Number.NaN)}));
});

test('bytes that are cut short or foreign are refused', () => {
  const bytes = encodeValue({numbers: new Float64Array(10)});
  expect(() => decodeValue(bytes.subarray(0, bytes.length - 8))).toThrow('cut short');
  expect(() => decodeValue(new TextEncoder().encode('{"a": 1}'))).toThrow('Not a stored value');
});

test('canonical JSON tells apart what JSON.stringify confuses', () => {
  expect(canonicalJson([0, -0, Number.NaN, null])).toBe('[0,{"$number":"-0"},{"$number":"NaN"},null]');
});

test('any plain value survives, and only equal values share a fingerprint', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (left, right) => {
      expect(decodeValue(encodeValue(left as Value))).toEqual(left);
      const isEqual = canonicalJson(left as never) === canonicalJson(right as never);
      expect(fingerprint(left as Value) === fingerprint(right as Value)).toBe(isEqual);
    }),
  );
});

test('JSON that is written here keeps every number and the order of keys', () => {
  const value = {z: -0, a: [Number.NaN, Number.POSITIVE_INFINITY, 1.5], text: '"$number"', nothing: null};
  expect(readJson(writeJson(value))).toEqual(value);
  expect(Object.keys(readJson(writeJson(value)) as object)).toEqual(['z', 'a', 'text', 'nothing']);
});
