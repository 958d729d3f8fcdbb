import {createRequire} from 'node:module';
import {expect, test} from 'vitest';

// The whole of danfojs-node, loose: these tests ask whether the stand-ins carry it, not whether it is typed.
type Loose = {readonly values: unknown} & {readonly [method: string]: (...args: readonly unknown[]) => Loose};
type Class = new (...args: readonly unknown[]) => Loose;
const danfo = createRequire(import.meta.url)('danfojs-node/dist/danfojs-base/index.js') as {
  readonly [name: string]: Class;
};
const frame = () =>
  new danfo.DataFrame!(
    [
      [1, 2],
      [3, 4],
      [5, 9],
    ],
    {columns: ['a', 'b']},
  );

test('a frame does arithmetic with numbers, lists and frames', () => {
  expect(frame().add!(1).values).toEqual([
    [2, 3],
    [4, 5],
    [6, 10],
  ]);
  expect(frame().sub!([1, 2, 3], {axis: 0}).values).toEqual([
    [0, 1],
    [1, 2],
    [2, 6],
  ]);
  expect(frame().div!(frame()).values).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
});

test('a frame compares its cells', () => {
  expect(frame().gt!(2).values).toEqual([
    [false, false],
    [true, true],
    [true, true],
  ]);
});

test('a frame gives differences from row to row', () => {
  expect(frame().diff!(1).values).toEqual([
    [Number.NaN, Number.NaN],
    [2, 2],
    [2, 5],
  ]);
});

test('the scalers compute in float64', () => {
  const scaled = new danfo.MinMaxScaler!().fit!(frame()).transform!(frame());
  expect(scaled.values).toEqual([
    [0, 0],
    [0.5, 2 / 7],
    [1, 1],
  ]);
  const standard = new danfo.StandardScaler!().fit!(frame()).transform!(frame());
  expect((standard.values as number[][])[0]![0]).toBeCloseTo(-1.224744871391589, 14);
});

test('a sample with a seed is the same every time', async () => {
  const sample = async () => (await frame().sample!(2, {seed: 3})).values;
  expect(await sample()).toEqual(await sample());
});

test('a frame prints itself as a table', () => {
  expect(frame().toString()).toContain('│ 3');
});
