import {
  bytesField,
  bytesOf,
  floatField,
  floatsField,
  type Message,
  message,
  numberField,
  numbersField,
  textField,
} from './protobuf.ts';

/** The kinds of values that a tensor may hold, by the numbers ONNX gives them. */
export const elementTypes = {float: 1, int64: 7, string: 8, double: 11} as const;
export type ElementType = keyof typeof elementTypes;

/** A setting of an operator: the kind of its value decides how it is written. */
export type Attribute =
  | {readonly int: number}
  | {readonly float: number}
  | {readonly text: string}
  | {readonly floats: readonly number[]}
  | {readonly ints: readonly number[]}
  | {readonly texts: readonly string[]};

export type Attributes = {readonly [name: string]: Attribute};

/** One operator: what it reads, what it makes, how it is set. */
export type OnnxNode = {
  readonly type: string;
  readonly domain: '' | 'ai.onnx.ml';
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Attributes;
};

/** Values that are part of the model. */
export type Constant = {
  readonly name: string;
  readonly dims: readonly number[];
  readonly values: Float32Array | Float64Array | BigInt64Array | readonly string[];
};

/** A tensor that goes in or comes out; a dimension with a name may be of any length. */
export type Port = {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: ReadonlyArray<number | string>;
};

/** Everything that an ONNX file says. */
export type OnnxModel = {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly Constant[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  readonly name: string;
  readonly producer: string;
  readonly version: string;
  readonly notes: string;
  readonly metadata: {readonly [key: string]: string};
};

const formatVersion = 8;
const operatorSets = {'': 13, 'ai.onnx.ml': 1} as const;

/**
 * Write a model as the bytes of an ONNX file.
 *
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto, whose field numbers these are.
 */
export function modelBytes(model: OnnxModel): Uint8Array {
  const graph = message(
    ...model.nodes.map(node => bytesField(1, nodeMessage(node))),
    textField(2, model.name),
    ...model.constants.map(constant => bytesField(5, constantMessage(constant))),
    ...model.inputs.map(port => bytesField(11, portMessage(port))),
    ...model.outputs.map(port => bytesField(12, portMessage(port))),
  );
  return message(
    numberField(1, formatVersion),
    textField(2, model.producer),
    textField(3, model.version),
    textField(6, model.notes),
    bytesField(7, graph),
    ...Object.entries(operatorSets).map(([domain, version]) =>
      bytesField(8, message(textField(1, domain), numberField(2, version))),
    ),
    ...Object.entries(model.metadata).map(([key, value]) =>
      bytesField(14, message(textField(1, key), textField(2, value))),
    ),
  );
}

function nodeMessage({type, domain, inputs, outputs, attributes}: OnnxNode): Message {
  return message(
    ...inputs.map(name => textField(1, name)),
    ...outputs.map(name => textField(2, name)),
    textField(3, outputs[0]!),
    textField(4, type),
    ...Object.entries(attributes).map(([name, value]) => bytesField(5, attributeMessage(name, value))),
    ...(domain === '' ? [] : [textField(7, domain)]),
  );
}

function attributeMessage(name: string, value: Attribute): Message {
  const [type, field] = attributeValue(value);
  return message(textField(1, name), field, numberField(20, type));
}

function attributeValue(value: Attribute): readonly [type: number, field: Message] {
  if ('float' in value) return [1, floatField(2, value.float)];
  if ('int' in value) return [2, numberField(3, value.int)];
  if ('text' in value) return [3, textField(4, value.text)];
  if ('floats' in value) return [6, floatsField(7, value.floats)];
  if ('ints' in value) return [7, numbersField(8, value.ints)];
  return [8, message(...value.texts.map(text => textField(9, text)))];
}

function constantMessage({name, dims, values}: Constant): Message {
  return message(
    ...(dims.length > 0 ? [numbersField(1, dims)] : []),
    numberField(2, elementTypes[elementTypeOf(values)]),
    ...('BYTES_PER_ELEMENT' in values ? [bytesField(9, bytesOf(values))] : values.map(text => textField(6, text))),
    textField(8, name),
  );
}

function elementTypeOf(values: Constant['values']): ElementType {
  if (values instanceof Float32Array) return 'float';
  if (values instanceof Float64Array) return 'double';
  return values instanceof BigInt64Array ? 'int64' : 'string';
}

function portMessage({name, type, dims}: Port): Message {
  const shape = message(
    ...dims.map(dim => bytesField(1, typeof dim === 'number' ? numberField(1, dim) : textField(2, dim))),
  );
  const tensor = message(numberField(1, elementTypes[type]), bytesField(2, shape));
  return message(textField(1, name), bytesField(2, bytesField(1, tensor)));
}
