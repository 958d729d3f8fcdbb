import * as ort from 'onnxruntime-web';
import type {Artifact} from '../../src/stages/deployment/artifact.ts';
import type {RowObject} from '../../src/stages/deployment/input-rows.ts';

/** What an ONNX model says of rows: a label and probabilities, or a value. */
export type OnnxAnswer = {readonly label?: string; readonly probabilities?: readonly number[]; readonly value?: number};

/** Run an ONNX file with onnxruntime on rows of an artifact's own columns; null is a gap. */
export async function runOnnx(
  bytes: Uint8Array,
  {signature, classes}: Artifact,
  rows: readonly RowObject[],
): Promise<readonly OnnxAnswer[]> {
  ort.env.logLevel = 'error';
  // More threads would keep the process alive after the last answer.
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(bytes);
  const typeOf = new Map(signature.map(({name, type}) => [name, type]));
  const feeds = Object.fromEntries(
    session.inputNames.map(name => {
      const values = rows.map(row => row[name] ?? null);
      return typeOf.get(name) === 'number'
        ? [
            name,
            new ort.Tensor(
              'float32',
              Float32Array.from(values, value => (value === null ? Number.NaN : Number(value))),
              [rows.length, 1],
            ),
          ]
        : [
            name,
            new ort.Tensor(
              'string',
              values.map(value => String(value ?? '')),
              [rows.length, 1],
            ),
          ];
    }),
  );
  const outputs = await session.run(feeds);
  const answer = (name: string) => outputs[session.outputNames.find(output => output.startsWith(name))!]!.data;
  if (session.outputNames.length === 1) return Array.from(answer('value') as Float32Array, value => ({value}));
  const chances = answer('probabilities') as Float32Array;
  return Array.from(answer('label') as unknown as readonly string[], (label, row) => ({
    label,
    probabilities: Array.from(chances.subarray(row * classes.length, (row + 1) * classes.length)),
  }));
}
