import {expect, test} from 'vitest';
import {modelBytes} from '../../../../src/stages/export/onnx/model-proto.ts';
import {
  bytesOf,
  floatField,
  message,
  numberField,
  numbersField,
  textField,
} from '../../../../src/stages/export/onnx/protobuf.ts';

test('fields are written as protocol buffers writes them', () => {
  // The first two are the examples of the encoding guide.
  expect([...numberField(1, 150)]).toEqual([0x08, 0x96, 0x01]);
  expect([...textField(2, 'testing')]).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
  expect([...numbersField(6, [3, 270, 86_942])]).toEqual([0x32, 0x06, 0x03, 0x8e, 0x02, 0x9e, 0xa7, 0x05]);
  expect([...numberField(1, -1)]).toEqual([0x08, ...Array(9).fill(0xff), 0x01]);
  expect([...floatField(2, 1)]).toEqual([0x15, 0, 0, 0x80, 0x3f]);
  expect([...message(numberField(1, 1), numberField(2, 2 ** 40))]).toEqual([
    0x08, 1, 0x10, 128, 128, 128, 128, 128, 32,
  ]);
});

test('numbers are little endian', () => {
  expect([...bytesOf(Float64Array.of(1))]).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
  expect([...bytesOf(BigInt64Array.of(-2n))]).toEqual([0xfe, ...Array(7).fill(0xff)]);
});

test('an empty model has its version, its producer and its operator sets', () => {
  const empty = {nodes: [], constants: [], inputs: [], outputs: [], metadata: {}};
  const bytes = modelBytes({...empty, name: 'g', producer: 'p', version: '1', notes: ''});
  expect(Buffer.from(bytes).toString('hex')).toBe(
    '0808120170' + '1a0131' + '3200' + '3a03120167' + '42040a00100d' + '420e0a0a61692e6f6e6e782e6d6c1001',
  );
});
